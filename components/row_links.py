"""What leads from a row of a table to what it stands for: a button in the row, and a list by name.

A button within a table cannot be pressed by keyboard; the list can.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components import language, menu
from components.board import current
from components.language import t

Open = Callable[[str], None]


def open_item(item: str) -> None:
    """Open the page of an item, in the view that is open."""
    st.switch_page(menu.page("item"), query_params=current().link(item=item))


def buttons(label: str, width: int, ids: Sequence[str], open_row: Open, key: str) -> Any:
    """Make the column of buttons; `ids` are what its rows stand for, empty where that is nothing."""
    return st.column_config.ButtonColumn(
        label, width=width, pinned=True, key=key, on_click=_pressed, args=(key, ids, open_row)
    )


def by_name(label: str, names: Mapping[str, str], open_row: Open, table: str) -> None:
    """Offer the rows of a table by name; `names` gives the name of each id, `label` is a catalog key."""
    key = f"choice-{table}.{language.current()}"
    st.selectbox(
        t(label),
        list(names),
        index=None,
        key=key,
        format_func=lambda row: names.get(row, str(row)),
        placeholder=t("row_links.hint"),
        filter_mode="contains",
        on_change=_chosen,
        args=(key, open_row),
    )


def _pressed(key: str, ids: Sequence[str], open_row: Open) -> None:
    clicked = st.session_state[key]
    if clicked is not None and ids[clicked.row]:
        open_row(ids[clicked.row])


def _chosen(key: str, open_row: Open) -> None:
    if chosen := st.session_state[key]:
        open_row(chosen)
