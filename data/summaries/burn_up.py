"""How many items were finished by when, against how many were planned to be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from data import day_numbers
from data.campaign import Campaign
from data.day_numbers import UNKNOWN, Days
from data.filters import Mask
from data.standing import Standing
from data.summaries.few_rows import Columns

WEEK = 7
LONGEST = 520
"""Weeks: a date mistyped by a century must not draw five thousand points."""


@dataclass(frozen=True, slots=True)
class BurnUp:
    """Cumulative counts by week, and what could not be placed in time."""

    weeks: Columns
    """date (one is the as-of day), finished (NaN after it), planned_original, planned_current."""
    reason: str = ""
    """Why there is nothing to draw: `no_deadlines`; else empty."""
    without_deadline: int = 0
    """Selected items that have no deadline, so are in no plan."""
    undated: int = 0
    """Finished items of which nobody reported when: counted as finished from the first week on."""


def burn_up(campaign: Campaign, standing: Standing, mask: Mask) -> BurnUp:
    """Count the selected items finished and planned to be, week by week around the day of the standing.

    Items finished again after a reopening count from the last time. Planned by deadlines as first set, and as
    they stand on the day.
    """
    today = day_numbers.of_day(standing.day)
    original, current = standing.column("deadline_original")[mask], standing.column("deadline")[mask]
    done = standing.column("finished_on")[mask & standing.column("finished")]
    without = int((current == UNKNOWN).sum())
    undated = int((done == UNKNOWN).sum())
    planned = np.concatenate([original, current])
    planned = planned[planned != UNKNOWN]
    if not len(planned):
        empty = _counted(np.empty(0, np.int64), today, done, original, current)
        return BurnUp(empty, "no_deadlines", without, undated)
    starts = campaign.days("items", "start.start")[mask]
    known = np.concatenate([planned, done[done != UNKNOWN], starts[starts != UNKNOWN], [today]])
    first, last = _bounds(known, planned, today, campaign.settings.start)
    dates = np.arange(today - first * WEEK, today + last * WEEK + 1, WEEK)
    return BurnUp(_counted(dates, today, done, original, current), "", without, undated)


def _bounds(known: Days, planned: Days, today: int, start: dt.date | None) -> tuple[int, int]:
    """Count the weeks to draw before and after the day."""
    begin = day_numbers.of_day(start) if start else int(known.min())
    begin = min(begin, int(known.min()))
    before, after = today - begin, int(planned.max()) - today
    return min(-(-max(before, 0) // WEEK), LONGEST), min(-(-max(after, 0) // WEEK), LONGEST)


def _counted(dates: Days, today: int, done: Days, original: Days, current: Days) -> Columns:
    finished = _by(dates, done).astype(np.float64)
    return {
        "date": day_numbers.dates(dates),
        "finished": np.where(dates <= today, finished, np.nan),
        "planned_original": _by(dates, original[original != UNKNOWN]),
        "planned_current": _by(dates, current[current != UNKNOWN]),
    }


def _by(dates: Days, days: Days) -> Days:
    """Count how many days lie on or before each date; `UNKNOWN` lies before all."""
    return np.searchsorted(np.sort(days), dates, side="right")
