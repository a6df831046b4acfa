"""The head of the page: which item this is, its light and why, its problem and what is promised."""

from __future__ import annotations

from components import light, markdown, tab
from components.board import Board
from components.item import cells, part
from components.language import header, t
from components.plain import plain, plain_title
from data import lights
from data.words import Level


def name_page(board: Board, item: int) -> None:
    """Name the browser's tab after the item."""
    tab.name(cells.literal(board, "items", "title", item))


def words(board: Board, item: int) -> str:
    """Word code, level and theme, the title, and the light with every reason for it, worst first."""
    about = (
        plain(str(cells.value(board, "items", "code", item))),
        cells.word(board, Level, "items", "level", item),
        cells.text(board, "items", "theme", item),
    )
    return markdown.below(
        markdown.small(" · ".join(word for word in about if word)),
        f"# {plain_title(cells.literal(board, 'items', 'title', item))}",
        markdown.lines(*_why(board, item)),
    )


def _why(board: Board, item: int) -> list[str]:
    """Word the reasons, a line for each light."""
    found: dict[str, list[str]] = {}
    for reason in lights.reasons(board.campaign, board.standing, item, board.lang):
        found.setdefault(reason.light, []).append(plain(reason.text))
    return [f"{light.badge(name)} {' · '.join(reasons)}" for name, reasons in found.items()]


def promise(board: Board, item: int) -> str:
    """Word the problem and the commitment; empty where neither is reported."""
    promised = {name: cells.text(board, "items", name, item) for name in ("problem", "commitment")}
    if not any(promised.values()):
        return ""
    return markdown.below(*(part.fact(header("items", name), words) for name, words in promised.items()))


def note(board: Board, item: int) -> str:
    """Word the note; empty where there is none."""
    words = cells.text(board, "items", "note", item)
    return markdown.small(t("item.labelled", label=header("items", "note"), value=words)) if words else ""
