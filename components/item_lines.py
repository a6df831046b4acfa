"""Items as lines of a list: light, title that opens the item, and what is said about it."""

from __future__ import annotations

import streamlit as st

from components import language, light, menu
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain, plain_title
from data import lights


def link(board: Board, row: int) -> None:
    """Link to an item by its title."""
    st.page_link(
        menu.path("item"),
        label=plain_title(board.text("items", "title", row)),
        # Streamlit cuts a long label off; the tooltip has it in full.
        help=plain(board.text("items", "title", row)),
        icon=":material/chevron_right:",
        query_params=board.link(item=str(board.campaign["items"]["id"].iloc[row])),
    )


def show(board: Board, row: int) -> None:
    """Draw one item with who leads it, when it is due, and why it has its light."""
    state = board.standing.items
    with st.container(gap="xxsmall", key=f"line.{row}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(light.badge(state["light"].iloc[row]), width="content")
            link(board, row)
        reasons = lights.reasons(board.campaign, board.standing, row, board.lang)
        st.markdown("  \n".join(f"• {plain(reason.text)}" for reason in reasons))
        st.caption(" · ".join(_who_and_when(board, row)))


def _who_and_when(board: Board, row: int) -> list[str]:
    state = board.standing.items
    lead = cells.organization(board, "items", "lead", row) or t("not_reported")
    parts = [t("lines.lead", name=lead)]
    if owner := cells.text(board, "items", "owner", row):
        parts.append(t("lines.owner", name=owner))
    if state["continuing"].iloc[row]:
        return [*parts, t("lines.continuing")]
    return [*parts, t("lines.deadline", day=language.day(state["deadline"].iloc[row]))]
