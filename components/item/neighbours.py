"""The way on from an item: back to the list, and to its neighbours within the filters, most urgent first."""

from __future__ import annotations

import numpy as np

from components import item_lines, language, light, links
from components.board import Board
from components.item import cells, part
from components.language import t
from components.plain import plain, plain_title
from data.filters import Filters


def words(board: Board, item: int) -> str:
    """Link to the list and to both neighbours; outside the filters say so, and offer to clear them."""
    back = f":material/arrow_back: {links.to('items', board.link(), t('item.back'))}"
    place = np.flatnonzero(board.rows == item)
    if len(place):
        return " · ".join([back, *_neighbours(board, int(place[0]))])
    return part.below(back, _outside(board, item))


def _neighbours(board: Board, place: int) -> tuple[str, str, str]:
    count = language.number(len(board.rows))
    return (
        f":material/chevron_left: {_neighbour(board, place - 1, 'previous')}",
        t("item.place", place=language.number(place + 1), count=count),
        f"{_neighbour(board, place + 1, 'next')} :material/chevron_right:",
    )


def _neighbour(board: Board, place: int, name: str) -> str:
    """Link to the item at a place of the list, with its title as tooltip; say quietly if there is none."""
    if not 0 <= place < len(board.rows):
        return part.quiet(t(f"item.{name}"))
    row = int(board.rows[place])
    title = plain_title(cells.literal(board, "items", "title", row))
    query = board.link(item=str(cells.value(board, "items", "id", row)))
    return links.to("item", query, t(f"item.{name}"), title)


def _outside(board: Board, item: int) -> str:
    query = board.link(filters=Filters(), item=str(cells.value(board, "items", "id", item)))
    return f":material/filter_alt: {t('item.outside')} {links.to('item', query, t('filter.clear'))}"


def link(board: Board, item: int) -> str:
    """Link to another item by its light, code and title."""
    shown = light.badge(board.standing.cell("items", "light", item))
    code = plain(str(cells.value(board, "items", "code", item)))
    title = plain_title(cells.literal(board, "items", "title", item))
    return item_lines.link(board, item, " ".join(word for word in (shown, code, title) if word))
