"""Problem leads as columns of numbers, and how those of a view stood on a day."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN
from data.filters import Filters, Mask, select
from data.searched import finder
from data.standing import Standing
from data.wording import LANGUAGES

Codes = NDArray[np.int32]
"""Row positions in a table, places in a list (-1 is none), or day numbers."""

Array = TypeVar("Array", bound=NDArray[Any])

NEVER = int(np.iinfo(np.int32).max)
"""The number of a missing day: later than any other."""
STATES = ("open", "overdue", "open_without_due", "in_time", "late", "resolved_without_due")
"""What a lead's `states` are places in: open and not yet due, open past the day it was due, open without such
a day; resolved by that day, after it, without such a day."""
OPEN, RESOLVED = slice(0, 3), slice(3, 6)


@dataclass(frozen=True, slots=True)
class Leads:
    """The columns of the table, a number for each cell."""

    received: Codes
    assigned: Codes
    due: Codes
    resolved: Codes
    ratings: NDArray[np.float64]
    items: Codes
    organizations: Codes
    regions: Codes
    categories: Codes
    category_rows: Rows
    """For each category the first lead that names it."""


@dataclass(frozen=True, slots=True)
class LeadView:
    """The leads of a view as they stood on a day; arrays have a cell for each."""

    rows: Rows
    """Positions in the table, in its order."""
    day: int
    received: Codes
    resolved: Codes
    """`NEVER` for what was open on the day."""
    states: NDArray[np.intp]
    days: Codes
    """From receipt to resolution; for open leads up to the day."""
    ratings: NDArray[np.float64]
    """In percent; NaN where a lead was open or not rated."""
    organizations: Codes
    """Whom it was assigned to by the day."""
    regions: Codes
    categories: Codes
    assigned: Mask
    weights: NDArray[np.int64] | None = None
    """How many leads each cell stands for, where they were counted elsewhere; one if None."""

    def total(self, cells: Mask | None = None) -> int:
        """Count the leads, or those that some cells stand for."""
        if self.weights is None:
            return len(self.received) if cells is None else int(np.count_nonzero(cells))
        return int(self.weights.sum() if cells is None else self.weights[cells].sum())

    def rated(self, cells: Mask | None = None) -> tuple[int, float]:
        """Count the leads with a rating, and take the mean of those; NaN without any."""
        rated = ~np.isnan(self.ratings) if cells is None else cells & ~np.isnan(self.ratings)
        if not rated.any():
            return 0, float("nan")
        weights = None if self.weights is None else self.weights[rated]
        # The order in which a sum is taken leaves traces in its last digits.
        return self.total(rated), round(float(np.average(self.ratings[rated], weights=weights)), 9)


def numbers(campaign: Campaign) -> Leads:
    """Return the columns as numbers, computed once per campaign."""
    return campaign.remember(("leads",), lambda: _numbers(campaign["leads"]))


def view(campaign: Campaign, standing: Standing, filters: Filters) -> LeadView:
    """Tell how the leads received by the day that meet every filter stood on it.

    Departments are those a lead is assigned to and regions those it comes from; a text is looked for in the
    lead and in its item; all other filters are met by its item. The role of a department means nothing here.
    """
    leads, day = numbers(campaign), day_numbers.of_day(standing.day)
    rows = np.flatnonzero(_selected(campaign, standing, leads, day, filters))

    def of(column: Array) -> Array:
        return column if len(rows) == len(column) else column[rows]  # type: ignore[return-value]

    received, due, resolved = of(leads.received), of(leads.due), of(leads.resolved)
    finished = resolved <= day
    until = np.minimum(resolved, day)
    states = np.where(due == NEVER, 2, due < until) + 3 * finished
    assigned = of(leads.assigned) <= day
    return LeadView(
        rows=rows,
        day=day,
        received=received,
        resolved=np.where(finished, resolved, NEVER).astype(np.int32),
        states=states.astype(np.intp),
        days=until - received,
        ratings=np.where(finished, of(leads.ratings), np.nan),
        organizations=np.where(assigned, of(leads.organizations), -1).astype(np.int32),
        regions=of(leads.regions),
        categories=of(leads.categories),
        assigned=assigned,
    )


def _selected(campaign: Campaign, standing: Standing, leads: Leads, day: int, filters: Filters) -> Mask:
    masks: list[Mask] = [leads.received <= day]
    if filters.departments:
        wanted = campaign.positions("organizations")(filters.departments)
        masks.append((leads.assigned <= day) & _among(leads.organizations, wanted))
    if filters.regions:
        masks.append(_among(leads.regions, campaign.positions("regions")(filters.regions)))
    of_item = replace(filters, departments=(), regions=(), role="either", text="")
    if of_item != Filters():
        masks.append(_by_item(select(campaign, standing, of_item), leads))
    if filters.text:
        named = _by_item(select(campaign, standing, Filters(text=filters.text)), leads)
        holding = campaign.remember(("leads searched",), lambda: finder(_searched(campaign)))
        masks.append(named | holding(filters.text))
    return functools.reduce(np.logical_and, masks)


def _by_item(items: Mask, leads: Leads) -> Mask:
    # One place more, always False, for the leads that name no item.
    return np.append(items, False).take(leads.items)


def _among(codes: Codes, wanted: Rows) -> Mask:
    # One place more, always False, for the code -1 of a missing value.
    chosen = np.zeros(max(int(codes.max(initial=-1)), int(wanted.max(initial=-1))) + 2, dtype=bool)
    chosen[wanted[wanted >= 0]] = True
    # Codes of 32 bits are looked up twice as fast as by brackets.
    return chosen.take(codes)


def _searched(campaign: Campaign) -> list[pd.Series[str]]:
    """List the numbers, words and categories of leads, as readers see them."""
    texts = [
        campaign.text("leads", column, lang)
        for column in ("category", "text")
        for lang in LANGUAGES
        if lang == campaign.settings.language or f"{column}.{lang}" in campaign["leads"]
    ]
    return [campaign["leads"]["id"], *texts]


def _numbers(frame: pd.DataFrame) -> Leads:
    categories, names = pd.factorize(frame["category"].replace("", None))
    first = np.zeros(len(names), dtype=np.intp)
    # Of several assignments to one place numpy keeps the last: from the end, that is the first lead.
    named = np.flatnonzero(categories >= 0)[::-1]
    first[categories[named]] = named
    assigned = _days(frame["assigned"])
    organizations = frame["organization"].cat.codes.to_numpy().astype(np.int32)
    # Somebody has it, since nobody knows when: from the beginning.
    assigned[(assigned == NEVER) & (organizations >= 0)] = -NEVER
    return Leads(
        received=_days(frame["received"]),
        assigned=assigned,
        due=_days(frame["due"]),
        resolved=_days(frame["resolved"]),
        ratings=frame["satisfaction"].to_numpy(),
        items=frame["item"].cat.codes.to_numpy().astype(np.int32),
        organizations=organizations,
        regions=frame["region"].cat.codes.to_numpy().astype(np.int32),
        categories=categories.astype(np.int32),
        category_rows=first,
    )


def _days(dates: pd.Series[Any]) -> Codes:
    days = day_numbers.of(dates)
    return np.where(days == UNKNOWN, NEVER, days).astype(np.int32)
