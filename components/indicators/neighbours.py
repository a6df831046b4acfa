"""The way on from an indicator: back to the wall, and to its neighbours there."""

from __future__ import annotations

from functools import partial

from components import links, neighbours
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain_title
from data.campaign import Rows
from data.filters import Filters


def words(board: Board, row: int, rows: Rows) -> str:
    """Link to the wall and to both neighbours; outside the filters say so, and offer to clear them."""
    query = board.link(filters=Filters(), indicator=_id(board, row))
    return neighbours.words(
        rows,
        row,
        partial(_link, board),
        back=links.to("indicators", board.link(), t("indicators.back")),
        outside=f"{t('indicators.outside')} {links.to('indicators', query, t('filter.clear'))}",
    )


def _link(board: Board, row: int, label: str) -> str:
    title = plain_title(cells.literal(board, "indicators", "title", row))
    return links.to("indicators", board.link(indicator=_id(board, row)), label, title)


def _id(board: Board, row: int) -> str:
    return str(cells.value(board, "indicators", "id", row))
