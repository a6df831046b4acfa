"""What the file says about an item in columns that are no field of the table."""

from __future__ import annotations

from components import markdown
from components.board import Board
from components.item import cells, part
from components.language import t
from components.plain import plain

_LONG = 60
"""From how many characters on a text is prose and wants the width of the page."""


def words(board: Board, item: int) -> str:
    """Word the further fields: short ones as a grid like the facts, long ones below each other."""
    if "items" not in board.campaign.extras:
        return ""
    row = board.campaign.extra_texts("items").iloc[item]
    found = {str(header): str(text) for header, text in row.items() if text}
    said = {plain(header): cells.link(plain(text), text) for header, text in found.items()}
    long = {plain(header) for header, text in found.items() if len(text) > _LONG}
    if not found:
        return ""
    return markdown.below(
        markdown.heading(t("item.further")),
        part.facts({name: text for name, text in said.items() if name not in long}),
        *(part.fact(name, said[name]) for name in said if name in long),
    )
