"""Where what is said about an item was taken from."""

from __future__ import annotations

from components import cards, markdown
from components.board import Board
from components.item import cells
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


def words(board: Board, item: int) -> str:
    """Name the sources of the item and of all its parts, each once, and the item's id."""
    found = list(dict.fromkeys(source for source in _all(board, item) if source))
    code = plain(str(cells.value(board, "items", "id", item)))
    return markdown.below(
        markdown.heading(t("item.sources")),
        cards.listed(found) if found else markdown.small(t("item.sources_missing")),
        markdown.small(t("item.labelled", label=header("items", "id"), value=code)),
    )


def _all(board: Board, item: int) -> list[str]:
    rows = [("items", item)]
    for table, (column, dated) in _ABOUT.items():
        rows += [(table, int(row)) for row in cells.rows(board, table, item, column=column, dated=dated)]
    return [cells.source(board, table, row) for table, row in rows]
