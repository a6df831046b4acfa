"""The way on from an item: back to the list, and to its neighbours within the filters, most urgent first."""

from __future__ import annotations

from functools import partial

from components import item_lines, light, links, neighbours
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain, plain_title
from data.filters import Filters


def words(board: Board, item: int) -> str:
    """Link to the list and to both neighbours; outside the filters say so, and offer to clear them."""
    query = board.link(filters=Filters(), item=_id(board, item))
    return neighbours.words(
        board.rows,
        item,
        partial(_link, board),
        back=links.to("items", board.link(), t("item.back")),
        outside=f"{t('item.outside')} {links.to('item', query, t('filter.clear'))}",
    )


def _link(board: Board, item: int, label: str) -> str:
    title = plain_title(cells.literal(board, "items", "title", item))
    return links.to("item", board.link(item=_id(board, item)), label, title)


def _id(board: Board, item: int) -> str:
    return str(cells.value(board, "items", "id", item))


def link(board: Board, item: int) -> str:
    """Link to another item by its light, code and title."""
    shown = light.badge(board.standing.cell("items", "light", item))
    code = plain(str(cells.value(board, "items", "code", item)))
    title = plain_title(cells.literal(board, "items", "title", item))
    return item_lines.link(board, item, " ".join(word for word in (shown, code, title) if word))
