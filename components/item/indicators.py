"""The indicators of an item: latest value, target and projection in words, the chart, and the readings."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components import chart, language
from components.board import Board
from components.charts.readings_against_target import Course, Point, readings_against_target
from components.item import cells, indicator_words, part, readings_table
from components.language import header, t
from components.plain import plain_title
from data import projection
from data.campaign import Rows


def show(board: Board, item: int) -> bool:
    """Draw every indicator: those with a course to draw by themselves, the others side by side."""
    found = [int(row) for row in cells.rows(board, "indicators", item)]
    if not found:
        return False
    part.heading(t("item.indicators"))
    courses = {row: _course(board, row) for row in found}
    others = [row for row, course in courses.items() if not _worth_drawing(course)]
    for row in found:
        if row not in others:
            with st.container(border=True, key=f"{_key(board, row)}.card"):
                _with_chart(board, row, courses[row])
    if others:
        with st.grid("auto", min_column_width=300, border=True, key="item.indicators.others") as grid:
            for row in others:
                with grid.cell():
                    _words(board, row)
    return True


def _key(board: Board, row: int) -> str:
    return f"item.indicator.{cells.value(board, 'indicators', 'id', row)}"


def _worth_drawing(course: Course) -> bool:
    return len(course.readings) > 1 or bool(course.readings and course.trajectory)


def _course(board: Board, row: int) -> Course:
    """Gather what a chart of the indicator shows."""
    indicator: Any = board.campaign["indicators"].iloc[row]
    series = projection.series(board.campaign, row, board.standing.day)
    readings = [
        (date.date(), indicator_words.legible(float(value)) if regions else float(value))
        for date, value, regions in zip(series["date"], series["value"], series["regions"], strict=True)
    ]
    ends = [(indicator[f"{name}_date"], float(indicator[name])) for name in ("baseline", "target")]
    known = all(not pd.isna(date) and not math.isnan(value) for date, value in ends)
    trajectory = [(date.date(), value) for date, value in ends] if known and ends[0][0] < ends[1][0] else []
    return Course(
        readings,
        trajectory,
        _projected(board, row, readings, float(indicator["target"])),
        indicator_words.unit(board, row),
    )


def _projected(board: Board, row: int, readings: list[Point], target: float) -> list[Point]:
    """Lead from the latest reading to the target, but no further ahead than the rest of the chart is long."""
    state: Any = board.standing.indicators.iloc[row]
    if state["reached"] or pd.isna(state["reached_on"]):
        return []
    (first, _), (last, value), reached = readings[0], readings[-1], state["reached_on"].date()
    due = cells.value(board, "indicators", "target_date", row).date()
    end = min(reached, max(due, last) + (max(due, last) - first))
    share = (end - last) / (reached - last) if reached > last else 1.0
    return [(last, value), (end, value + share * (target - value))]


def _with_chart(board: Board, row: int, course: Course) -> None:
    words, drawing = st.columns([2, 3], gap="medium")
    with words:
        _words(board, row)
    with drawing:
        (start, first), (end, last) = course.readings[0], course.readings[-1]
        finding = t(
            "item.chart.finding",
            n=len(course.readings),
            title=cells.literal(board, "indicators", "title", row),
            start=language.day(start),
            end=language.day(end),
            first=language.number(first, course.unit),
            last=language.number(last, course.unit),
        )
        chart.show(readings_against_target(course, finding, _expected(course)), f"{_key(board, row)}.chart")


def _expected(course: Course) -> list[float]:
    """Read the trajectory on the dates of the readings: before it begins the baseline, then the target."""
    if not course.trajectory:
        return [math.nan] * len(course.readings)
    days, values = zip(*((day.toordinal(), value) for day, value in course.trajectory), strict=True)
    return [round(float(np.interp(day.toordinal(), days, values)), 2) for day, _ in course.readings]


def _words(board: Board, row: int) -> None:
    """Say title, latest value, target, trajectory, projection and source; below them lie the readings."""
    st.subheader(plain_title(cells.literal(board, "indicators", "title", row)), anchor=False)
    readings = indicator_words.readings(board, row)
    if len(readings):
        _latest(board, row, readings)
    else:
        st.caption(t("item.reading.nothing"))
    target = indicator_words.target(board, row)
    lines = [
        target or part.quiet(t("item.target_missing")),
        indicator_words.trajectory(board, row),
        indicator_words.projection(board, row) if len(readings) else "",
    ]
    st.markdown("  \n".join(line for line in lines if line))
    if len(readings):
        _sources(board, readings)
        # One reading of the whole is said already.
        if len(readings) > 1 or cells.region_names(board, "readings", "region", int(readings[0])):
            readings_table.show(board, row, readings, f"{_key(board, row)}.readings")


def _latest(board: Board, row: int, readings: Rows) -> None:
    """Show the latest value with its change since the one before, and what newer readings hold back."""
    state: Any = board.standing.indicators.iloc[row]
    if withheld := indicator_words.withheld(board, int(readings[0])):
        st.caption(withheld)
    if math.isnan(state["latest"]):
        return
    whole = indicator_words.latest_of_whole(board, row, readings)
    change = indicator_words.legible(float(state["latest"] - state["previous"]))
    st.metric(
        t("item.reading.as_of", day=indicator_words.dated(board, whole))
        if whole >= 0
        else t("item.reading.combined", day=language.day(state["latest_date"])),
        indicator_words.as_stated(board, whole, row)
        if whole >= 0
        else indicator_words.figure(board, row, indicator_words.legible(state["latest"])),
        None if math.isnan(change) else 0 if change == 0 else language.number(change),
        delta_color="inverse" if indicator_words.less_is_better(board, row) else "normal",
        delta_description=None if math.isnan(change) else t("item.reading.since_previous"),
    )


def _sources(board: Board, readings: Rows) -> None:
    """Name the note and the source of the newest reading."""
    newest = int(readings[0])
    note, source = cells.text(board, "readings", "note", newest), cells.source(board, "readings", newest)
    lines = [note, t("item.labelled", label=header("readings", "source"), value=part.reported(source))]
    st.caption("  \n".join(line for line in lines if line))
