"""The items above and below an item, each with its light."""

from __future__ import annotations

import numpy as np

from components import cards, item_lines, markdown
from components.board import Board
from components.item import cells
from components.language import t

_MOST_CHILDREN = 50


def words(board: Board, item: int) -> str:
    """Link to the parent and the children; empty where there are none."""
    parent = cells.position(board, "items", "parent", item)
    children = cells.rows(board, "items", item, column="parent")
    said = []
    if parent >= 0:
        said = [markdown.small(t("item.parent")), cards.listed([item_lines.coded(board, parent)])]
    if len(children):
        state = board.standing.items
        order = np.lexsort((state["code_rank"].iloc[children], state["light"].cat.codes.iloc[children]))
        first = children[order][:_MOST_CHILDREN].tolist()
        said.append(markdown.small(t("item.children", n=len(children))))
        said.append(cards.listed(item_lines.coded(board, child) for child in first))
    if len(children) > _MOST_CHILDREN:
        said.append(markdown.small(t("item.children.more", n=len(children) - _MOST_CHILDREN)))
    return markdown.below(markdown.heading(t("item.family")), *said) if said else ""
