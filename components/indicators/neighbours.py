"""The way on from an indicator: back to the wall, and to its neighbours there."""

from __future__ import annotations

import numpy as np

from components import language, links
from components.board import Board
from components.item import cells, part
from components.language import t
from components.plain import plain_title
from data.campaign import Rows
from data.filters import Filters


def words(board: Board, row: int, rows: Rows) -> str:
    """Link to the wall and to both neighbours; outside the filters say so, and offer to clear them."""
    back = f":material/arrow_back: {links.to('indicators', board.link(), t('indicators.back'))}"
    place = np.flatnonzero(rows == row)
    if len(place):
        return " · ".join([back, *_neighbours(board, rows, int(place[0]))])
    return part.below(back, _outside(board, row))


def _neighbours(board: Board, rows: Rows, here: int) -> tuple[str, str, str]:
    count = language.number(len(rows))
    return (
        f":material/chevron_left: {_neighbour(board, rows, here - 1, 'previous')}",
        t("item.place", place=language.number(here + 1), count=count),
        f"{_neighbour(board, rows, here + 1, 'next')} :material/chevron_right:",
    )


def _neighbour(board: Board, rows: Rows, place: int, name: str) -> str:
    """Link to the indicator at a place of the wall, its title as tooltip; say quietly if there is none."""
    if not 0 <= place < len(rows):
        return part.quiet(t(f"item.{name}"))
    row = int(rows[place])
    title = plain_title(cells.literal(board, "indicators", "title", row))
    return links.to("indicators", board.link(indicator=_id(board, row)), t(f"item.{name}"), title)


def _id(board: Board, row: int) -> str:
    return str(cells.value(board, "indicators", "id", row))


def _outside(board: Board, row: int) -> str:
    query = board.link(filters=Filters(), indicator=_id(board, row))
    clear = links.to("indicators", query, t("filter.clear"))
    return f":material/filter_alt: {t('indicators.outside')} {clear}"
