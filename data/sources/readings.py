"""Readings that live elsewhere: their aggregates in SQL, and the few rows that a page shows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from data import day_numbers, national
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.national import Floats, Points
from data.sources import fetched, links, statement
from data.sources.relation import Relation

MOST_ROWS = 100_000
"""Readings of one indicator that are fetched to be listed; the newest of them."""

_DAYS_KEPT = 8
"""As-of dates for which it is kept when readings were made last."""

_SORTED = 2_000_000
"""Readings that are put in order at once."""

# A report changes the total by what it adds to the region's number before, so reports of a day simply add up;
# of two for one day the later in the file stands.
_NATIONAL = """, numbered AS (
SELECT "indicator", "date", "value", "position", {region} AS place
FROM known WHERE "value" IS NOT NULL AND {indicators}
), stepped AS (
SELECT "indicator", "date", "value", place,
LAG("value") OVER steps AS earlier, LEAD("date") OVER steps AS later
FROM numbered WINDOW steps AS (PARTITION BY "indicator", place ORDER BY "date", "position", "value")
), standing AS (
SELECT "indicator", "date",
"value" - COALESCE(earlier, 0) AS gained,
CASE WHEN earlier IS NULL THEN 1 ELSE 0 END AS begun,
CASE WHEN place = '' THEN 1 ELSE 0 END AS whole,
CASE WHEN later IS NULL OR later <> "date" THEN "value" END AS stands
FROM stepped)
SELECT "indicator", "date", whole, SUM(gained) AS gained, CAST(SUM(begun) AS BIGINT) AS begun,
MAX(stands) AS stands, MAX(ABS(stands)) AS largest
FROM standing GROUP BY "indicator", "date", whole"""

_NEW = """SELECT "indicator", MAX("date") AS "date", COUNT(*) AS n FROM known
WHERE "date" > :after AND "date" <= :until AND "value" IS NOT NULL GROUP BY "indicator\""""

# Regions mostly report on the same days, and on those alone the last readings are found in half the time.
_LAST_DAYS = """SELECT DISTINCT "indicator", MAX("date") AS "date" FROM known WHERE "date" <= :day
GROUP BY "indicator", "region", CASE WHEN "value" IS NULL THEN 1 ELSE 0 END"""

_LATEST = """, placed AS (
SELECT known.*, ROW_NUMBER() OVER (
PARTITION BY "indicator", "region", CASE WHEN "value" IS NULL THEN 1 ELSE 0 END
ORDER BY "date" DESC, "position" DESC, "value" DESC) AS place
FROM known WHERE {indicators} AND {days})
SELECT * FROM placed WHERE place = 1 ORDER BY "date", "position", "value\""""

_ALL = """SELECT * FROM known WHERE "indicator" = :indicator AND "date" <= :day
ORDER BY "date" DESC, "position" DESC, "value" DESC LIMIT :most"""


class ReadingsElsewhere:
    """Answers with the aggregates of a table that lives elsewhere."""

    def __init__(self, campaign: Campaign, relation: Relation) -> None:
        self._campaign = campaign
        self._relation = relation

    def national(self) -> Points:
        """Return every indicator's series."""
        found = pd.concat([self._summed(*part) for part in self._parts()])
        whole = found["whole"].to_numpy() == 1
        told, regional = found[whole], found[~whole]
        largest = np.zeros(len(self._campaign["indicators"]))
        np.maximum.at(largest, _rows(regional), _numbers(regional, "largest"))
        combined = national.accumulated(
            self._campaign,
            _rows(regional),
            _days(regional),
            _numbers(regional, "gained"),
            _numbers(regional, "begun"),
            largest,
        )
        none = np.zeros(len(told), dtype=np.int64)
        return national.joined(Points(_rows(told), _days(told), _numbers(told, "stands"), none), combined)

    def _parts(self) -> list[tuple[str, dict[str, object]]]:
        """Ask for so many indicators at once that their readings can be sorted in little memory."""
        ids = self._campaign["indicators"]["id"].tolist()
        parts = -(-self._relation.count // _SORTED)
        if parts <= 1:
            return [("1 = 1", {})]
        size = max(1, -(-len(ids) // parts))
        batches = [ids[first : first + size] for first in range(0, len(ids), size)]
        return [statement.among('"indicator"', "indicator", batch) for batch in batches]

    def _summed(self, indicators: str, values: dict[str, object]) -> pd.DataFrame:
        region, unknown = self._place()
        sql = _NATIONAL.replace("{region}", region).replace("{indicators}", indicators)
        return self._linked(self._relation.ask(sql, **unknown, **values))

    def new(self, after: int, until: int) -> tuple[Days, Rows]:
        """Tell the newest day and the number of new readings of each indicator."""
        days = {"after": day_numbers.to_day(after), "until": day_numbers.to_day(until)}
        found = self._linked(self._relation.ask(_NEW, **days))
        count = len(self._campaign["indicators"])
        newest, counts = np.full(count, UNKNOWN), np.zeros(count, dtype=np.intp)
        newest[_rows(found)], counts[_rows(found)] = _days(found), found["n"].to_numpy()
        return newest, counts

    def regional(self) -> Rows:
        """Find the indicators that any region reports."""
        condition, unknown = self._unknown()
        sql = f'SELECT DISTINCT "indicator" FROM known WHERE "region" IS NOT NULL AND NOT ({condition})'
        rows = self._campaign.positions("indicators")(
            self._relation.ask(sql, **unknown)["indicator"].tolist()
        )
        return np.sort(rows[rows >= 0])

    def latest(self, indicators: Rows, day: dt.date) -> Campaign:
        """Fetch the last readings of some indicators."""
        ids = self._campaign["indicators"]["id"].iloc[indicators].tolist()
        days = self._last_days(day)
        asked = days["date"][days["indicator"].isin(ids)].unique().tolist()
        of_indicators, bound = statement.among('"indicator"', "indicator", ids)
        on_days, bound_days = statement.among('"date"', "day", asked)
        sql = _LATEST.replace("{indicators}", of_indicators).replace("{days}", on_days)
        return self._holding(self._relation.ask(sql, **bound, **bound_days))

    def _last_days(self, day: dt.date) -> pd.DataFrame:
        """Find the days on which the last readings by a day lie, of each indicator; asked once for a day."""
        asked = self._campaign.remember(
            ("last days",), lambda: lru_cache(_DAYS_KEPT)(partial(self._relation.ask, _LAST_DAYS))
        )
        return asked(day=day)

    def all(self, indicator: int, day: dt.date) -> Campaign:
        """Fetch the newest readings of one indicator, oldest first."""
        name = self._campaign["indicators"]["id"].iat[indicator]
        return self._holding(self._relation.ask(_ALL, indicator=name, day=day, most=MOST_ROWS)[::-1])

    def _holding(self, rows: pd.DataFrame) -> Campaign:
        return self._campaign.holding("readings", fetched.frame(self._campaign, self._relation, rows))

    def _place(self) -> tuple[str, dict[str, object]]:
        """Name the region of a reading: nothing for the whole; all that nobody recognised are one."""
        condition, unknown = self._unknown()
        return f"CASE WHEN \"region\" IS NULL THEN '' WHEN {condition} THEN '?' ELSE \"region\" END", unknown

    def _unknown(self) -> tuple[str, dict[str, object]]:
        """Ask for regions that nobody knows."""
        return statement.among(
            '"region"', "unknown", links.named(self._campaign, self._relation, "region")[1]
        )

    def _linked(self, found: pd.DataFrame) -> pd.DataFrame:
        """Find the rows of the indicators, in the order of indicator and day; leave out what names none."""
        rows = self._campaign.positions("indicators")(found["indicator"].tolist())
        found = found.assign(row=rows, day=day_numbers.of(pd.to_datetime(found["date"])))
        return found[found["row"] >= 0].sort_values(["row", "day"])


def _rows(found: pd.DataFrame) -> Rows:
    return found["row"].to_numpy(dtype=np.intp)


def _days(found: pd.DataFrame) -> Days:
    return found["day"].to_numpy(dtype=np.int64)


def _numbers(found: pd.DataFrame, name: str) -> Floats:
    return found[name].to_numpy(dtype=np.float64)
