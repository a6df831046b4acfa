"""What is asked of the problem leads of a campaign, be they in memory or in a table that lives elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import numpy as np

from data import leads
from data.campaign import Campaign, Rows
from data.filters import Filters
from data.leads import LeadView
from data.sources.leads import COLUMNS, MOST_ROWS, LeadsElsewhere
from data.standing import Standing

__all__ = ["COLUMNS", "MOST_ROWS", "Leads", "of", "views"]


class Leads(Protocol):
    """The answers; those of tables that live elsewhere may raise Unreachable."""

    def views(self, standing: Standing, filters: Filters) -> Callable[..., LeadView]:
        """Return what counts the leads that meet the filters, told apart by some of `COLUMNS`."""

    def categories(self, lang: str) -> list[str]:
        """Word the categories in the order of their codes."""

    def item(self, lead: str) -> int:
        """Find the item that a lead names; -1 for none."""

    def page(self, standing: Standing, filters: Filters, state: str, first: int, end: int) -> Campaign:
        """Return a campaign that holds some of the leads in a state, in the order of the list."""

    def of_item(self, item: int, day: dt.date) -> Campaign:
        """Return a campaign that holds the leads of an item received by a day."""


def of(campaign: Campaign) -> Leads:
    """Return whom to ask."""
    relation = campaign.sources.get("leads")
    held = campaign.holds("leads")
    return LeadsElsewhere(campaign, relation) if relation and not held else InMemory(campaign)


def views(campaign: Campaign, standing: Standing, filters: Filters) -> Callable[..., LeadView]:
    """Return what counts the leads that meet the filters, told apart by some of `COLUMNS`."""
    return of(campaign).views(standing, filters)


class InMemory:
    """Answers from the frame of the table, which holds all its rows."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign

    def views(self, standing: Standing, filters: Filters) -> Callable[..., LeadView]:
        """Return a view of the single leads, which tells them apart by everything."""
        view = leads.view(self._campaign, standing, filters)
        return lambda *_: view

    def categories(self, lang: str) -> list[str]:
        """Word the categories as the first lead of each does."""
        rows = leads.numbers(self._campaign).category_rows
        words = self._campaign.words("leads", "category", lang)
        return [str(words[row]) for row in rows]

    def item(self, lead: str) -> int:
        """Find the item that a lead names."""
        row = self._campaign.positions("leads").of(lead)
        return int(self._codes("item")[row]) if row >= 0 else -1

    def page(self, standing: Standing, filters: Filters, state: str, first: int, end: int) -> Campaign:
        """Return the campaign itself, which holds them among all others."""
        return self._campaign

    def of_item(self, item: int, day: dt.date) -> Campaign:
        """Return the campaign itself, which holds them among all others."""
        return self._campaign

    def _codes(self, column: str) -> Rows:
        return self._campaign["leads"][column].cat.codes.to_numpy().astype(np.intp)
