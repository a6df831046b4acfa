"""What is asked of the readings of a campaign, be they in memory or in a table that lives elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import numpy as np
import pandas as pd

from data import day_numbers, national
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.national import Points
from data.sources.readings import ReadingsElsewhere


class Readings(Protocol):
    """The answers; those of tables that live elsewhere may raise Unreachable."""

    def national(self) -> Points:
        """Return every indicator's series: of readings of the whole, and of regions combined."""

    def new(self, after: int, until: int) -> tuple[Days, Rows]:
        """Tell of each indicator the day of its newest number within some days, and how many there are."""

    def regional(self) -> Rows:
        """Find the indicators that any region reports, in the order of the file."""

    def latest(self, indicators: Rows, day: dt.date) -> Campaign:
        """Return a campaign that holds the last readings of some indicators by a day.

        Of each region, and of the whole, the last one with a number and the last one without.
        """

    def all(self, indicator: int, day: dt.date) -> Campaign:
        """Return a campaign that holds the readings of one indicator up to a day."""


def of(campaign: Campaign) -> Readings:
    """Return whom to ask."""
    relation = campaign.sources.get("readings")
    return ReadingsElsewhere(campaign, relation) if relation else InMemory(campaign)


def points(campaign: Campaign, day: dt.date, indicators: Rows | None = None) -> Points:
    """Return national series up to a day, of all indicators or of some.

    An indicator with a reading of the whole is told by such readings alone; otherwise its regions are
    combined, where a region's last number stands until it gives another: a late or suppressed report is no
    collapse.
    """
    known = campaign.remember(("national",), of(campaign).national)
    if indicators is not None:
        known = known.at(_rows_of(known, np.unique(indicators)))
    last = day_numbers.of_day(day)
    whole = np.zeros(len(campaign["indicators"]), dtype=bool)
    whole[known.indicators[(known.regions == 0) & (known.days <= last)]] = True
    return known.at(np.flatnonzero((known.days <= last) & (whole[known.indicators] == (known.regions == 0))))


def series(campaign: Campaign, indicator_position: int, day: dt.date) -> pd.DataFrame:
    """Return one indicator's national series up to a day: date, value, regions (0: the whole)."""
    found = points(campaign, day, np.array([indicator_position]))
    return pd.DataFrame(
        {"date": day_numbers.dates(found.days), "value": found.values, "regions": found.regions}
    )


def _rows_of(known: Points, indicators: Rows) -> Rows:
    lows = np.searchsorted(known.indicators, indicators)
    highs = np.searchsorted(known.indicators, indicators, side="right")
    spans = [np.arange(low, high) for low, high in zip(lows.tolist(), highs.tolist(), strict=True)]
    return np.concatenate(spans) if spans else np.empty(0, dtype=np.intp)


class InMemory:
    """Answers from the frame of the table, which holds all its rows."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign

    def national(self) -> Points:
        """Return every indicator's series."""
        return national.of_rows(self._campaign)

    def new(self, after: int, until: int) -> tuple[Days, Rows]:
        """Tell the newest day and the number of new readings of each indicator."""
        days, about = self._days(), self._codes("indicator")
        numbered = self._campaign["readings"]["value"].notna().to_numpy()
        rows = np.flatnonzero((days > after) & (days <= until) & numbered & (about >= 0))
        count = len(self._campaign["indicators"])
        newest = np.full(count, UNKNOWN)
        np.maximum.at(newest, about[rows], days[rows])
        return newest, np.bincount(about[rows], minlength=count)

    def regional(self) -> Rows:
        """Find the indicators that any region reports."""
        about = self._codes("indicator")
        return np.unique(about[(self._codes("region") >= 0) & (about >= 0)])

    def latest(self, indicators: Rows, day: dt.date) -> Campaign:
        """Return the campaign itself, which holds them among all others."""
        return self._campaign

    def all(self, indicator: int, day: dt.date) -> Campaign:
        """Return the campaign itself, which holds them among all others."""
        return self._campaign

    def _days(self) -> Days:
        return day_numbers.of(self._campaign["readings"]["date"])

    def _codes(self, column: str) -> Rows:
        return self._campaign["readings"][column].cat.codes.to_numpy().astype(np.intp)
