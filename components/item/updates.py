"""The log of an item: its updates, newest first, each with what it changed."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import streamlit as st

from components import replay
from components.board import Board
from components.item import cells, part
from components.language import header, percent, t
from data import day_numbers, history
from data.history import statements
from data.history.statements import Statements
from data.words import Status, label

_OPEN_AT_FIRST = 10


def show(board: Board, item: int) -> bool:
    """Draw the updates up to the board's day; tell whether there are any."""
    count = _entries(board, item, earlier=False)
    if count > _OPEN_AT_FIRST:
        behind = st.expander(
            t("item.updates.earlier", n=count - _OPEN_AT_FIRST),
            icon=":material/history:",
            key="item.updates",
            on_change="rerun",
        )
        if behind.open:
            with behind:
                _entries(board, item, earlier=True)
    return bool(count)


@replay.drawn
def _entries(board: Board, item: int, *, earlier: bool) -> int:
    """Draw the newest updates under their heading, or the earlier ones; return how many there are in all."""
    found = cells.rows(board, "updates", item, dated="date")
    if not len(found):
        return 0
    days = day_numbers.of(board.campaign["updates"]["date"].iloc[found])
    found = found[np.lexsort((found, days))[::-1]]
    changed = _changes(board, item)
    if not earlier:
        part.heading(t("item.updates"))
    for update in found[_OPEN_AT_FIRST:].tolist() if earlier else found[:_OPEN_AT_FIRST].tolist():
        date = cells.day(board, "updates", "date", update)
        by = cells.organization(board, "updates", "organization", update)
        first = f"**{date}**" + (f" · {by}" if by else "")
        changes = " ".join(f":blue-badge[{change}]" for change in changed[update])
        body = cells.text(board, "updates", "text", update) or part.quiet(t("item.updates.silent"))
        st.markdown("  \n".join(line for line in (first, changes, body) if line))
    return len(found)


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
    log = statements.of(board.campaign).up_to(board.standing.day)
    mine = log.at(np.flatnonzero(log.items == item))
    repeats = (mine.updates < 0) & np.isin(mine.days, mine.days[mine.updates >= 0])
    return mine.at(np.flatnonzero(~repeats))


def _status(board: Board, item: int, update: int, status: Status) -> str:
    if status != Status.UNRECOGNISED:
        return label(Status, status, board.lang)
    return cells.status(board, *(("updates", update) if update >= 0 else ("items", item)))


def _deadlines(board: Board, item: int) -> list[tuple[int, str]]:
    moves = history.deadline_history(board.campaign, item, board.standing.day)
    words = [cells.deadline(deadline) for deadline in moves["deadline"]]
    return [
        (int(update), _change(header("items", "deadline"), words[place - 1] if place else "", words[place]))
        for place, update in enumerate(moves["update"])
        if update >= 0
    ]


def _change(what: str, before: str, after: str) -> str:
    return (
        t("item.changed", what=what, before=before, after=after)
        if before
        else t("item.set", what=what, after=after)
    )
