"""Readings of an indicator against its trajectory to the target, and where its present pace leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components import language
from components.chart import GRID, INK, Chart, Figure, layout
from components.language import header, t
from components.plain import figure_text
from data.ticks import round_ticks

BLUE = "#3A86C8"
_HEIGHT = 280

Point = tuple[dt.date, float]


@dataclass(frozen=True, slots=True)
class Course:
    """What the chart draws, in order of dates; an empty part is not drawn."""

    readings: Sequence[Point]
    trajectory: Sequence[Point] = ()
    """Baseline and target."""
    projection: Sequence[Point] = ()
    """The latest reading and where its pace leads."""
    unit: str = ""


def readings_against_target(course: Course, finding: str, expected: Sequence[float]) -> Chart:
    """Show the readings as a line, the trajectory dashed, the projection dotted.

    `finding` says the same in words; `expected` is the trajectory on the dates of the readings.
    """
    lines = [
        _line("readings", course.readings, course.unit, {"color": BLUE, "width": 2.5}, "circle"),
        _line(
            "trajectory",
            course.trajectory,
            course.unit,
            {"color": INK, "width": 1.5, "dash": "dash"},
            "diamond-open",
        ),
        _line(
            "projection",
            course.projection,
            course.unit,
            {"color": BLUE, "width": 2, "dash": "dot"},
            "circle-open",
        ),
    ]
    shown = [*course.readings, *course.trajectory, *course.projection]
    figure = {
        "data": [line for line in lines if line["x"]],
        "layout": layout(
            _HEIGHT,
            showlegend=True,
            xaxis={
                "type": "date",
                "tickformat": _date_format([day for day, _ in shown]),
                "nticks": 6,
                "gridcolor": GRID,
            },
            yaxis=_value_axis([value for _, value in shown]),
        ),
    }
    return Chart(figure, finding, lambda: _table(course, expected))


def _line(name: str, points: Sequence[Point], unit: str, line: Figure, symbol: str) -> Figure:
    label = t(f"item.chart.{name}")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": figure_text(label),
        "x": [day.isoformat() for day, _ in points],
        "y": [value for _, value in points],
        "line": line,
        "marker": {"size": 7, "symbol": symbol, "color": line["color"]},
        "text": [
            figure_text(f"{label}\n{language.day(day)}\n{language.number(value, unit)}")
            for day, value in points
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _date_format(days: Sequence[dt.date]) -> str:
    """Write months where the dates lie months apart: no language's names of months are needed."""
    return "%Y-%m" if (max(days) - min(days)).days > 120 else "%Y-%m-%d"


def _value_axis(values: Sequence[float]) -> Figure:
    """Word round ticks as the language writes figures."""
    ticks = round_ticks(values)
    return {
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [figure_text(language.number(tick)) for tick in ticks],
        "range": [ticks[0], ticks[-1] + (ticks[1] - ticks[0]) * 0.15],
    }


def _table(course: Course, expected: Sequence[float]) -> pd.DataFrame:
    value = header("readings", "value")
    if course.unit:
        value = t("item.in_brackets", value=value, note=course.unit)
    columns: dict[str, list[object]] = {
        header("readings", "date"): [day for day, _ in course.readings],
        value: [reading for _, reading in course.readings],
    }
    if course.trajectory:
        columns[t("item.chart.trajectory")] = list(expected)
    return pd.DataFrame(columns)
