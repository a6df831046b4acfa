"""A campaign without problem leads: what could stand here, how to add it, and what deals with them."""

from __future__ import annotations

import streamlit as st

from components import cards, item_lines, replay
from components.board import Board
from components.language import header, t
from data.summaries.leads import items_about_leads

_COLUMNS = ("id", "received", "category", "text", "item", "organization", "due", "resolved", "satisfaction")
"""What the figures of the page need."""


def show(board: Board, heading: str) -> None:
    """Say why the page is empty and what to do, and link to the items that deal with problem leads."""
    st.markdown(heading)
    st.info(t("leads.none_reported"), icon=":material/inbox:")
    separator = "、" if board.lang == "zh" else ", "
    columns = separator.join(header("leads", name) for name in _COLUMNS)
    st.markdown(f"{t('leads.would_show')}\n\n{t('leads.how_to_add', columns=columns)}")
    if lines := _items(board):
        with st.container(key="lines-leads"):
            st.markdown(f"## {t('leads.items')}\n\n{lines}")


@replay.made
def _items(board: Board) -> str:
    return cards.listed(
        item_lines.described(board, item) for item in items_about_leads(board.campaign).tolist()
    )
