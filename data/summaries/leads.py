"""How the problem leads of the public are handled: how many, how quickly, by whom, and how they are rated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.leads import NEVER, OPEN, RESOLVED, STATES, Codes, LeadView
from data.summaries.deadlines import MONDAY, WEEK
from data.summaries.few_rows import Columns
from data.summaries.key_figures import share

LONGEST = 520
"""Weeks: a day mistyped by a century must not draw five thousand points."""
AGES = (7, 15, 30, 60)
"""Last days of the bands into which ages and times are sorted; the last band has no end."""
NINE_TENTHS = 0.9
_LONG = 3660
"""Days to resolve from which on all count as one: ten years."""
_WORDS = ("线索", "诉求", "信访", "problem lead", "complaint")
"""Words by which an item that deals with problem leads is known."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LeadFigures:
    """Counts of leads, each a part of `received`. Shares are in percent, NaN of nothing."""

    received: int
    assigned: int
    resolved: int
    open: int
    overdue: int
    """Open past the day they were due."""
    in_time: int
    """Resolved by the day they were due."""
    resolved_due: int
    """Resolved leads that had a day to be due: what `in_time` is a part of."""
    in_time_share: float
    rated: int
    """Resolved leads with a rating: what `satisfaction` is the mean of."""
    satisfaction: float
    median_days: float
    """From receipt to resolution; NaN where nothing was resolved."""
    nine_tenths_days: float
    """Days within which nine in ten were resolved."""


def lead_figures(view: LeadView) -> LeadFigures:
    """Count the leads of a view."""
    counts = _counted(view.states, len(STATES), view)
    number = dict(zip(STATES, counts.tolist(), strict=True))
    rated, satisfaction = view.rated()
    middle, nine_tenths = _spread(np.zeros(len(view.received), dtype=np.intp), view, 1)
    due = number["in_time"] + number["late"]
    return LeadFigures(
        received=view.total(),
        assigned=view.total(view.assigned),
        resolved=int(counts[RESOLVED].sum()),
        open=int(counts[OPEN].sum()),
        overdue=number["overdue"],
        in_time=number["in_time"],
        resolved_due=due,
        in_time_share=share(number["in_time"], due),
        rated=rated,
        satisfaction=satisfaction,
        median_days=float(middle[0]),
        nine_tenths_days=float(nine_tenths[0]),
    )


def leads_by_week(view: LeadView) -> Columns:
    """Count the leads week by week up to the day; no rows if there are none.

    Columns: week (its Monday), received and resolved in it, open (at its end, or on the day), complete (false
    for the last week if it goes on after the day).
    """
    last = (view.day - MONDAY) // WEEK
    earliest = int(view.received.min(initial=NEVER))
    weeks = min(last - (earliest - MONDAY) // WEEK + 1, LONGEST) if len(view.received) else 0
    first = last - weeks + 1
    counted = []
    for days in (view.received, view.resolved):
        # Places before the first week and after the last keep apart what is drawn in neither.
        places = np.clip((days - MONDAY) // WEEK - first + 1, 0, weeks + 1)
        counted.append(_counted(places, weeks + 2, view)[: weeks + 1])
    came, went = counted
    mondays = (first + np.arange(weeks)) * WEEK + MONDAY
    return {
        "week": day_numbers.dates(mondays),
        "received": came[1:],
        "resolved": went[1:],
        "open": np.cumsum(came - went)[1:],
        "complete": mondays + WEEK - 1 <= view.day,
    }


def leads_by_days(view: LeadView) -> Columns:
    """Count the leads by days from receipt to resolution, for open ones to the day.

    Columns: from, to (days, both included; to is NaN in the last band), one count per state.
    """
    bands = np.searchsorted(np.array(AGES, dtype=np.int32), view.days, side="left")
    size = (len(AGES) + 1) * len(STATES)
    counts = _counted(bands * len(STATES) + view.states, size, view).reshape(-1, len(STATES))
    first, last = np.array([0, *(age + 1 for age in AGES)]), np.array([*AGES, np.nan])
    return {"from": first, "to": last, **dict(zip(STATES, counts.T, strict=True))}


def leads_by_group(view: LeadView, groups: Codes) -> Columns:
    """Compare groups of leads, those with most leads first; groups without any are left out.

    `groups` gives each lead of the view a group, -1 for none. Columns: group, received, one count per state,
    median_days, nine_tenths_days, rated, satisfaction (mean in percent, NaN unrated).
    """
    count = int(groups.max(initial=-1)) + 2
    places = groups.astype(np.intp) + 1
    size = count * len(STATES)
    counts = _counted(places * len(STATES) + view.states, size, view).reshape(-1, len(STATES))
    unrated = np.isnan(view.ratings)
    weights = 1 if view.weights is None else view.weights
    rated = counts.sum(axis=1) - np.bincount(places, unrated * weights, count).astype(np.int64)
    total = np.bincount(places, np.where(unrated, 0, view.ratings) * weights, count)
    middle, nine_tenths = _spread(places, view, count)
    received = counts.sum(axis=1)
    made = {
        "group": np.arange(count) - 1,
        "received": received,
        **dict(zip(STATES, counts.T, strict=True)),
        "median_days": middle,
        "nine_tenths_days": nine_tenths,
        "rated": rated,
        "satisfaction": np.where(rated > 0, np.round(total / np.maximum(rated, 1), 9), np.nan),
    }
    order = np.argsort(-received, kind="stable")
    rows = order[received[order] > 0]
    return {name: cells[rows] for name, cells in made.items()}


def items_about_leads(campaign: Campaign) -> Rows:
    """Find the items whose title speaks of problem leads, in any language."""
    items = campaign["items"]
    titles = [items[name] for name in items.columns if str(name).partition(".")[0] == "title"]
    found = np.zeros(len(items), dtype=bool)
    for title in titles:
        for word in _WORDS:
            found |= title.str.contains(word, case=False, regex=False).to_numpy(dtype=bool)
    return np.flatnonzero(found)


def _counted(places: NDArray[np.integer], size: int, view: LeadView) -> NDArray[np.int64]:
    """Count the leads of a view by place."""
    return np.bincount(places, view.weights, size).astype(np.int64)


def _spread(places: NDArray[np.intp], view: LeadView, count: int) -> tuple[Floats, Floats]:
    """Find the median days to resolve of each place, and those within which nine in ten were resolved.

    Counted by day rather than sorted. A lead said to be resolved before it came is left out.
    """
    counted = (view.states >= RESOLVED.start) & (view.days >= 0)
    days = np.where(counted, np.minimum(view.days, _LONG), -1) + 1
    width = int(days.max(initial=0)) + 1
    cells = _counted(places * width + days, count * width, view).reshape(count, width)
    running = np.cumsum(cells[:, 1:], axis=1)
    total = cells[:, 1:].sum(axis=1)

    def at(rank: NDArray[np.int64]) -> Floats:
        return np.where(total > 0, (running <= rank[:, None]).sum(axis=1), np.nan)

    middle = (at((total - 1) // 2) + at(total // 2)) / 2
    return middle, at(np.ceil(total * NINE_TENTHS).astype(np.int64) - 1)
