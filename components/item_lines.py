"""Items as lines of a list: light, title that opens the item, and what is said about it."""

from __future__ import annotations

import pandas as pd

from components import language, light, links, markdown, replay
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain, plain_title
from data import lights


@replay.made_for_any_view
def link(board: Board, row: int, title: str = "", *, with_light: bool = False) -> str:
    """Link to an item by its title, or by another one (Markdown)."""
    title = title or plain_title(cells.literal(board, "items", "title", row))
    if with_light:
        title = f"{light.badge(board.standing.cell('items', 'light', row))} **{title}**"
    return links.to_one(board, "item", "item", str(cells.value(board, "items", "id", row)), title)


def coded(board: Board, row: int) -> str:
    """Link to an item by its light, code and title."""
    shown = light.badge(board.standing.cell("items", "light", row))
    code = plain(str(cells.value(board, "items", "code", row)))
    title = plain_title(cells.literal(board, "items", "title", row))
    return link(board, row, " ".join(word for word in (shown, code, title) if word))


@replay.made_for_any_view
def described(board: Board, row: int) -> str:
    """Describe one item in a line each: its light and title, why it has it, who leads it, when it is due."""
    reasons = lights.reasons(board.campaign, board.standing, row, board.lang)
    return markdown.lines(
        link(board, row, with_light=True),
        *(f"• {plain(reason.text)}" for reason in reasons),
        markdown.small(" · ".join(_who_and_when(board, row))),
    )


def _who_and_when(board: Board, row: int) -> list[str]:
    lead = cells.organization(board, "items", "lead", row) or t("not_reported")
    parts = [t("lines.lead", name=lead)]
    if owner := cells.text(board, "items", "owner", row):
        parts.append(t("lines.owner", name=owner))
    if board.standing.cell("items", "continuing", row):
        return [*parts, t("lines.continuing")]
    return [*parts, t("lines.deadline", day=language.day(board.standing.cell("items", "deadline", row)))]


def days_silent(board: Board, row: int) -> str:
    """Say since when an item has had no update."""
    days = int(board.standing.cell("items", "silent_days", row))
    last = board.standing.cell("items", "last_update", row)
    if pd.isna(last):
        return t("lines.silent_never", n=days)
    return t("lines.silent_days", n=days, day=language.day(last))
