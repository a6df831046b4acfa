"""Where what is said about an item was taken from."""

from __future__ import annotations

import streamlit as st

from components import replay
from components.board import Board
from components.item import cells, part
from components.language import header, t
from components.plain import plain

# Tables that name items, the column that does so, and the column that dates their rows. Readings name their
# sources beside the indicator.
_ABOUT = {
    "measures": ("item", ""),
    "milestones": ("item", ""),
    "updates": ("item", "date"),
    "indicators": ("item", ""),
    "documents": ("items", "issued"),
    "events": ("items", "date"),
    "practices": ("items", "date"),
}


@replay.drawn
def show(board: Board, item: int) -> None:
    """Draw the sources of the item and of all its parts, each once, and the item's id."""
    found = list(dict.fromkeys(source for source in _all(board, item) if source))
    part.heading(t("item.sources"))
    if found:
        st.markdown("\n".join(f"- {source}" for source in found))
    else:
        st.caption(t("item.sources_missing"))
    code = plain(str(cells.value(board, "items", "id", item)))
    st.caption(t("item.labelled", label=header("items", "id"), value=code))


def _all(board: Board, item: int) -> list[str]:
    rows = [("items", item)]
    for table, (column, dated) in _ABOUT.items():
        rows += [(table, int(row)) for row in cells.rows(board, table, item, column=column, dated=dated)]
    return [cells.source(board, table, row) for table, row in rows]
