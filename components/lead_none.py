"""A campaign without problem leads: what could stand here, how to add it, and what deals with them."""

from __future__ import annotations

import streamlit as st

from components import item_lines
from components.board import Board
from components.language import header, t
from data.summaries.leads import items_about_leads

_COLUMNS = ("id", "received", "category", "text", "item", "organization", "due", "resolved", "satisfaction")
"""What the figures of the page need."""


def show(board: Board) -> None:
    """Say why the page is empty and what to do, and link to the items that deal with problem leads."""
    st.info(t("leads.none_reported"), icon=":material/inbox:")
    st.markdown(t("leads.would_show"))
    separator = "、" if board.lang == "zh" else ", "
    st.markdown(t("leads.how_to_add", columns=separator.join(header("leads", name) for name in _COLUMNS)))
    items = items_about_leads(board.campaign).tolist()
    if items:
        st.header(t("leads.items"))
        for item in items:
            st.markdown(item_lines.described(board, item))
