"""The indicators of an item: latest value, target and projection in words, the chart, and the readings."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import streamlit as st

from components import chart, language
from components.board import Board
from components.charts.readings_against_target import Course, readings_against_target
from components.indicators import course
from components.item import cells, indicator_words, part, readings_table
from components.language import header, t
from components.plain import plain_title
from data.campaign import Rows


def show(board: Board, item: int) -> bool:
    """Draw every indicator: those with a course to draw by themselves, the others side by side."""
    found = cells.rows(board, "indicators", item)
    if not len(found):
        return False
    part.heading(t("item.indicators"))
    courses = course.courses(board, found)
    others = [row for row, drawn in courses.items() if not course.worth_drawing(drawn)]
    for row, drawn in courses.items():
        if row not in others:
            with st.container(border=True, key=f"{_key(board, row)}.card"):
                _with_chart(board, row, drawn)
    if others:
        with st.grid("auto", min_column_width=300, border=True, key="item.indicators.others") as grid:
            for row in others:
                with grid.cell():
                    _words(board, row)
    return True


def _key(board: Board, row: int) -> str:
    return f"item.indicator.{cells.value(board, 'indicators', 'id', row)}"


def _with_chart(board: Board, row: int, drawn: Course) -> None:
    words, drawing = st.columns([2, 3], gap="medium")
    with words:
        _words(board, row)
    with drawing:
        finding = course.described(board, row, drawn)
        made = readings_against_target(drawn, finding, course.expected(drawn))
        chart.show(made, f"{_key(board, row)}.chart")


def _words(board: Board, row: int) -> None:
    """Say title, latest value, target, trajectory, projection and source; below them lie the readings."""
    st.subheader(plain_title(cells.literal(board, "indicators", "title", row)), anchor=False)
    board = board.with_readings(np.array([row], dtype=np.intp), each=True)
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
