"""The campaign as it stood at the end of a day, replayed from the item rows and the updates."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign
from data.day_numbers import UNKNOWN, Days
from data.history import statements
from data.history.statements import CONTINUING, Deadlines, Statements, last_of_each
from data.words import FINISHED, Status

BEGUN = (Status.IN_PROGRESS, Status.DONE, Status.CLOSED, Status.CONTINUING)
STATUSES = list(Status)


def replay(campaign: Campaign, day: dt.date) -> pd.DataFrame:
    """Tell each item's state at the end of a day; rows as in `campaign["items"]` (design, section 5).

    Columns: status (category of `Status`), progress (percent, NaN not reported), deadline and
    deadline_original (NaT none; the original is the first one stated), slips and moved (how often an update
    set the deadline later, or changed it at all), continuing (bool), started_on and finished_on (the report
    that began the present run; NaT unknown), last_update (latest dated report; NaT none). An item row holds
    from its `reported` date, or from the beginning if it names none.
    """
    count = len(campaign["items"])
    known = statements.of(campaign).up_to(day)
    frame = pd.DataFrame(_states(known, count) | _deadlines(statements.deadlines(campaign, day), count))
    frame["continuing"] |= (frame["status"] == Status.CONTINUING).to_numpy(dtype=bool)
    return frame


class Move(NamedTuple):
    """A deadline that an item was given by a report."""

    date: dt.date | None
    """Day of the report; None for the item row."""
    deadline: dt.date | None
    """None where the item continues from then on."""
    update: int
    """Position of the report; -1 for the item row."""
    slipped: bool
    """Whether it replaced an earlier deadline."""


def deadline_history(campaign: Campaign, item_position: int, day: dt.date) -> list[Move]:
    """List an item's deadlines up to a day, the original first; reports that repeat one are left out."""
    log = statements.deadlines(campaign, day, item_position)
    rows = np.flatnonzero(log.moved | (np.arange(len(log.items)) == 0))
    told = (
        day_numbers.dates(log.days[rows]).astype("datetime64[D]").tolist(),
        day_numbers.dates(_finite(log.deadlines[rows])).astype("datetime64[D]").tolist(),
        log.updates[rows].tolist(),
        log.slipped[rows].tolist(),
    )
    return [Move(*move) for move in zip(*told, strict=True)]


def run_starts(known: Statements, among: tuple[Status, ...], count: int) -> NDArray[np.intp]:
    """Find the statement that began each item's present run of certain statuses; -1 if it is in none."""
    stated = np.flatnonzero(known.statuses >= 0)
    items = known.items[stated]
    inside = np.isin(known.statuses[stated], [STATUSES.index(status) for status in among])
    goes_on = np.zeros(len(stated), dtype=bool)
    goes_on[1:] = inside[:-1] & (items[1:] == items[:-1])
    starts = np.flatnonzero(inside & ~goes_on)
    start_of = last_of_each(items[starts], count)
    last = last_of_each(items, count)
    now = (last >= 0) & (start_of >= 0)
    now[now] = inside[last[now]]
    return np.where(now, stated[starts[start_of]] if len(starts) else -1, -1)


def _states(known: Statements, count: int) -> dict[str, pd.Series[Any]]:
    stated = np.flatnonzero(known.statuses >= 0)
    last = last_of_each(known.items[stated], count)
    codes = np.full(count, STATUSES.index(Status.NOT_REPORTED))
    codes[last >= 0] = known.statuses[stated[last[last >= 0]]]
    numbered = np.flatnonzero(~np.isnan(known.progress))
    latest = last_of_each(known.items[numbered], count)
    progress = np.full(count, np.nan)
    progress[latest >= 0] = known.progress[numbered[latest[latest >= 0]]]
    names = pd.Index([str(status) for status in STATUSES], dtype="str")
    made = {
        "status": pd.Categorical.from_codes(codes.tolist(), categories=names),
        "progress": progress,
        "started_on": _days_at(known, run_starts(known, BEGUN, count)),
        "finished_on": _days_at(known, run_starts(known, FINISHED, count)),
        "last_update": day_numbers.dates(_last_reports(known, count)),
    }
    return {name: pd.Series(cells) for name, cells in made.items()}


def _last_reports(known: Statements, count: int) -> Days:
    """Find each item's latest report: an update, or a dated item row that states something."""
    says = (known.updates >= 0) | (known.statuses >= 0) | ~np.isnan(known.progress)
    dated = np.flatnonzero(says & (known.days != UNKNOWN))
    last = last_of_each(known.items[dated], count)
    days = np.full(count, UNKNOWN)
    days[last >= 0] = known.days[dated[last[last >= 0]]]
    return days


def _days_at(known: Statements, rows: NDArray[np.intp]) -> NDArray[np.datetime64]:
    days = np.full(len(rows), UNKNOWN)
    days[rows >= 0] = known.days[rows[rows >= 0]]
    return day_numbers.dates(days)


def _deadlines(log: Deadlines, count: int) -> dict[str, pd.Series[Any]]:
    last = last_of_each(log.items, count)
    first = np.full(count, -1, dtype=np.intp)
    first[log.items[::-1]] = np.arange(len(log.items))[::-1]
    current, original = np.full(count, UNKNOWN), np.full(count, UNKNOWN)
    current[last >= 0] = log.deadlines[last[last >= 0]]
    original[first >= 0] = log.deadlines[first[first >= 0]]
    made = {
        "deadline": day_numbers.dates(_finite(current)),
        "deadline_original": day_numbers.dates(_finite(original)),
        "slips": np.bincount(log.items[log.slipped], minlength=count),
        "moved": np.bincount(log.items[log.moved], minlength=count),
        "continuing": current == CONTINUING,
    }
    return {name: pd.Series(cells) for name, cells in made.items()}


def _finite(deadlines: Days) -> Days:
    return np.where(deadlines == CONTINUING, UNKNOWN, deadlines)
