"""The traces of the timeline: bars by light, milestones, deadlines that moved, and lanes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from components import language, light
from components.chart import INK, Figure
from components.charts.lights_by_department import light_kinds
from components.charts.stacked_bars import Kind
from components.charts.timeline_labels import Row, labels, words
from components.language import t
from components.plain import figure_text
from components.timeline.lanes import Lane
from components.timeline.spans import Mark, Span, written
from data.words import Light

_BAR, _BELOW = 25, 38
"""Where bar and milestones stand in a row, in pixels from its top."""
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


def items(rows: Sequence[Row], first: dt.date, last: dt.date) -> list[Figure]:
    """Draw the rows: what nobody has is left out."""
    hovers = {row.span.id: figure_text(words(row.span)) for row in rows}
    bars = [_bars(kind, each, rows, hovers, last) for each, kind in zip(Light, light_kinds(), strict=True)]
    drawn = [*bars, _single_dates(rows, hovers, last), _moves(rows), _milestones(rows)]
    return [trace for trace in [*drawn, labels(rows, hovers, first)] if trace["x"]]


def lane(drawn: Lane, y: float) -> Figure:
    """Draw one lane: a full mark for what was, an empty one for what lies ahead, larger the more it holds."""
    symbol, colour = _LANE_LOOKS[drawn.table]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.day.isoformat() for mark in drawn.marks],
        "y": [y] * len(drawn.marks),
        "hovertext": [figure_text(mark.words) for mark in drawn.marks],
        "hoverinfo": "text",
        "customdata": [mark.item for mark in drawn.marks],
        "cliponaxis": False,
        "marker": {
            "symbol": [f"{symbol}-open" if mark.ahead else symbol for mark in drawn.marks],
            "size": [min(6 + 2 * mark.count, 16) for mark in drawn.marks],
            "color": colour,
            "opacity": 0.85,
            "line": {"color": colour, "width": 1.5},
        },
    }


def _bars(kind: Kind, of: Light, rows: Sequence[Row], hovers: dict[str, str], last: dt.date) -> Figure:
    ends = [(row, _end(row.span, last)) for row in rows if row.span.light == of]
    spanned = [(row, row.span.start, end) for row, end in ends if row.span.start and end]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start.isoformat() for _, start, _ in spanned],
        # A bar of one day is a day wide.
        "x": [max((end - start).days, 1) * _DAY_MS for _, start, end in spanned],
        "y": [row.top + _BAR for row, _, _ in spanned],
        "width": _THICK,
        "customdata": [row.span.id for row, _, _ in spanned],
        "hovertext": [hovers[row.span.id] for row, _, _ in spanned],
        "hoverinfo": "text",
        "marker": {
            "color": kind.colour,
            "pattern": {
                "shape": kind.pattern,
                "fillmode": "overlay",
                "fgcolor": kind.ink,
                "fgopacity": 0.35,
                "size": 6,
                "solidity": 0.2,
            },
        },
    }


def _end(span: Span, last: dt.date) -> dt.date | None:
    """Say where a bar ends: at the deadline, or at the edge of the chart where the item continues."""
    return span.end or (last if span.continuing else None)


def _single_dates(rows: Sequence[Row], hovers: dict[str, str], last: dt.date) -> Figure:
    """Mark the one date known of an item (start or deadline), and the open end of one that continues."""
    points: list[tuple[dt.date, Row, str]] = []
    for row in rows:
        span = row.span
        if span.continuing and span.start:
            points.append((last, row, "triangle-right"))
        elif span.start is None and span.end:
            points.append((span.end, row, "line-ns"))
        elif span.start and span.end is None:
            points.append((span.start, row, "triangle-right-open"))
    colours = [light.COLOURS[row.span.light] for _, row, _ in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day.isoformat() for day, _, _ in points],
        "y": [row.top + _BAR for _, row, _ in points],
        "customdata": [row.span.id for _, row, _ in points],
        "hovertext": [hovers[row.span.id] for _, row, _ in points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": [symbol for _, _, symbol in points],
            "size": 14,
            "color": colours,
            "line": {"color": colours, "width": [4 if symbol == "line-ns" else 2 for _, _, symbol in points]},
        },
    }


def _moves(rows: Sequence[Row]) -> Figure:
    """Lead from the deadline as first set, an open triangle, to the present one."""
    moved = [row for row in rows if row.span.original]
    xs: list[str | None] = []
    ys: list[float | None] = []
    texts: list[str] = []
    ids: list[str | None] = []
    for row in moved:
        span, y = row.span, row.top + _BELOW
        original = span.original.isoformat() if span.original else None
        xs += [original, span.end.isoformat() if span.end else original, None]
        ys += [y, y, None]
        was = t("timeline.was_due", day=written(span.original, language.current()))
        texts += [figure_text(f"{span.title}\n{was}")] * 2 + [""]
        ids += [span.id, span.id, None]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": xs,
        "y": ys,
        "customdata": ids,
        "hovertext": texts,
        "hoverinfo": "text",
        "line": {"color": INK, "width": 1, "dash": "dot"},
        "marker": {
            "symbol": ["triangle-up-open", "line-ns", "circle"] * len(moved),
            "size": [10, 6, 1] * len(moved),
            "color": INK,
            "line": {"color": INK, "width": 1.5},
        },
    }


def _milestones(rows: Sequence[Row]) -> Figure:
    points = [(row, milestone) for row in rows for milestone in row.span.milestones]
    colours = [_SYMBOLS[milestone.mark][1] for _, milestone in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [milestone.day.isoformat() for _, milestone in points],
        "y": [row.top + _BELOW for row, _ in points],
        "customdata": [row.span.id for row, _ in points],
        "hovertext": [figure_text(milestone.words) for _, milestone in points],
        "hoverinfo": "text",
        "marker": {
            "symbol": [_SYMBOLS[milestone.mark][0] for _, milestone in points],
            "size": 10,
            "color": colours,
            "line": {"color": colours, "width": 1.5},
        },
    }
