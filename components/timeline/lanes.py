"""Lanes above the items: events and documents in time, those of one day or week drawn as one mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.board import Board
from components.item import cells
from components.language import t
from components.timeline import columns
from components.timeline.columns import written
from data import day_numbers
from data.campaign import Rows
from data.day_numbers import UNKNOWN
from data.filters import Filters

_MOST_MARKS = 30
_MOST_TITLES = 4
_WEEK, _MONDAY = 7, 4
_EPOCH = dt.date(1970, 1, 1).toordinal()
DATED = {"events": "date", "documents": "issued", "updates": "date", "readings": "date"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What lies on one day, or in the week that begins on it."""

    day: dt.date
    count: int
    words: str
    ahead: bool
    """Whether it lies after the as-of date."""
    item: str | None
    """The one item it is about; a click opens it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One table in time."""

    table: str
    rows: Rows
    """Those with a date, in order of time."""
    undated: Rows
    marks: Sequence[Gathered]

    @property
    def dated(self) -> int:
        """Count the rows with a date."""
        return len(self.rows)


def lane(board: Board, table: str) -> Lane:
    """Gather the rows of a table that are about the items shown, or about none in particular."""
    rows = _shown(board, table)
    days = board.campaign.days(table, DATED[table])[rows]
    today = day_numbers.of_day(board.standing.day)
    undated, known = rows[days == UNKNOWN], days != UNKNOWN
    # Only events are announced before they happen; anything else dated later was not known on that day.
    kept = known if table == "events" else known & (days <= today)
    rows, days = rows[kept], days[kept]
    order = np.lexsort((rows, days))
    rows, days = rows[order], days[order]
    return Lane(table, rows, undated, _marks(board, table, rows, days, today))


def titled(board: Board, table: str, rows: Rows) -> list[str]:
    """Name rows of a lane: by title, or that of the item or indicator they report on. Not Markdown."""
    parents = {"updates": ("item", "items"), "readings": ("indicator", "indicators")}
    if table not in parents:
        return columns.titles(board, table, rows)
    column, parent = parents[table]
    return columns.titles(board, parent, board.campaign.codes(table, column)[rows])


def _about(board: Board, table: str) -> tuple[Rows, Rows]:
    """Pair the rows of a table with the items they are about."""
    if table == "readings":
        rows, indicators = board.campaign.pairs("readings", "indicator")
        return rows, board.campaign.codes("indicators", "item")[indicators]
    return board.campaign.pairs(table, "item" if table == "updates" else "items")


def _shown(board: Board, table: str) -> Rows:
    count = len(board.campaign[table])
    if board.filters == Filters():
        return np.arange(count)
    rows, items = _about(board, table)
    shown = np.ones(count, dtype=bool)
    shown[rows] = False
    shown[rows[board.mask[items] & (items >= 0)]] = True
    return np.flatnonzero(shown)


def _marks(board: Board, table: str, rows: Rows, days: NDArray[np.int64], today: int) -> list[Gathered]:
    if not len(rows):
        return []
    weekly = len(np.unique(days)) > _MOST_MARKS
    # What lies ahead never shares a mark with what is past.
    gathered = (days - (days - _MONDAY) % _WEEK if weekly else days) * 2 + (days > today)
    starts = np.flatnonzero(np.diff(gathered, prepend=gathered[0] - 1))
    parts = np.split(rows, starts[1:])
    named = np.concatenate([part[:_MOST_TITLES] for part in parts])
    titles = dict(zip(named.tolist(), titled(board, table, named), strict=True))
    return [
        _mark(board, table, part, titles, int(days[start]), today)
        for start, part in zip(starts.tolist(), parts, strict=True)
    ]


def _mark(board: Board, table: str, rows: Rows, titles: Mapping[int, str], day: int, today: int) -> Gathered:
    date = dt.date.fromordinal(_EPOCH + day)
    lines = [titles[row] for row in rows[:_MOST_TITLES].tolist()]
    if len(rows) > _MOST_TITLES:
        lines.append(t("timeline.more", n=len(rows) - _MOST_TITLES))
    ahead = day > today
    when = written(date, board.lang) + (f" · {t('timeline.ahead')}" if ahead else "")
    return Gathered(date, len(rows), "\n".join([when, *lines]), ahead, _only_item(board, table, rows))


def _only_item(board: Board, table: str, rows: Rows) -> str | None:
    if len(rows) > 1 or table == "readings":
        return None
    row = int(rows[0])
    if table == "updates":
        return str(cells.value(board, "items", "id", cells.position(board, table, "item", row)))
    named = cells.value(board, table, "items", row)
    return str(named[0]) if len(named) == 1 else None
