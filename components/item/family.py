"""The items above and below an item, each with its light."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import light, replay
from components.board import Board
from components.item import cells, neighbours, part
from components.language import t

_MOST_CHILDREN = 50


@replay.drawn
def show(board: Board, item: int) -> bool:
    """Draw links to the parent and the children; tell whether there are any."""
    parent = cells.position(board, "items", "parent", item)
    children = cells.rows(board, "items", item, column="parent")
    if parent < 0 and not len(children):
        return False
    part.heading(t("item.family"))
    if parent >= 0:
        st.caption(t("item.parent"))
        _link(board, parent)
    if len(children):
        state = board.standing.items
        order = np.lexsort((state["code_rank"].iloc[children], state["light"].cat.codes.iloc[children]))
        st.caption(t("item.children", n=len(children)))
        with st.container(gap="xsmall"):
            for child in children[order][:_MOST_CHILDREN]:
                _link(board, int(child))
        if len(children) > _MOST_CHILDREN:
            st.caption(t("item.children.more", n=len(children) - _MOST_CHILDREN))
    return True


def _link(board: Board, item: int) -> None:
    neighbours.link(board, item, light.badge(str(board.standing.items["light"].iat[item])))
