"""What needs attention: the most urgent items in red or yellow, each with its reasons."""

from __future__ import annotations

import streamlit as st

from components import empty, item_lines, menu, replay
from components.board import Board
from components.language import t
from data.words import Light

_WORTH = (str(Light.RED), str(Light.YELLOW))


@replay.drawn
def show(board: Board, limit: int = 8) -> None:
    """List the most urgent items among those the filters leave, with a link to all of them."""
    worth = board.standing.items["light"].isin(_WORTH).to_numpy()[board.rows]
    rows = board.rows[worth]
    if not len(rows):
        _nothing(board)
        return
    for row in rows[:limit].tolist():
        item_lines.show(board, row)
    if len(rows) > limit:
        _all(board, len(rows), _WORTH)


def _all(board: Board, count: int, lights: tuple[str, ...]) -> None:
    st.page_link(
        menu.page("items"),
        label=t("overview.attention_all", n=count),
        icon=":material/chevron_right:",
        icon_position="right",
        query_params=board.link(filters=board.narrowed(lights=lights)),
    )


def _nothing(board: Board) -> None:
    grey = int((board.standing.items["light"].iloc[board.rows] == Light.GREY).sum())
    if grey:
        st.info(t("overview.attention_grey", n=grey), icon=":material/help:")
        _all(board, grey, (str(Light.GREY),))
    else:
        empty.nothing("overview.attention_none")
