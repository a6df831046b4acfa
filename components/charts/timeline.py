"""Items in time: a bar from start to deadline for each, milestones below it, events and documents above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from components import language
from components.chart import GRID, INK, Chart, Figure, layout
from components.charts import timeline_labels as texts
from components.charts import timeline_marks as marks
from components.charts.finding import sentences
from components.charts.ink import TEXT
from components.charts.timeline_labels import Label, Row, Wording
from components.charts.timeline_marks import Point
from components.language import header, t
from components.plain import figure_text
from components.timeline.lanes import Lane
from components.timeline.spans import Group, Mark, Span
from data.words import Light

# One unit of the vertical axis is one pixel, so that rows keep their height however many there are.
_TOP, _LANE, _GROUP, _ROW = 26, 46, 34, 46
_AXIS = 34
_LONGEST_YEARS = 4


def timeline(groups: Sequence[Group], lanes: Sequence[Lane], as_of: dt.date) -> Chart:
    """Show the groups in their order below the lanes; bars, labels and marks give the id of their item."""
    first, last = _range(groups, lanes, as_of)
    height = _TOP
    labels: list[Label] = []
    points: list[Point] = []
    for lane in lanes:
        name = _lane_name(lane)
        labels.append(Label(height + 10, name, name))
        points += marks.in_lane(lane, height)
        height += _LANE
    wording = Wording()
    rows: list[Row] = []
    lines: list[float] = []
    for group in groups:
        if group.name:
            lines.append(height + 4)
            heading = f"<b>{figure_text(group.name)}</b> {figure_text(t('timeline.items', n=group.count))}"
            labels.append(Label(height + 20, heading, heading))
            height += _GROUP
        for span in group.spans:
            label = texts.lines(span, wording.lights[span.light])
            rows.append(Row(span, height, label))
            height += _ROW + texts.LINE * (len(label) - 1)
    traces = [*_items(rows, labels, points, wording, last), texts.labels(labels, first)]
    drawn = _layout(height, (first, last), as_of, lines)
    spans = [span for group in groups for span in group.spans]
    return Chart(
        {"data": [trace for trace in traces if trace["x"]], "layout": drawn},
        _finding(spans, lanes, as_of),
        lambda: _table(groups) if spans else _records(lanes),
    )


def _items(
    rows: Sequence[Row], labels: list[Label], points: list[Point], wording: Wording, last: dt.date
) -> list[Figure]:
    hovers = {row.span.id: wording.span(row.span) for row in rows}
    for row in rows:
        hover = hovers[row.span.id]
        labels.append(texts.of_item(row, hover))
        points += marks.of_item(row, hover, wording, last)
    return [marks.bars(rows, hovers, last), marks.moves(rows), marks.symbols(points)]


def _range(groups: Sequence[Group], lanes: Sequence[Lane], as_of: dt.date) -> tuple[dt.date, dt.date]:
    """Find the days to show; a date mistyped by a century must not squeeze all others into a line."""
    days = [mark.day for lane in lanes for mark in lane.marks]
    for span in (span for group in groups for span in group.spans):
        days += [day for day in (span.start, span.end, span.original) if day is not None]
        days += [milestone.day for milestone in span.milestones]
    near = _near(days, as_of)
    first, last = min([as_of, *near]), max([as_of, *near])
    room = max((last - first) * 0.03, dt.timedelta(days=5))
    return first - room, last + room


def _near(days: Sequence[dt.date], as_of: dt.date) -> list[dt.date]:
    """Keep the days that lie near the as-of date, or no further from the middle of all than is usual here."""
    numbers = np.array([day.toordinal() for day in days])
    if not len(numbers):
        return []
    most = 366 * _LONGEST_YEARS
    away = np.abs(numbers - np.median(numbers))
    kept = (np.abs(numbers - as_of.toordinal()) <= most) | (away <= max(most, 5 * np.median(away)))
    return [day for day, near in zip(days, kept, strict=True) if near]


def _layout(height: int, days: tuple[dt.date, dt.date], as_of: dt.date, lines: Sequence[float]) -> Figure:
    today = as_of.isoformat()
    vertical = {"type": "line", "x0": today, "x1": today, "y0": 18, "y1": height}
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": GRID, "width": 1}}
    middle = days[0] + (days[1] - days[0]) / 2
    return layout(
        height + _AXIS,
        barmode="overlay",
        showlegend=False,
        clickmode="event+select",
        xaxis={
            "type": "date",
            "side": "top",
            "range": [day.isoformat() for day in days],
            "tickformat": "%Y-%m" if (days[1] - days[0]).days > 100 else "%Y-%m-%d",
            "nticks": 7,
            "showgrid": True,
            "tickfont": {"color": TEXT},
        },
        yaxis={"range": [height, 0], "visible": False},
        shapes=[
            {**vertical, "line": {"color": INK, "width": 1.5, "dash": "dash"}},
            *({**across, "y0": y, "y1": y} for y in lines),
        ],
        annotations=[
            {
                "x": today,
                "y": 9,
                "yanchor": "middle",
                "xanchor": "right" if as_of > middle else "left",
                "text": figure_text(t("overview.as_of", day=language.day(as_of))),
                "showarrow": False,
                "font": {"size": 12, "color": TEXT},
            }
        ],
    )


def _lane_name(lane: Lane) -> str:
    name = f"<b>{figure_text(t(f'timeline.lane.{lane.table}', n=lane.dated))}</b>"
    if not len(lane.undated):
        return name
    return f"{name}{figure_text(t('timeline.lane_undated', n=len(lane.undated)))}"


def _finding(spans: Sequence[Span], lanes: Sequence[Lane], as_of: dt.date) -> str:
    in_lanes = t("timeline.found_lanes", parts=_listed_lanes(lanes))
    if not spans:
        return sentences(t("timeline.found_no_items", day=language.day(as_of)), in_lanes)
    counts = {str(light): sum(span.light == light for span in spans) for light in Light}
    milestones = [milestone.mark for span in spans for milestone in span.milestones]
    return sentences(
        t("timeline.found", n=len(spans), **counts),
        t("timeline.found_moved", n=sum(span.original is not None for span in spans)),
        t(
            "timeline.found_milestones",
            n=len(milestones),
            done=milestones.count(Mark.DONE),
            overdue=milestones.count(Mark.OVERDUE),
        )
        if milestones
        else "",
        in_lanes,
    )


def _listed_lanes(lanes: Sequence[Lane]) -> str:
    separator = "、" if language.current() == "zh" else ", "
    return separator.join(t(f"timeline.lane.{lane.table}", n=lane.dated) for lane in lanes)


def _table(groups: Sequence[Group]) -> pd.DataFrame:
    lang = language.current()
    spans = [(group.name, span) for group in groups for span in group.spans]
    columns: dict[str, list[Any]] = {
        t("timeline.group"): [name for name, _ in spans],
        t("charts.item"): [span.title for _, span in spans],
        t("items.light"): [span.light.label(lang) for _, span in spans],
        header("items", "lead"): [span.lead for _, span in spans],
        header("items", "start"): [span.start for _, span in spans],
        t("timeline.original"): [span.original or span.end for _, span in spans],
        t("timeline.deadline"): [span.end for _, span in spans],
        t("timeline.milestones"): [len(span.milestones) for _, span in spans],
    }
    for mark in (Mark.DONE, Mark.OVERDUE):
        counts = [sum(milestone.mark is mark for milestone in span.milestones) for _, span in spans]
        columns[t(f"timeline.mark.{mark}")] = counts
    if not any(group.name for group in groups):
        del columns[t("timeline.group")]
    return pd.DataFrame(columns)


def _records(lanes: Sequence[Lane]) -> pd.DataFrame:
    marks = [(lane, mark) for lane in lanes for mark in lane.marks]
    columns: dict[str, list[Any]] = {
        t("charts.date"): [mark.day for _, mark in marks],
        t("timeline.kind"): [t(f"timeline.kind.{lane.table}") for lane, _ in marks],
        t("timeline.what"): [mark.words.partition("\n")[2] for _, mark in marks],
    }
    return pd.DataFrame(columns)
