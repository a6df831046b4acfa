"""Problem leads that live elsewhere: counted in SQL, and fetched only where a page shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.filters import Filters
from data.leads import NEVER, Codes, LeadView
from data.personal import mask_all
from data.sources import fetched, lead_filters
from data.sources.lead_filters import CATEGORIES, Condition
from data.sources.relation import Relation
from data.standing import Standing

COLUMNS = ("received", "resolved", "organization", "region", "category")
"""By what leads may be told apart when they are counted."""
MOST_ROWS = 100_000
"""Leads that are fetched to be listed or downloaded."""

# As a lead stood on the day: `data.leads.view` says the same of those in memory.
_STOOD = """, stood AS (
SELECT known.*,
CASE WHEN "resolved" <= :day THEN 1 ELSE 0 END AS finished,
CASE WHEN "resolved" <= :day THEN "resolved" ELSE CAST(:day AS DATE) END AS until_day,
CASE WHEN "assigned" <= :day OR ("assigned" IS NULL AND "organization" IS NOT NULL AND NOT ({unknown}))
THEN 1 ELSE 0 END AS given
FROM known WHERE "received" <= :day
), judged AS (
SELECT stood.*,
finished * 3 + CASE WHEN "due" IS NULL THEN 2 WHEN "due" < until_day THEN 1 ELSE 0 END AS state
FROM stood WHERE {condition})"""

_CELLS = """
SELECT state, CAST(until_day - "received" AS BIGINT) AS days, given, {columns}
COUNT(*) AS n, COUNT(CASE WHEN finished = 1 THEN "satisfaction" END) AS rated,
SUM(CASE WHEN finished = 1 THEN "satisfaction" END) AS ratings
FROM judged GROUP BY state, CAST(until_day - "received" AS BIGINT), given{groups},
CASE WHEN finished = 1 AND "satisfaction" IS NOT NULL THEN 1 ELSE 0 END"""
_TOLD_APART = {
    "received": '"received"',
    "resolved": 'CASE WHEN finished = 1 THEN "resolved" END',
    "organization": 'CASE WHEN given = 1 THEN "organization" END',
    "region": '"region"',
    "category": '"category"',
}

_STATES = {"all": "1 = 1", "open": "state < 3", "overdue": "state = 1", "resolved": "state >= 3"}
_PAGE = """ SELECT * FROM judged WHERE {state} ORDER BY "received" {order}, "position", "id"
LIMIT :most OFFSET :first"""

_OF_ITEM = """SELECT * FROM known WHERE "item" = :item AND "received" <= :day
ORDER BY "received" DESC, "position", "id" LIMIT :most"""


class LeadsElsewhere:
    """Answers with the aggregates of a table that lives elsewhere."""

    def __init__(self, campaign: Campaign, relation: Relation) -> None:
        self._campaign = campaign
        self._relation = relation

    def views(self, standing: Standing, filters: Filters) -> Callable[..., LeadView]:
        """Return what counts the leads that meet the filters, told apart by some of `COLUMNS`."""
        stood, values = self._stood(standing, filters)

        def view(*by: str) -> LeadView:
            chosen = [_TOLD_APART[name] for name in by]
            told = "".join(f'{cell} AS "{name}", ' for name, cell in zip(by, chosen, strict=True))
            groups = "".join(f", {cell}" for cell in chosen)
            sql = stood + _CELLS.replace("{columns}", told).replace("{groups}", groups)
            return self._view(self._relation.ask(sql, **values), day_numbers.of_day(standing.day))

        return view

    def categories(self, lang: str) -> list[str]:
        """Word the categories as the first lead of each does."""
        rows = lead_filters.categories(self._campaign, self._relation)
        names = rows.get(f"category.{lang}", rows["category"])
        return mask_all(names.where(names != "", rows["category"])).tolist()

    def item(self, lead: str) -> int:
        """Find the item that a lead names."""
        found = self._relation.ask('SELECT "item" FROM known WHERE "id" = :lead', lead=lead)["item"]
        name = found.iloc[0] if len(found) else None
        return self._campaign.positions("items").of(str(name)) if isinstance(name, str) else -1

    def page(self, standing: Standing, filters: Filters, state: str, first: int, end: int) -> Campaign:
        """Fetch some of the leads in a state: open ones from the oldest on, others from the newest."""
        stood, values = self._stood(standing, filters)
        order = "ASC" if state in ("open", "overdue") else "DESC"
        sql = stood + _PAGE.replace("{state}", _STATES[state]).replace("{order}", order)
        return self._holding(self._relation.ask(sql, most=min(end - first, MOST_ROWS), first=first, **values))

    def of_item(self, item: int, day: dt.date) -> Campaign:
        """Fetch the newest leads of an item."""
        name = self._campaign["items"]["id"].iat[item]
        return self._holding(self._relation.ask(_OF_ITEM, item=name, day=day, most=MOST_ROWS))

    def _holding(self, rows: pd.DataFrame) -> Campaign:
        return self._campaign.holding("leads", fetched.frame(self._campaign, self._relation, rows))

    def _stood(self, standing: Standing, filters: Filters) -> Condition:
        """Say how the leads that meet the filters stood on the day."""
        unknown, names = lead_filters.unknown_organizations(self._campaign, self._relation)
        condition, values = lead_filters.condition(self._campaign, self._relation, standing, filters)
        sql = _STOOD.replace("{unknown}", unknown).replace("{condition}", condition)
        return sql, {"day": standing.day, **names, **values}

    def _view(self, cells: pd.DataFrame, day: int) -> LeadView:
        nothing = np.full(len(cells), -1, dtype=np.int32)
        rated = cells["rated"].to_numpy(dtype=np.float64)
        ratings = cells["ratings"].to_numpy(dtype=np.float64)

        def dated(name: str) -> Codes:
            return _numbers(cells[name]) if name in cells else np.full(len(cells), NEVER, dtype=np.int32)

        def named(table: str, name: str) -> Codes:
            # -1 is none, and so is the last place, which `_places` gives to it.
            if name not in cells:
                return nothing
            places = self._places(table, cells[name])
            return np.where(places == len(self._campaign[table]), -1, places).astype(np.int32)

        return LeadView(
            rows=np.empty(0, dtype=np.intp),
            day=day,
            received=dated("received"),
            resolved=dated("resolved"),
            states=cells["state"].to_numpy(dtype=np.intp),
            days=cells["days"].to_numpy(dtype=np.int32),
            ratings=np.where(rated > 0, ratings / np.maximum(rated, 1), np.nan),
            organizations=named("organizations", "organization"),
            regions=named("regions", "region"),
            categories=self._categories(cells["category"]) if CATEGORIES in cells else nothing,
            assigned=cells["given"].to_numpy() == 1,
            weights=cells["n"].to_numpy(dtype=np.int64),
        )

    def _categories(self, names: pd.Series[Any]) -> Codes:
        known = lead_filters.categories(self._campaign, self._relation)["category"]
        places = {name: place for place, name in enumerate(known)}
        return np.array([places.get(name, -1) for name in names], dtype=np.int32)

    def _places(self, table: str, names: pd.Series[Any]) -> Rows:
        """Find the rows that ids name; what names none gets a last place of its own."""
        found = self._campaign.positions(table)(["" if pd.isna(name) else str(name) for name in names])
        return np.where(found < 0, len(self._campaign[table]), found)


def _days(dates: pd.Series[Any]) -> Days:
    return day_numbers.of(pd.to_datetime(dates))


def _numbers(dates: pd.Series[Any]) -> Codes:
    days = _days(dates)
    return np.where(days == UNKNOWN, NEVER, days).astype(np.int32)
