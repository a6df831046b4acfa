"""Which deadlines lie ahead, week by week."""

from __future__ import annotations

import numpy as np

from data import day_numbers
from data.campaign import Campaign
from data.filters import Mask
from data.standing import Standing
from data.summaries.few_rows import Columns
from data.words import Light

WEEK = 7
MONDAY = 4
"""1970-01-01 was a Thursday, so that (day - 4) is a whole number of weeks on Mondays."""


def deadlines_by_week(campaign: Campaign, standing: Standing, mask: Mask, weeks: int = 12) -> Columns:
    """Count the selected items by the week of their current deadline: one overdue row, then `weeks` weeks.

    Columns: week (its Monday; NaT for the overdue row), overdue (bool), one count per light, total. The first
    week is that of the day; finished items are blue in the week of their deadline, and never overdue.
    """
    rows = np.flatnonzero(mask & (standing.column("deadline") != day_numbers.UNKNOWN))
    today = day_numbers.of_day(standing.day)
    monday = today - (today - MONDAY) % WEEK
    days, late = standing.column("deadline")[rows], standing.column("deadline_passed")[rows]
    place = np.where(late, 0, (days - monday) // WEEK + 1)
    # What was due earlier this week and is done stays in its week; what lies outside is left out.
    shown = late | ((days >= monday) & (place <= weeks))
    lights = list(Light)
    codes = standing.column("light")[rows]
    size = (weeks + 1) * len(lights)
    counts = np.bincount(place[shown] * len(lights) + codes[shown], minlength=size).reshape(-1, len(lights))
    mondays = np.concatenate([[day_numbers.UNKNOWN], monday + WEEK * np.arange(weeks)])
    return {
        "week": day_numbers.dates(mondays),
        "overdue": np.arange(weeks + 1) == 0,
        **dict(zip(map(str, lights), counts.T, strict=True)),
        "total": counts.sum(axis=1),
    }
