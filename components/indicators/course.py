"""What a chart of an indicator draws: its readings, its trajectory, and where its present pace leads."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from components import language
from components.board import Board
from components.charts.readings_against_target import Course, Point
from components.item import cells, indicator_words
from components.language import t
from data import readings
from data.campaign import Rows

_EPOCH = dt.date(1970, 1, 1).toordinal()


def courses(board: Board, rows: Rows) -> dict[int, Course]:
    """Gather the courses of some indicators at once."""
    known = readings.points(board.campaign, board.standing.day, rows)
    lows = np.searchsorted(known.indicators, rows)
    highs = np.searchsorted(known.indicators, rows, side="right")
    found = {}
    for row, low, high in zip(rows.tolist(), lows.tolist(), highs.tolist(), strict=True):
        # A combined value has digits no region reported.
        values = [
            (dt.date.fromordinal(_EPOCH + day), indicator_words.legible(value) if regions else value)
            for day, value, regions in zip(
                known.days[low:high].tolist(),
                known.values[low:high].tolist(),
                known.regions[low:high].tolist(),
                strict=True,
            )
        ]
        found[row] = _course(board, row, values)
    return found


def thinned(course: Course, most: int) -> Course:
    """Keep no more than so many readings, evenly spread, the first and the last among them."""
    places = np.linspace(0, len(course.readings) - 1, min(most, len(course.readings))).round()
    return replace(course, readings=[course.readings[int(place)] for place in places])


def worth_drawing(course: Course) -> bool:
    """Tell whether a chart would show more than one figure."""
    return len(course.readings) > 1 or bool(course.readings and course.trajectory)


def described(board: Board, row: int, course: Course) -> str:
    """Say from where to where the readings go."""
    (start, first), (end, last) = course.readings[0], course.readings[-1]
    return t(
        "item.chart.finding",
        n=len(course.readings),
        title=cells.literal(board, "indicators", "title", row),
        start=language.day(start),
        end=language.day(end),
        first=language.number(first, course.unit),
        last=language.number(last, course.unit),
    )


def expected(course: Course) -> list[float]:
    """Read the trajectory on the dates of the readings: before it begins the baseline, then the target."""
    if not course.trajectory:
        return [math.nan] * len(course.readings)
    days, values = zip(*((day.toordinal(), value) for day, value in course.trajectory), strict=True)
    return [round(float(np.interp(day.toordinal(), days, values)), 2) for day, _ in course.readings]


def _course(board: Board, row: int, readings: list[Point]) -> Course:
    ends: list[tuple[Any, float]] = [
        (cells.value(board, "indicators", f"{name}_date", row), cells.value(board, "indicators", name, row))
        for name in ("baseline", "target")
    ]
    known = all(not pd.isna(date) and not math.isnan(value) for date, value in ends)
    trajectory = (
        [(date.date(), float(value)) for date, value in ends] if known and ends[0][0] < ends[1][0] else []
    )
    projected = _projected(board, row, readings, ends[1][1], ends[1][0])
    return Course(readings, trajectory, projected, indicator_words.unit(board, row))


def _projected(board: Board, row: int, readings: list[Point], target: float, due: Any) -> list[Point]:
    """Lead from the latest reading to the target, but no further ahead than the rest of the chart is long."""
    reached = board.standing.cell("indicators", "reached_on", row)
    if board.standing.cell("indicators", "reached", row) or pd.isna(reached):
        return []
    (first, _), (last, value), day = readings[0], readings[-1], reached.date()
    horizon = max(due.date(), last)
    end = min(day, horizon + (horizon - first))
    share = (end - last) / (day - last) if day > last else 1.0
    return [(last, value), (end, value + share * (target - value))]
