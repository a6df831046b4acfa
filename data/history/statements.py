"""What was stated about each item, and when: the item rows and the updates as one log in order of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.words import Precision, Status, Word

CONTINUING: int = int(np.iinfo(np.int64).max)
"""The deadline of an item that continues; later than any day."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements by item, then date, then order in the file; an item row stands before its day's updates."""

    items: Rows
    """Position of the item."""
    days: Days
    """Day of the report; `UNKNOWN`, which is before all others, for an item row that names none."""
    updates: Rows
    """Position of the update; -1 for an item row."""
    statuses: NDArray[np.intp]
    """Position in `Status`; -1 where none is stated."""
    progress: NDArray[np.float64]
    """Percent; NaN where none is stated."""

    def up_to(self, day: dt.date) -> Statements:
        """Keep what was known at the end of a day."""
        return self.at(np.flatnonzero(self.days <= day_numbers.of_day(day)))

    def at(self, keep: Rows) -> Statements:
        """Take some of the statements, in the order given."""
        return Statements(
            self.items[keep], self.days[keep], self.updates[keep], self.statuses[keep], self.progress[keep]
        )


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Deadlines as stated, sorted like statements; the item row's own is the first, whatever its date."""

    items: Rows
    days: Days
    """Day of the report; `UNKNOWN` for the item row."""
    updates: Rows
    deadlines: Days
    """`CONTINUING` where the end was given up."""
    moved: NDArray[np.bool_]
    """Whether it replaced another deadline."""
    slipped: NDArray[np.bool_]
    """Whether it replaced an earlier one; giving up the end is a move, but no slip of so many days."""


def of(campaign: Campaign) -> Statements:
    """Return the log of statuses and progress; computed once per campaign."""
    return campaign.remember(("statements",), lambda: _statements(campaign))


def of_item(campaign: Campaign, item: int, day: dt.date) -> Statements:
    """Return what was stated about one item by the end of a day."""
    log = of(campaign)
    return log.at(_of_item(log.items, item)).up_to(day)


def deadlines(campaign: Campaign, day: dt.date, item: int | None = None) -> Deadlines:
    """Return the log of deadlines up to a day, of all items or of one."""
    items, updates, days, stated = campaign.remember(("deadlines",), lambda: _stated_deadlines(campaign))
    rows = np.arange(len(items)) if item is None else _of_item(items, item)
    rows = rows[days[rows] <= day_numbers.of_day(day)]
    items, updates, days, stated = items[rows], updates[rows], days[rows], stated[rows]
    again = np.zeros(len(items), dtype=bool)
    again[1:] = items[1:] == items[:-1]
    before = np.roll(stated, 1)
    moved = again & (stated != before)
    slipped = moved & (stated > before) & (stated != CONTINUING)
    return Deadlines(items, days, updates, stated, moved, slipped)


def _of_item(items: Rows, item: int) -> Rows:
    """Find the entries of one item in a log sorted by items."""
    return np.arange(*np.searchsorted(items, [item, item + 1]))


def last_of_each(items: Rows, count: int) -> Rows:
    """Find the last entry of each item in a log sorted by time; -1 for an item without any."""
    last = np.full(count, -1, dtype=np.intp)
    # Of several assignments to one place numpy keeps the last.
    last[items] = np.arange(len(items))
    return last


def word_codes(cells: pd.Series[Any], words: type[Word]) -> NDArray[np.intp]:
    """Find each cell's position in its closed list; -1 for a missing one."""
    members = [str(word) for word in words]
    to_member = np.array([*(members.index(str(name)) for name in cells.cat.categories), -1], dtype=np.intp)
    return to_member[cells.cat.codes.to_numpy()]


def _statements(campaign: Campaign) -> Statements:
    items, updates = campaign["items"], campaign["updates"]
    rows, about = campaign.pairs("updates", "item")
    days = day_numbers.of(updates["date"])[rows]
    dated = days != UNKNOWN
    rows, about, days = rows[dated], about[dated], days[dated]
    not_stated = list(Status).index(Status.NOT_REPORTED)
    of_items, of_updates = word_codes(items["status"], Status), word_codes(updates["status"], Status)
    statuses = np.concatenate([of_items, of_updates[rows]])
    unordered = Statements(
        items=np.concatenate([np.arange(len(items)), about]),
        days=np.concatenate([day_numbers.of(items["reported"]), days]),
        updates=np.concatenate([np.full(len(items), -1), rows]),
        statuses=np.where(statuses == not_stated, -1, statuses),
        progress=np.concatenate([items["progress"].to_numpy(), updates["progress"].to_numpy()[rows]]),
    )
    # lexsort is stable: on one day the item row comes first, then the updates in file order.
    return unordered.at(np.lexsort((unordered.days, unordered.items)))


def _stated_deadlines(campaign: Campaign) -> tuple[Rows, Rows, Days, Days]:
    items, updates = campaign["items"], campaign["updates"]
    rows, about = campaign.pairs("updates", "item")
    days = day_numbers.of(updates["date"])[rows]
    stated = np.concatenate([_deadlines_of(items), _deadlines_of(updates)[rows]])
    about = np.concatenate([np.arange(len(items)), about])
    all_days = np.concatenate([np.full(len(items), UNKNOWN), days])
    all_rows = np.concatenate([np.full(len(items), -1), rows])
    known = stated != UNKNOWN
    known[len(items) :] &= days != UNKNOWN
    order = np.lexsort((all_days, about))
    order = order[known[order]]
    return about[order], all_rows[order], all_days[order], stated[order]


def _deadlines_of(frame: pd.DataFrame) -> Days:
    days = day_numbers.of(frame["deadline"])
    continuing = (frame["deadline.precision"] == Precision.CONTINUING).to_numpy(dtype=bool)
    return np.where(continuing, CONTINUING, days)
