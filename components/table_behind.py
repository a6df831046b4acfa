"""The table behind what is drawn: made when a reader opens it, printed without scrolling, and as CSV."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import folds, print_sheet
from components.download import csv_button
from components.language import t

_PRINTED = 100
"""Rows on paper; a table on screen scrolls."""


def link(key: str, label: str, about: str = "", *, icon: str = ":material/table:") -> str:
    """Link to a table, for the text above it, as Markdown; `about` says whose table it is."""
    return folds.link(key, label, t("table.hide"), about, icon=icon)


def show(
    key: str,
    table: Callable[[], pd.DataFrame],
    *,
    name: str,
    alt: str,
    note: str = "",
    whole: Callable[[], pd.DataFrame] | None = None,
) -> None:
    """Draw a table if it is open, and offer it as a file; `note` says which part of the `whole` it is."""
    if not folds.is_open(key):
        return
    with st.container(border=True):
        if note:
            st.caption(note)
        rows = table()
        st.dataframe(rows, hide_index=True, placeholder="–", alt=alt, key=f"{key}.rows")
        print_sheet.table(rows[:_PRINTED], len(rows))
        csv_button(whole or (lambda: rows), name, f"{key}.csv")
