"""The table behind what is drawn: made when a reader opens it, printed without scrolling, and as CSV."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import print_sheet
from components.download import csv_button

_PRINTED = 100
"""Rows on paper; a table on screen scrolls."""


def offer(
    label: str,
    table: Callable[[], pd.DataFrame],
    key: str,
    *,
    name: str,
    alt: str = "",
    note: str = "",
    whole: Callable[[], pd.DataFrame] | None = None,
    icon: str = ":material/table:",
) -> None:
    """Offer a table under a label and as the file `name`; `note` says which part of the `whole` it is."""
    behind = st.expander(label, icon=icon, key=f"{key}.table", on_change="rerun")
    if not behind.open:
        return
    with behind:
        if note:
            st.caption(note)
        rows = table()
        with print_sheet.on_screen(f"{key}-rows"):
            st.dataframe(rows, hide_index=True, placeholder="–", alt=alt or label, key=f"{key}.rows")
        print_sheet.table(rows[:_PRINTED], len(rows))
        csv_button(whole or (lambda: rows), name, f"{key}.csv")
