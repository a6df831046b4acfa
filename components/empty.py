"""Empty states: why there is nothing here, and what to do."""

from __future__ import annotations

import streamlit as st

from components.board import Board
from components.language import t
from data.filters import Filters


def no_items(board: Board) -> None:
    """Say why no item is shown."""
    key = "empty.filters" if board.filters != Filters() else "empty.items"
    st.info(t(key), icon=":material/search_off:")


def nothing(key: str) -> None:
    """Say why a part of a page has nothing to show; `key` words it."""
    st.caption(words(key))


def words(key: str) -> str:
    """Word why a part of a page has nothing to show, as Markdown."""
    return f":material/info: {t(key)}"
