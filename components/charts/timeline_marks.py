"""The traces of the timeline: bars by light, milestones, deadlines that moved, and lanes.

As few traces as can be: Plotly looks at each property of each trace, however little is in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components import light
from components.chart import INK, Figure
from components.charts.lights_by_department import light_kinds
from components.charts.timeline_labels import Row, Wording
from components.language import t
from components.plain import figure_text
from components.timeline.lanes import Lane
from components.timeline.spans import Mark, Span
from data.words import Light

_BAR, _BELOW, _IN_LANE = 25, 38, 31
"""Where bar, milestones and marks of a lane stand, in pixels from the top of their row."""
_THICK = 12
_DAY_MS = 86_400_000
# Told apart by what is inside the diamond: full, empty, a dot.
_SYMBOLS = {
    Mark.DONE: ("diamond", INK),
    Mark.OPEN: ("diamond-open", INK),
    Mark.UNREPORTED: ("diamond-open", INK),
    Mark.OVERDUE: ("diamond-open-dot", light.COLOURS[Light.RED]),
}
_LANE_LOOKS = {
    "events": ("circle", "#0072B2"),
    "documents": ("square", "#009E73"),
    "updates": ("triangle-up", "#CC79A7"),
    "readings": ("pentagon", "#D97A00"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One symbol; a click on it gives `item`."""

    day: dt.date
    y: float
    symbol: str
    colour: str
    hover: str
    item: str | None
    size: int = 10
    line: float = 1.5


def bars(rows: Sequence[Row], hovers: Mapping[str, str], last: dt.date) -> Figure:
    """Draw a bar for each item with a start and an end, coloured and patterned by its light."""
    kinds = dict(zip(Light, light_kinds(), strict=True))
    ends = [(row, row.span.start, _end(row.span, last)) for row in rows]
    spanned = [(row, start, end) for row, start, end in ends if start and end]
    looks = [kinds[row.span.light] for row, _, _ in spanned]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start.isoformat() for _, start, _ in spanned],
        # A bar of one day is a day wide.
        "x": [max((end - start).days, 1) * _DAY_MS for _, start, end in spanned],
        "y": [row.below + _BAR for row, _, _ in spanned],
        "width": _THICK,
        "customdata": [row.span.id for row, _, _ in spanned],
        "hovertext": [hovers[row.span.id] for row, _, _ in spanned],
        "hoverinfo": "text",
        "marker": {
            "color": [look.colour for look in looks],
            "pattern": {
                "shape": [look.pattern for look in looks],
                "fillmode": "overlay",
                "fgcolor": [look.ink for look in looks],
                "fgopacity": 0.35,
                "size": 6,
                "solidity": 0.2,
            },
        },
    }


def _end(span: Span, last: dt.date) -> dt.date | None:
    """Say where a bar ends: at the deadline, or at the edge of the chart where the item continues."""
    return span.end or (last if span.continuing else None)


def symbols(points: Sequence[Point]) -> Figure:
    """Draw all that is a mark in time."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.day.isoformat() for point in points],
        "y": [point.y for point in points],
        "customdata": [point.item for point in points],
        "hovertext": [point.hover for point in points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": [point.symbol for point in points],
            "size": [point.size for point in points],
            "color": [point.colour for point in points],
            "opacity": 0.9,
            "line": {
                "color": [point.colour for point in points],
                "width": [point.line for point in points],
            },
        },
    }


def in_lane(lane: Lane, top: float) -> list[Point]:
    """Mark what a lane holds: full for what was, empty for what lies ahead, larger the more there is."""
    symbol, colour = _LANE_LOOKS[lane.table]
    return [
        Point(
            mark.day,
            top + _IN_LANE,
            f"{symbol}-open" if mark.ahead else symbol,
            colour,
            figure_text(mark.words),
            mark.item,
            min(6 + 2 * mark.count, 16),
        )
        for mark in lane.marks
    ]


def of_item(row: Row, hover: str, wording: Wording, last: dt.date) -> list[Point]:
    """Mark an item's milestones, its deadline as first set, and the one date known where it has no bar."""
    span, below = row.span, row.below + _BELOW
    points = [
        Point(each.day, below, *_SYMBOLS[each.mark], wording.milestone(each), span.id)
        for each in span.milestones
    ]
    if span.original:
        was = t("timeline.was_due", day=wording.day(span.original))
        text = figure_text(f"{span.title}\n{was}")
        points.append(Point(span.original, below, "triangle-up-open", INK, text, span.id))
    return [*points, *_single_date(row, hover, last)]


def _single_date(row: Row, hover: str, last: dt.date) -> list[Point]:
    """Mark the one date known of an item (start or deadline), or the open end of one that continues."""
    span, y, colour = row.span, row.below + _BAR, light.COLOURS[row.span.light]
    if span.continuing and span.start:
        return [Point(last, y, "triangle-right", colour, hover, span.id, 14)]
    if span.end and span.start is None:
        return [Point(span.end, y, "line-ns", colour, hover, span.id, 14, 4)]
    if span.start and span.end is None:
        return [Point(span.start, y, "triangle-right-open", colour, hover, span.id, 14, 2)]
    return []


def moves(rows: Sequence[Row]) -> Figure:
    """Lead from each deadline as first set to the present one."""
    xs: list[str | None] = []
    ys: list[float | None] = []
    for row in rows:
        if row.span.original and row.span.end:
            xs += [row.span.original.isoformat(), row.span.end.isoformat(), None]
            ys += [row.below + _BELOW, row.below + _BELOW, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "hoverinfo": "skip",
        "line": {"color": INK, "width": 1.5, "dash": "dot"},
    }
