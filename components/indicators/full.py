"""One indicator in full: value, target and projection beside the chart, how it is computed, its readings."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import chart, item_lines, markdown, neighbours
from components.board import Board
from components.charts.readings_against_target import readings_against_target
from components.indicators import by_region, course, latest, method
from components.item import cells, indicator_words, part, readings_table
from components.language import header, t
from components.plain import plain_title
from data.campaign import Rows
from data.summaries import risk

_READINGS = "indicator.readings"


def show(board: Board, row: int, rows: Rows) -> None:
    """Draw an indicator; `rows` are those of the wall, in its order."""
    alone = np.array([row], dtype=np.intp)
    board = board.with_readings(alone, each=True)
    readings = indicator_words.readings(board, row)
    drawn = course.courses(board, alone)[row]
    whole = indicator_words.latest_of_whole(board, row, readings) if len(readings) else -1
    back, outside = t("indicators.back"), t("indicators.outside")
    way_on = neighbours.words(board, "indicators", row, rows, back=back, outside=outside)
    st.markdown(markdown.below(way_on, _heading(board, row)))
    if course.worth_drawing(drawn):
        words, drawing = st.columns([2, 3], gap="medium")
        with words:
            _words(board, row, whole)
        with drawing:
            made = readings_against_target(drawn, course.described(board, row, drawn), course.expected(drawn))
            chart.show(made, "indicator.chart")
    else:
        _words(board, row, whole, t("indicators.no_course"))
    st.markdown(method.words(board, row, drawn, whole))
    by_region.show(board, row, readings)
    _readings(board, row, readings)


def _heading(board: Board, row: int) -> str:
    place = int(risk.indicator_lights(board.campaign, board.standing)[row])
    item = cells.position(board, "indicators", "item", row)
    lead = cells.organization(board, "items", "lead", item) or t("not_reported")
    about = [
        latest.badge(board, row, place),
        item_lines.link(board, item),
        t("lines.lead", name=lead),
    ]
    title = plain_title(cells.literal(board, "indicators", "title", row))
    return markdown.below(f"# {title}", " · ".join(about))


def _words(board: Board, row: int, whole: int, more: str = "") -> None:
    st.markdown(
        markdown.below(
            latest.words(board, row, whole),
            latest.projected(board, row),
            indicator_words.trajectory(board, row),
            markdown.small(more),
        )
    )


def _readings(board: Board, row: int, readings: Rows) -> None:
    if not len(readings):
        return
    count = method.suppressed(board, readings)
    source = cells.source(board, "readings", int(readings[0])) or cells.source(board, "indicators", row)
    named = t("item.labelled", label=header("readings", "source"), value=part.reported(source))
    said = markdown.lines(t("indicators.suppressed", n=count) if count else "", markdown.small(named))
    st.markdown(f"{said} {readings_table.link(board, row, readings, _READINGS)}")
    readings_table.show(board, row, readings, _READINGS)
