"""The way on from an item: back to the list, and to its neighbours within the filters, most urgent first."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import language, menu, replay
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain
from data.filters import Filters


@replay.drawn
def show(board: Board, item: int) -> None:
    """Draw the links; an item outside the filters says so and offers to clear them."""
    place = np.flatnonzero(board.rows == item)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="item-neighbours"):
        st.page_link(
            menu.page("items"), label=t("item.back"), icon=":material/arrow_back:", query_params=board.link()
        )
        if len(place):
            _neighbours(board, int(place[0]))
    if not len(place):
        _outside(board, item)


def _neighbours(board: Board, place: int) -> None:
    count = len(board.rows)
    _neighbour(board, place - 1, "previous", ":material/chevron_left:", "left")
    st.markdown(t("item.place", place=language.number(place + 1), count=language.number(count)))
    _neighbour(board, place + 1, "next", ":material/chevron_right:", "right")


def _neighbour(board: Board, place: int, name: str, icon: str, side: str) -> None:
    there = 0 <= place < len(board.rows)
    row = int(board.rows[place]) if there else -1
    st.page_link(
        menu.page("item"),
        label=t(f"item.{name}"),
        icon=icon,
        icon_position="right" if side == "right" else "left",
        help=cells.text(board, "items", "title", row) if there else "",
        disabled=not there,
        query_params=board.link(item=str(cells.value(board, "items", "id", row))) if there else None,
    )


def _outside(board: Board, item: int) -> None:
    ids = board.campaign["items"]["id"]
    with st.container(horizontal=True, vertical_alignment="center", key="item-outside"):
        st.markdown(f":material/filter_alt: {t('item.outside')}", width="content")
        st.page_link(
            menu.page("item"),
            label=t("filter.clear"),
            icon=":material/close:",
            query_params=board.link(filters=Filters(), item=str(ids.iat[item])),
        )


def link(board: Board, item: int, before: str = "") -> None:
    """Draw a link to another item: what stands before it (Markdown), code and title."""
    title = cells.text(board, "items", "title", item)
    words = [before, plain(str(cells.value(board, "items", "code", item))), title]
    st.page_link(
        menu.page("item"),
        label=" ".join(word for word in words if word),
        icon="",
        help=title,
        query_params=board.link(item=str(cells.value(board, "items", "id", item))),
    )
