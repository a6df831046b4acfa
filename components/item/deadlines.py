"""How the deadline of an item moved, from the first to the one that holds."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from components import language, markdown, replay
from components.board import Board
from components.item import cells, part
from components.language import header, t
from data import history
from data.history import Move


@replay.made_for_any_view
def moves(board: Board, item: int) -> list[Move]:
    """List the deadlines of the item up to the board's day, the original first."""
    return history.deadline_history(board.campaign, item, board.standing.day)


def words(board: Board, item: int) -> str:
    """Word the history of the deadline, if it ever moved."""
    found = moves(board, item)
    if len(found) < 2:
        return ""
    by = ["", *(_moved_by(before.deadline, after.deadline) for before, after in pairwise(found))]
    rows = [_row(board, move, moved) for move, moved in zip(found, by, strict=True)]
    return markdown.below(
        markdown.heading(t("item.deadlines")),
        _finding(cells.deadline(found[0].deadline), len(found) - 1, sum(move.slipped for move in found)),
        part.table(rows, optional={t("item.moved_by"), header("updates", "text")}),
    )


def _row(board: Board, move: Move, moved_by: str) -> dict[str, str]:
    return {
        t("item.set_on"): t("item.original") if move.update < 0 else language.day(move.date),
        header("items", "deadline"): cells.deadline(move.deadline),
        t("item.moved_by"): moved_by,
        header("updates", "text"): cells.text(board, "updates", "text", move.update)
        if move.update >= 0
        else "",
    }


def _finding(original: str, moved: int, slips: int) -> str:
    if moved == slips:
        return t("item.deadlines_slipped", original=original, n=slips)
    slipped = t("item.slipped", n=slips) if slips else t("item.never_slipped")
    return t("item.deadlines_finding", original=original, moved=t("item.moved", n=moved), slipped=slipped)


def _moved_by(before: dt.date | None, after: dt.date | None) -> str:
    if before is None or after is None:
        return ""
    days = (after - before).days
    return t("item.later" if days > 0 else "item.earlier", n=abs(days))
