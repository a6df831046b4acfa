"""The log of an item: its updates, newest first, each with what it changed."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from components import folds, markdown
from components.board import Board
from components.item import cells, deadlines
from components.language import header, percent, t
from data.campaign import Rows
from data.history import statements
from data.history.statements import Statements
from data.words import Status, label

_OPEN_AT_FIRST = 10
_EARLIER = "updates"


def words(board: Board, item: int) -> str:
    """Word the newest updates up to the board's day; empty where there are none."""
    found = _newest_first(board, item)[:_OPEN_AT_FIRST]
    if not len(found):
        return ""
    return markdown.below(markdown.heading(t("item.updates")), _entries(board, item, found))


def earlier(board: Board, item: int) -> str:
    """Offer the updates before the newest ones, and word them if a reader asked; empty if there are none."""
    count = len(cells.rows(board, "updates", item, dated="date")) - _OPEN_AT_FIRST
    if count <= 0:
        return ""
    label, close = t("item.updates.earlier", n=count), t("item.updates.hide")
    link = folds.link(_EARLIER, label, close, icon=":material/history:")
    if not folds.is_open(_EARLIER):
        return link
    return markdown.below(link, _entries(board, item, _newest_first(board, item)[_OPEN_AT_FIRST:]))


def _newest_first(board: Board, item: int) -> Rows:
    found = cells.rows(board, "updates", item, dated="date")
    days = board.campaign.days("updates", "date")[found]
    return found[np.lexsort((found, days))[::-1]]


def _entries(board: Board, item: int, updates: Rows) -> str:
    changed = _changes(board, item)
    return markdown.below(*(_entry(board, update, changed[update]) for update in updates.tolist()))


def _entry(board: Board, update: int, changes: Sequence[str]) -> str:
    by = cells.organization(board, "updates", "organization", update)
    return markdown.lines(
        f"**{cells.day(board, 'updates', 'date', update)}**" + (f" · {by}" if by else ""),
        " ".join(f":blue-badge[{change}]" for change in changes),
        cells.text(board, "updates", "text", update) or markdown.quiet(t("item.updates.silent")),
    )


def _changes(board: Board, item: int) -> dict[int, list[str]]:
    """Word what each update of the item changed: status, progress, deadline."""
    found: dict[int, list[str]] = defaultdict(list)
    status, progress = "", math.nan
    log = _stated(board, item)
    for update, code, now in zip(
        log.updates.tolist(), log.statuses.tolist(), log.progress.tolist(), strict=True
    ):
        if code >= 0:
            stated = _status(board, item, update, list(Status)[code])
            if stated != status and update >= 0:
                found[update].append(_change(header("updates", "status"), status, stated))
            status = stated
        if not math.isnan(now):
            if now != progress and update >= 0:
                before = "" if math.isnan(progress) else percent(progress)
                found[update].append(_change(header("updates", "progress"), before, percent(now)))
            progress = now
    for update, words in _deadlines(board, item):
        found[update].append(words)
    return found


def _stated(board: Board, item: int) -> Statements:
    """Return what was stated about the item; its own row only where no update has its day."""
    mine = statements.of_item(board.campaign, item, board.standing.day)
    repeats = (mine.updates < 0) & np.isin(mine.days, mine.days[mine.updates >= 0])
    return mine.at(np.flatnonzero(~repeats))


def _status(board: Board, item: int, update: int, status: Status) -> str:
    if status != Status.UNRECOGNISED:
        return label(Status, status, board.lang)
    return cells.status(board, *(("updates", update) if update >= 0 else ("items", item)))


def _deadlines(board: Board, item: int) -> list[tuple[int, str]]:
    moves = deadlines.moves(board, item)
    words = ["", *(cells.deadline(move.deadline) for move in moves)]
    return [
        (move.update, _change(header("items", "deadline"), before, after))
        for move, (before, after) in zip(moves, pairwise(words), strict=True)
        if move.update >= 0
    ]


def _change(what: str, before: str, after: str) -> str:
    return (
        t("item.changed", what=what, before=before, after=after)
        if before
        else t("item.set", what=what, after=after)
    )
