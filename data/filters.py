"""Filters over the items, all by ids, and the ids a campaign offers for each."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import Days
from data.history.statements import word_codes
from data.named_regions import named_regions
from data.searched import finder
from data.standing import Standing
from data.wording import LANGUAGES
from data.words import Level, Light, Status, Word

Mask = NDArray[np.bool_]

SEVERAL = ("departments", "levels", "themes", "statuses", "lights", "regions")
ROLES = ("either", "lead", "support")
SEARCHED = ("title", "problem", "commitment", "theme", "code", "id", "owner")


@dataclass(frozen=True)
class Filters:
    """What is asked for; nothing set asks for all.

    Tuples are sorted and free of repetitions, so that filters which ask the same are equal.
    """

    departments: tuple[str, ...] = ()
    """Ids of organizations; one stands for itself, not for those below it."""
    role: str = "either"
    """How the departments take part: either, lead or support; without departments it asks for nothing."""
    levels: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Themes in the language of the content."""
    statuses: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    due_from: dt.date | None = None
    """First day of the window in which the current deadline lies."""
    due_to: dt.date | None = None
    """Last day of that window."""
    regions: tuple[str, ...] = ()
    """Ids of the regions of the items themselves."""
    text: str = ""

    def __post_init__(self) -> None:
        for name in SEVERAL:
            values: Iterable[str] = getattr(self, name)
            found = tuple(sorted({str(value) for value in values})) if values else ()
            object.__setattr__(self, name, found)
        object.__setattr__(self, "role", self.role if self.role in ROLES else "either")
        object.__setattr__(self, "text", " ".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Options:
    """The ids a campaign offers for each filter, in the order in which a person reads them."""

    departments: tuple[str, ...]
    """Organizations that lead or support an item."""
    levels: tuple[str, ...]
    themes: tuple[str, ...]
    statuses: tuple[str, ...]
    """Statuses that any item has or had."""
    lights: tuple[str, ...]
    regions: tuple[str, ...]


def select(campaign: Campaign, standing: Standing, filters: Filters) -> Mask:
    """Select the items that meet every filter; within one filter any of its ids will do."""
    if filters == _NOTHING:
        return np.ones(len(campaign["items"]), dtype=bool)
    masks = [
        _among(codes(), words, wanted)
        for codes, words, wanted in (
            (lambda: campaign.codes("items", "level"), Level, filters.levels),
            (lambda: standing.column("status"), Status, filters.statuses),
            (lambda: standing.column("light"), Light, filters.lights),
        )
        if wanted
    ]
    if filters.departments:
        masks.append(_of_departments(campaign, filters.departments, filters.role))
    if filters.themes:
        masks.append(campaign["items"]["theme"].isin(filters.themes).to_numpy())
    if filters.regions:
        masks.append(_in_regions(campaign, filters.regions))
    if filters.due_from or filters.due_to:
        masks.append(_due(standing.column("deadline"), filters.due_from, filters.due_to))
    if filters.text:
        holding = campaign.remember(("searched",), lambda: finder(_searched(campaign)))
        masks.append(holding(filters.text))
    return functools.reduce(np.logical_and, masks, np.ones(len(campaign["items"]), dtype=bool))


def options(campaign: Campaign) -> Options:
    """List the ids a campaign offers for each filter."""
    return campaign.remember(("options",), lambda: _options(campaign))


def taking_part(campaign: Campaign, role: str) -> tuple[Rows, Rows]:
    """Pair items with the organizations that lead them, support them, or either; each pair once."""
    columns = {"lead": ["lead"], "support": ["support"]}.get(role, ["lead", "support"])
    pairs = [campaign.pairs("items", column) for column in columns]
    items = np.concatenate([pair[0] for pair in pairs])
    organizations = np.concatenate([pair[1] for pair in pairs])
    known = organizations >= 0
    count = max(len(campaign["organizations"]), 1)
    both = np.unique(items[known] * count + organizations[known])
    return both // count, both % count


def _among(codes: Rows, words: type[Word], wanted: tuple[str, ...]) -> Mask:
    # One place more, always False, for the code -1 of a missing value.
    chosen = np.array([*(word in wanted for word in words), False])
    return chosen[codes]


def _of_departments(campaign: Campaign, wanted: tuple[str, ...], role: str) -> Mask:
    items, organizations = campaign.remember(("taking part", role), lambda: taking_part(campaign, role))
    return _any(campaign, "organizations", wanted, items, organizations)


def _in_regions(campaign: Campaign, wanted: tuple[str, ...]) -> Mask:
    return _any(campaign, "regions", wanted, *campaign.pairs("items", "regions"))


def _any(campaign: Campaign, table: str, wanted: tuple[str, ...], items: Rows, named: Rows) -> Mask:
    """Mark the items paired with any of the wanted rows of a table."""
    # One place more, always False, for the position -1 of an unknown id.
    chosen = np.zeros(len(campaign[table]) + 1, dtype=bool)
    chosen[campaign.positions(table)(wanted)] = True
    chosen[-1] = False
    found = np.zeros(len(campaign["items"]), dtype=bool)
    found[items[chosen[named]]] = True
    return found


def _due(days: Days, first: dt.date | None, last: dt.date | None) -> Mask:
    """Select by current deadline, both ends included; without a deadline an item is due in no window."""
    found: Mask = days != day_numbers.UNKNOWN
    if first:
        found &= days >= day_numbers.of_day(first)
    if last:
        found &= days <= day_numbers.of_day(last)
    return found


def _searched(campaign: Campaign) -> list[pd.Series[str]]:
    """List all that is searched of the items, in all languages."""
    items = campaign["items"]
    names = [name for field in SEARCHED for name in (field, *(f"{field}.{lang}" for lang in LANGUAGES))]
    return [items[name] for name in names if name in items]


def _options(campaign: Campaign) -> Options:
    items = campaign["items"]
    _, organizations = taking_part(campaign, "either")
    ids = campaign["organizations"]["id"]
    levels = set(items["level"].dropna().astype(str))
    themes = [theme for theme in pd.unique(items["theme"]) if theme]
    stated = {*word_codes(items["status"], Status), *word_codes(campaign["updates"]["status"], Status)}
    if not (items["status"] == Status.NOT_REPORTED).any() and items["reported"].isna().all():
        stated.discard(list(Status).index(Status.NOT_REPORTED))
    return Options(
        departments=tuple(ids.iloc[np.unique(organizations)]),
        levels=tuple(str(level) for level in Level if level in levels),
        themes=tuple(themes),
        statuses=tuple(str(status) for place, status in enumerate(Status) if place in stated),
        lights=tuple(str(light) for light in Light),
        regions=tuple(campaign["regions"]["id"].iloc[_named_regions(campaign)]),
    )


def _named_regions(campaign: Campaign) -> Rows:
    """Find the regions that an item names, or that anything else shown by region does."""
    # One place more for the code -1 of a missing value.
    named = np.zeros(len(campaign["regions"]) + 1, dtype=bool)
    for table in ("items", "events"):
        named[campaign.pairs(table, "regions")[1]] = True
    for table in ("practices", "leads", "readings"):
        named[named_regions(campaign, table)] = True
    return np.flatnonzero(named[:-1])


_NOTHING = Filters()
