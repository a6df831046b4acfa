"""The wall of indicators: a card for each, those at risk first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components import chart, menu, paging, replay, table_behind
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

CARDS_A_PAGE = 12
_HEIGHT = 150


def show(board: Board, rows: Rows) -> None:
    """Draw a page of the cards, and the table behind them."""
    lights = risk.indicator_lights(board.campaign, board.standing)
    st.markdown(_counted(lights[rows]))
    slot = st.container()
    part = paging.choose(board.view, len(rows), CARDS_A_PAGE, "indicators")
    shown = rows[part]
    # Links carry the filters; the version carries the scope of the viewer.
    with slot:
        paging.show_part(part, len(rows))
        _cards(board, shown, chart.theme())
        name = t("page.indicators")
        table_behind.offer(
            t("chart.table"), lambda: _table(board, shown, lights), "indicators", name=name, alt=name
        )


@replay.drawn
def _cards(board: Board, rows: Rows, theme: str) -> None:
    board = board.with_readings(rows)
    found = course.courses(board, rows)
    drawn = any(course.worth_drawing(each) for each in found.values())
    st.caption(t("indicators.key" if drawn else "indicators.no_courses"))
    lights = risk.indicator_lights(board.campaign, board.standing)
    wholes = latest_readings(board)
    with st.grid("auto", min_column_width=290, gap="small", border=True, key="indicators.wall") as grid:
        for row in rows.tolist():
            with grid.cell():
                _card(board, row, int(lights[row]), int(wholes[row]), found[row], theme)


def _counted(places: Rows) -> str:
    counts = {light: int((places == place).sum()) for place, light in enumerate(Light)}
    parts = [t(f"indicators.count.{light}", n=count) for light, count in counts.items() if count]
    return t("indicators.counted", n=len(places), parts=listed(parts))


def _card(board: Board, row: int, place: int, whole: int, drawn: Course, theme: str) -> None:
    key = str(cells.value(board, "indicators", "id", row))
    title = cells.literal(board, "indicators", "title", row)
    item = cells.position(board, "indicators", "item", row)
    # A link cuts off what is too long for it, so the titles stand above the links.
    st.markdown(f"{latest.badge(board, row, place)}  \n**{plain_title(title)}**")
    st.caption(plain_title(cells.literal(board, "items", "title", item)))
    with st.container(horizontal=True, gap="xsmall", key=f"indicators.links.{key}"):
        st.page_link(
            menu.page("indicators"),
            label=t("indicators.open"),
            icon=":material/monitoring:",
            query_params=board.link(indicator=key),
        )
        st.page_link(
            menu.page("item"),
            label=t("indicators.open_item"),
            icon=":material/task_alt:",
            query_params=board.link(item=str(cells.value(board, "items", "id", item))),
        )
    latest.show(board, row, whole)
    if course.worth_drawing(drawn):
        finding = course.described(board, row, drawn)
        chart.plot(
            _small(drawn, finding),
            f"indicators.card.{key}.{theme}",
            alt=sentences(finding, indicator_words.projection(board, row)),
        )
    st.caption(latest.projected(board, row))


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
