"""The wall of indicators: a card for each, those at risk first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components import chart, item_lines, links, markdown, paging, replay, table_behind
from components.board import Board
from components.charts.finding import listed, sentences
from components.charts.readings_against_target import Course, readings_against_target
from components.indicators import course, latest
from components.item import cells, indicator_words
from components.language import header, t
from components.plain import plain_title
from components.results import latest_readings
from data.campaign import Rows
from data.summaries import risk
from data.words import Light

_KEY = "indicators"
CARDS_A_PAGE = 12
_HEIGHT = 150
_POINTS = 24
"""As many as can be told apart on a card; the chart in full draws all."""


@dataclass(frozen=True)
class _Card:
    """What is said of an indicator, and the chart of its course, if it has one worth drawing."""

    id: str
    words: str
    figure: chart.Figure | None
    alt: str


def show(board: Board, rows: Rows) -> None:
    """Draw a page of the cards, and the table behind them if it is open."""
    lights = risk.indicator_lights(board.campaign, board.standing)
    pages = paging.choose(board.view, len(rows), CARDS_A_PAGE, "indicators")
    shown = rows[pages.part]
    drawn = _cards(board, shown)
    name = t("page.indicators")
    key = t("indicators.key" if any(card.figure for card in drawn) else "indicators.no_courses")
    said = (paging.said_of_part(pages.part, len(rows)), key)
    st.markdown(
        markdown.below(
            f"{_counted(lights[rows])} {table_behind.link(_KEY, t('chart.table'), name)}",
            markdown.lines(*map(markdown.small, said)),
        )
    )
    # Below the cards, nobody would see it open.
    table_behind.show(_KEY, lambda: _table(board, shown, lights), name=name, alt=name)
    _draw(drawn)
    pages.show()


def _draw(drawn: Sequence[_Card]) -> None:
    theme = chart.theme()
    # A container for each card would cost as much as a chart; the style sheet knows charts by their keys.
    with st.container(key="indicators"):
        for card in drawn:
            st.markdown(card.words)
            if card.figure:
                chart.plot(card.figure, f"indicators.card.{card.id}.{theme}", alt=card.alt)


def _counted(places: Rows) -> str:
    counts = {light: int((places == place).sum()) for place, light in enumerate(Light)}
    parts = [t(f"indicators.count.{light}", n=count) for light, count in counts.items() if count]
    return t("indicators.counted", n=len(places), parts=listed(parts))


@replay.made
def _cards(board: Board, rows: Rows) -> list[_Card]:
    board = board.with_readings(rows)
    lights = risk.indicator_lights(board.campaign, board.standing)[rows]
    ids = [str(cells.value(board, "indicators", "id", row)) for row in rows.tolist()]
    return [
        _Card(id, _words(board, row, light), *_drawn(board, row))
        for id, row, light in zip(ids, rows.tolist(), lights.tolist(), strict=True)
    ]


@replay.made_for_any_view
def _words(board: Board, row: int, place: int) -> str:
    id = str(cells.value(board, "indicators", "id", row))
    title = plain_title(cells.literal(board, "indicators", "title", row))
    full = links.to_one(board, "indicators", "indicator", id, f"**{title}**")
    return markdown.below(
        markdown.lines(
            f"{latest.badge(board, row, place)} {full}",
            item_lines.link(board, cells.position(board, "indicators", "item", row)),
        ),
        latest.words(board, row, int(latest_readings(board)[row])),
        markdown.lines(*(markdown.small(line) for line in latest.projected(board, row).split("  \n"))),
    )


@replay.made_for_any_view
def _drawn(board: Board, row: int) -> tuple[chart.Figure | None, str]:
    """Draw the course of an indicator, if it has one worth drawing, and say what the chart shows."""
    drawn = course.courses(board, np.array([row], dtype=np.intp))[row]
    if not course.worth_drawing(drawn):
        return None, ""
    finding = course.described(board, row, drawn)
    alt = sentences(finding, indicator_words.projection(board, row))
    return _small(course.thinned(drawn, _POINTS), finding), alt


def _small(drawn: Course, finding: str) -> chart.Figure:
    """Make the full chart small: no legend, fewer ticks."""
    figure = readings_against_target(drawn, finding, course.expected(drawn)).figure
    layout = figure["layout"]
    ticks = {name: layout["yaxis"][name][::2] for name in ("tickvals", "ticktext")}
    layout |= {"height": _HEIGHT, "showlegend": False}
    layout["yaxis"] |= ticks
    layout["xaxis"] |= {"nticks": 4}
    return figure


def _table(board: Board, rows: Rows, lights: Rows) -> pd.DataFrame:
    state = board.standing.indicators.iloc[rows]
    places = rows.tolist()
    items = [cells.position(board, "indicators", "item", row) for row in places]
    columns: dict[str, list[Any]] = {
        t("items.light"): [list(Light)[int(place)].label(board.lang) for place in lights[rows]],
        header("indicators", "title"): [cells.literal(board, "indicators", "title", row) for row in places],
        header("indicators", "item"): [cells.literal(board, "items", "title", item) for item in items],
        header("indicators", "unit"): [indicator_words.unit(board, row) for row in places],
        t("results.value"): state["latest"].round(2).tolist(),
        header("readings", "date"): [_date(value) for value in state["latest_date"]],
        t("indicators.previous"): state["previous"].round(2).tolist(),
        header("indicators", "target"): board.campaign["indicators"]["target"].iloc[rows].tolist(),
        header("indicators", "target_date"): [
            _date(value) for value in board.campaign["indicators"]["target_date"].iloc[rows]
        ],
        t("indicators.reached_on"): [_date(value) for value in state["reached_on"]],
        t("indicators.days_late"): state["miss_days"].where(np.isfinite(state["miss_days"])).tolist(),
    }
    return pd.DataFrame(columns)


def _date(value: Any) -> Any:
    return None if pd.isna(value) else value.date()
