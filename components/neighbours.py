"""The way on from an item or an indicator: back to the list, and to its neighbours within the filters."""

from __future__ import annotations

import numpy as np

from components import language, links, markdown
from components.address import Query
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain_title
from data.campaign import Rows
from data.filters import Filters

_PAGES = {"items": "item", "indicators": "indicators"}
"""The page of a single one, by its table; the list has a page of the table's own name."""


def words(board: Board, table: str, row: int, rows: Rows, *, back: str, outside: str) -> str:
    """Lead back to the list and to both neighbours there, as Markdown.

    `back` names the list; where the list `rows` does not hold the row, `outside` is said, and a link clears
    the filters.
    """
    page = _PAGES[table]
    back = f":material/arrow_back: {links.in_view(board, table, back)}"
    place = np.flatnonzero(rows == row)
    if not len(place):
        everything = {**board.link(filters=Filters()), **_one(board, table, row)}
        clear = links.to(page, everything, t("filter.clear"))
        return markdown.below(back, f":material/filter_alt: {outside} {clear}")
    here = int(place[0])

    def neighbour(place: int, name: str) -> str:
        label = t(f"item.{name}")
        if not 0 <= place < len(rows):
            return markdown.quiet(label)
        to = int(rows[place])
        title = plain_title(cells.literal(board, table, "title", to))
        return links.to(page, {**board.link(), **_one(board, table, to)}, label, title)

    return " · ".join(
        (
            back,
            f":material/chevron_left: {neighbour(here - 1, 'previous')}",
            t("item.place", place=language.number(here + 1), count=language.number(len(rows))),
            f"{neighbour(here + 1, 'next')} :material/chevron_right:",
        )
    )


def _one(board: Board, table: str, row: int) -> Query:
    """Name one by the parameter of its page."""
    return {table.removesuffix("s"): str(cells.value(board, table, "id", row))}
