"""What the file says about an item in columns that are no field of the table."""

from __future__ import annotations

import streamlit as st

from components.board import Board
from components.item import cells, part
from components.language import t
from components.plain import plain

_LONG = 60
"""From how many characters on a text is prose and wants the width of the page."""


def show(board: Board, item: int) -> None:
    """Draw the further fields: short ones as a grid like the facts, long ones below each other."""
    row = board.campaign.extra_texts("items").iloc[item]
    found = {str(header): str(text) for header, text in row.items() if text}
    if not found:
        return
    part.heading(t("item.further"))
    short = {header: text for header, text in found.items() if len(text) <= _LONG}
    if short:
        with st.grid(4, min_column_width=150, gap=("small", "medium"), key="item-further") as grid:
            for header, text in short.items():
                with grid.cell():
                    _field(header, text)
    for header, text in found.items():
        if header not in short:
            _field(header, text)


def _field(header: str, text: str) -> None:
    with st.container(gap="xxsmall"):
        st.caption(plain(header))
        st.markdown(cells.link(plain(text), text))
