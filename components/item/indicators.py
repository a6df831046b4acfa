"""The indicators of an item: latest value, target and projection in words, the chart, and the readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
import streamlit as st

from components import cards, chart, folds, markdown, replay, table_behind
from components.board import Board
from components.chart import Chart
from components.charts.readings_against_target import readings_against_target
from components.indicators import course, latest
from components.item import cells, indicator_words, part, readings_table
from components.language import header, t
from components.plain import plain_title
from components.together import Part
from data.campaign import Rows


def words(board: Board, item: int) -> str:
    """Begin the part about indicators; empty where there are none."""
    return markdown.heading(t("item.indicators")) if len(cells.rows(board, "indicators", item)) else ""


def parts(board: Board, item: int) -> Iterator[Part]:
    """Draw every indicator: those with a course to draw by themselves, the others side by side."""
    found = cells.rows(board, "indicators", item).tolist()
    charts = _charts(board, item) if found else {}
    for row, made in charts.items():
        yield partial(_show, board, row, made)
    others = [row for row in found if row not in charts]
    yield cards.laid(markdown.below(_said(board, row), _link(board, row)) for row in others)
    for row in others:
        if _open(board, row):
            yield partial(_show_readings, board, row, named=True)


def _show(board: Board, row: int, made: Chart) -> None:
    key = _key(board, row)
    with st.grid(2, min_column_width=300, key=f"framed-{key}"):
        finding = plain_title(made.finding)
        links = table_behind.link(f"{key}.chart", t("chart.table"), finding), _link(board, row)
        said = markdown.lines(markdown.small(finding), " · ".join(filter(None, links)))
        st.markdown(markdown.below(_said(board, row), said))
        chart.plot(made.figure, f"{key}.chart.{chart.theme()}", alt=made.finding)
        if _open(board, row):
            _show_readings(board, row)
        table_behind.show(f"{key}.chart", lambda: made.table, name=key, alt=made.finding)


def _key(board: Board, row: int) -> str:
    return f"item.indicator.{cells.value(board, 'indicators', 'id', row)}"


@replay.made
def _charts(board: Board, item: int) -> Mapping[int, Chart]:
    """Make the chart of each indicator that has a course to draw."""
    found = course.courses(board, cells.rows(board, "indicators", item))
    return {
        row: readings_against_target(drawn, course.described(board, row, drawn), course.expected(drawn))
        for row, drawn in found.items()
        if course.worth_drawing(drawn)
    }


def _holding(board: Board, row: int) -> Board:
    """Return a board that holds every reading of an indicator, should they live elsewhere."""
    return board.with_readings(np.array([row], dtype=np.intp), each=True)


@replay.made
def _readings(board: Board, row: int) -> Rows:
    return indicator_words.readings(_holding(board, row), row)


def _worth_listing(board: Board, row: int) -> bool:
    """Tell whether the readings say more than is said already, as one reading of the whole is."""
    readings = _readings(board, row)
    if len(readings) != 1:
        return len(readings) > 1
    return bool(cells.region_names(_holding(board, row), "readings", "region", int(readings[0])))


def _link(board: Board, row: int) -> str:
    """Link to the readings, as Markdown; empty where they say no more than is said already."""
    if not _worth_listing(board, row):
        return ""
    return readings_table.link(board, row, _readings(board, row), _readings_key(board, row))


def _open(board: Board, row: int) -> bool:
    return folds.is_open(_readings_key(board, row)) and _worth_listing(board, row)


def _show_readings(board: Board, row: int, *, named: bool = False) -> None:
    readings = _readings(board, row)
    readings_table.show(_holding(board, row), row, readings, _readings_key(board, row), named=named)


def _readings_key(board: Board, row: int) -> str:
    return f"{_key(board, row)}.readings"


@replay.made
def _said(board: Board, row: int) -> str:
    """Say title, latest value, target, trajectory, projection and source."""
    readings, board = _readings(board, row), _holding(board, row)
    whole = indicator_words.latest_of_whole(board, row, readings)
    target = indicator_words.target(board, row)
    return markdown.below(
        f"### {plain_title(cells.literal(board, 'indicators', 'title', row))}",
        latest.words(board, row, whole),
        markdown.lines(
            target or markdown.quiet(t("item.target_missing")),
            indicator_words.trajectory(board, row),
            indicator_words.projection(board, row) if len(readings) else "",
        ),
        _source(board, int(readings[0])) if len(readings) else "",
    )


def _source(board: Board, newest: int) -> str:
    """Name the note and the source of the newest reading."""
    source = part.reported(cells.source(board, "readings", newest))
    return markdown.lines(
        markdown.small(cells.text(board, "readings", "note", newest)),
        markdown.small(t("item.labelled", label=header("readings", "source"), value=source)),
    )
