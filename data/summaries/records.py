"""Documents, events and practices that concern the items a view is about."""

from __future__ import annotations

import numpy as np

from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN
from data.filters import Mask

DATED = {"documents": "issued", "events": "date", "practices": "date"}
"""The column that dates the rows of a table."""


def concerned(campaign: Campaign, table: str, items: Mask, everything: bool) -> Mask:
    """Mark the rows that name a selected item; all of them where nothing is filtered out."""
    if everything:
        return np.ones(len(campaign[table]), dtype=bool)
    here, there = campaign.pairs(table, "items")
    found = np.zeros(len(campaign[table]), dtype=bool)
    known = there >= 0
    found[here[known][items[there[known]]]] = True
    return found


def known(campaign: Campaign, table: str, day: int) -> Mask:
    """Mark the rows not dated after a day; those without a date are among them."""
    days = campaign.days(table, DATED[table])
    marked: Mask = days <= day
    return marked


def by_date(campaign: Campaign, table: str, rows: Rows, *, newest_first: bool) -> Rows:
    """Order rows by date; those without one come last, in the order of the file."""
    days = campaign.days(table, DATED[table])[rows]
    undated = days == UNKNOWN
    keys = np.where(undated, 0, -days if newest_first else days)
    return rows[np.lexsort((keys, undated))]
