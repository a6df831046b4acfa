"""The way on from an indicator: back to the wall, and to its neighbours there."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import language, menu
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain_title
from data.campaign import Rows
from data.filters import Filters


def show(board: Board, row: int, rows: Rows) -> None:
    """Draw the links; an indicator outside the filters says so and offers to clear them."""
    place = np.flatnonzero(rows == row)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="indicator-neighbours"):
        st.page_link(
            menu.page("indicators"),
            label=t("indicators.back"),
            icon=":material/arrow_back:",
            query_params=board.link(),
        )
        if len(place):
            here = int(place[0])
            _neighbour(board, rows, here - 1, "previous")
            count = language.number(len(rows))
            st.markdown(t("item.place", place=language.number(here + 1), count=count), width="content")
            _neighbour(board, rows, here + 1, "next")
    if not len(place):
        _outside(board, row)


def _neighbour(board: Board, rows: Rows, place: int, name: str) -> None:
    there = 0 <= place < len(rows)
    row = int(rows[place]) if there else -1
    st.page_link(
        menu.page("indicators"),
        label=t(f"item.{name}"),
        icon=":material/chevron_left:" if name == "previous" else ":material/chevron_right:",
        icon_position="left" if name == "previous" else "right",
        help=plain_title(cells.literal(board, "indicators", "title", row)) if there else "",
        disabled=not there,
        query_params=board.link(indicator=_id(board, row)) if there else None,
    )


def _id(board: Board, row: int) -> str:
    return str(cells.value(board, "indicators", "id", row))


def _outside(board: Board, row: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="indicator-outside"):
        outside = t("indicators.outside")
        st.markdown(f":material/filter_alt: {outside}", width="content")
        st.page_link(
            menu.page("indicators"),
            label=t("filter.clear"),
            icon=":material/close:",
            query_params=board.link(filters=Filters(), indicator=_id(board, row)),
        )
