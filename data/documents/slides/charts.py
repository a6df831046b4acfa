"""Charts on slides: native ones, whose figures and colours can be changed in the program that shows them."""

from __future__ import annotations

from typing import Any

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from data.briefing.content import Chart, ChartKind, Role, Series
from data.documents.slides import fitting
from data.lights.marks import COLOURS

_TYPES = {
    ChartKind.LINE: XL_CHART_TYPE.LINE_MARKERS,
    ChartKind.STACKED: XL_CHART_TYPE.BAR_STACKED,
    ChartKind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
}
_COLOURS = {
    Role.ACTUAL: "#2F6FB5",
    Role.SECOND: "#9AA5B1",
    Role.TARGET: "#5B6670",
    **{Role(str(light)): colour for light, colour in COLOURS.items()},
}
_FIGURES = "#,##0.##;-#,##0.##;0"
_DAYS = {"zh": r"m\月d\日", "en": "d mmm"}


def add(slide: Slide, chart: Chart, lang: str, left: Any, top: Any, width: Any, height: Any) -> None:
    """Put a chart on a slide."""
    data = CategoryChartData(number_format=_FIGURES)
    # Days place the points of a line in time, as far apart as they are.
    data.categories = list(chart.days or chart.categories)
    if chart.days:
        data.categories.number_format = _DAYS[lang]
    for series in chart.series:
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(_TYPES[chart.kind], left, top, width, height, data)  # type: ignore[arg-type]
    assert isinstance(frame, GraphicFrame)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.alternative)
    _dress(frame.chart, chart, lang)


def _dress(native: NativeChart, chart: Chart, lang: str) -> None:
    native.has_title = False
    native.font.size = Pt(fitting.CHART)
    native.has_legend = True
    assert native.legend is not None
    native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(native, chart, lang)
    for drawn, series in zip(native.plots[0].series, chart.series, strict=True):
        _colour(drawn, series, chart.kind)
    plot = native.plots[0]
    if chart.kind is ChartKind.LINE:
        # Points are joined across days without a figure.
        blanks = native._chartSpace.chart.find(qn("c:dispBlanksAs"))
        if blanks is not None:
            blanks.set("val", "span")
        return
    plot.gap_width = 45
    if chart.kind is ChartKind.STACKED:
        plot.has_data_labels = True
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0;;;", False
        plot.data_labels.font.size, plot.data_labels.font.bold = Pt(fitting.CHART), True


def _axes(native: NativeChart, chart: Chart, lang: str) -> None:
    values, categories = native.value_axis, native.category_axis
    values.has_major_gridlines = chart.kind is not ChartKind.STACKED
    values.visible = chart.kind is not ChartKind.STACKED
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _FIGURES, False
    values.format.line.fill.background()
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = RGBColor(0xD5, 0xDA, 0xE0)
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.days:
        categories.tick_labels.number_format = _DAYS[lang]
        categories.tick_labels.number_format_is_linked = False
        _mark_months(categories._element)
    # The first category of a bar chart stands at the foot, unless it is told otherwise.
    categories.reverse_order = chart.kind is ChartKind.STACKED


def _mark_months(axis: Any) -> None:
    """Place days by the day, and name one a month."""
    # An axis ends with its units, in this order.
    units = (("baseTimeUnit", "days"), ("majorUnit", "1"), ("majorTimeUnit", "months"))
    for name, _ in units:
        for old in axis.findall(qn(f"c:{name}")):
            axis.remove(old)
    for name, value in units:
        unit = OxmlElement(f"c:{name}")
        unit.set("val", value)
        axis.append(unit)


def _colour(drawn: Any, series: Series, kind: ChartKind) -> None:
    colour = RGBColor.from_string(_COLOURS[series.role][1:])
    if kind is not ChartKind.LINE:
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour
        if kind is ChartKind.STACKED:
            dark = series.role is Role.YELLOW
            labels = drawn.data_labels
            labels.show_value, labels.font.size, labels.font.bold = True, Pt(fitting.CHART), True
            labels.number_format, labels.number_format_is_linked = "#,##0;;;", False
            labels.font.color.rgb = RGBColor(0x1A, 0x22, 0x2B) if dark else RGBColor(255, 255, 255)
        return
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2.5)
    if series.role is Role.TARGET:
        drawn.format.line.dash_style = MSO_LINE.DASH
        drawn.marker.style = XL_MARKER_STYLE.NONE
        return
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = colour
    drawn.marker.format.line.color.rgb = colour
    last = max((place for place, value in enumerate(series.values) if value is not None), default=-1)
    if last >= 0:
        label = drawn.points[last].data_label
        label.font.size, label.font.bold = Pt(fitting.CHART + 2), True
        label.position = XL_LABEL_POSITION.ABOVE
