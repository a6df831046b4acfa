"""A chart of a briefing as a figure on screen."""

from __future__ import annotations

from typing import Any

from components.chart import GRID, INK, Figure, layout
from components.charts.stacked_bars import DARK, WHITE
from components.plain import figure_text
from data import formats
from data.briefing.content import Chart, ChartKind, Role, Series
from data.lights.marks import COLOURS
from data.ticks import round_ticks

_COLOURS = {
    Role.ACTUAL: "#3A86C8",
    Role.SECOND: "#9AA5B1",
    Role.TARGET: INK,
    **{Role(str(light)): colour for light, colour in COLOURS.items()},
}
_HEIGHT, _ROW = 260, 44


def block_chart(chart: Chart, lang: str, *, height: int = _HEIGHT, size: int = 12) -> Figure:
    """Show the figures of a chart in the way it asks for; `size` is that of the type."""
    if chart.kind is ChartKind.STACKED:
        return _stacked(chart, lang, height, size)
    values = [value for series in chart.series for value in series.values if value is not None]
    ticks = round_ticks(values)
    words = [figure_text(formats.number(tick, lang)) for tick in ticks]
    draw = _line if chart.kind is ChartKind.LINE else _column
    axis = (
        {"type": "date", "nticks": 6} if chart.kind is ChartKind.LINE else {"type": "category", "nticks": 8}
    )
    return {
        "data": [draw(chart, series, lang, size) for series in chart.series],
        "layout": layout(
            height,
            font={"size": size},
            barmode="group",
            bargap=0.3,
            xaxis={**axis, "gridcolor": GRID, "tickformat": _dates(chart)},
            yaxis={"tickmode": "array", "tickvals": ticks, "ticktext": words, "range": [ticks[0], ticks[-1]]},
        ),
    }


def _dates(chart: Chart) -> str:
    """Write months where the dates lie months apart: no language's names of months are needed."""
    return "%Y-%m" if chart.days and (chart.days[-1] - chart.days[0]).days > 120 else "%m-%d"


def _line(chart: Chart, series: Series, lang: str, size: int) -> Figure:
    dash = "dash" if series.role is Role.TARGET else "solid"
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": True,
        "x": [day.isoformat() for day in chart.days],
        "y": list(series.values),
        "line": {"color": _COLOURS[series.role], "width": size / 5, "dash": dash},
        "marker": {"size": size / 2},
        **_said(chart, series, lang),
    }


def _column(chart: Chart, series: Series, lang: str, size: int) -> Figure:
    return {
        "type": "bar",
        "x": [figure_text(name) for name in chart.categories],
        "y": list(series.values),
        "marker": {"color": _COLOURS[series.role]},
        **_said(chart, series, lang),
    }


def _stacked(chart: Chart, lang: str, height: int, size: int) -> Figure:
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "y": [figure_text(name) for name in chart.categories],
            "x": list(series.values),
            "marker": {"color": _COLOURS[series.role], "line": {"color": WHITE, "width": 1}},
            "texttemplate": "%{x}",
            "textposition": "inside",
            "insidetextanchor": "middle",
            "insidetextfont": {"color": DARK if series.role is Role.YELLOW else WHITE},
            **_said(chart, series, lang),
        }
        for series in chart.series
    ]
    tall = max(height, 0) if size > 12 else _ROW * len(chart.categories) + 60
    axis: dict[str, Any] = {"autorange": "reversed", "type": "category"}
    bars = layout(
        tall, font={"size": size}, barmode="stack", bargap=0.25, xaxis={"visible": False}, yaxis=axis
    )
    return {"data": traces, "layout": bars}


def _said(chart: Chart, series: Series, lang: str) -> Figure:
    words = [
        figure_text(
            "\n".join((series.name, name, formats.number(value, lang) + chart.unit))
            if value is not None
            else ""
        )
        for name, value in zip(chart.categories, series.values, strict=True)
    ]
    return {
        "name": figure_text(series.name),
        "hovertext": words,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
