"""The problem leads that came within some days, by the item that answers them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.sources.relation import Relation

_BY_ITEM = """SELECT "item", MAX("received") AS "received", COUNT(*) AS n FROM known
WHERE "received" > :after AND "received" <= :until GROUP BY "item\""""


def new_leads(campaign: Campaign, after: int, until: int) -> tuple[Days, Rows]:
    """Tell of each item the newest day on which leads came (`UNKNOWN`: never), and how many did.

    A last place is for leads that name no item.
    """
    if relation := campaign.sources.get("leads"):
        items, days, numbers = _elsewhere(campaign, relation, after, until)
    else:
        days = day_numbers.of(campaign["leads"]["received"])
        rows = np.flatnonzero((days > after) & (days <= until))
        items = campaign["leads"]["item"].cat.codes.to_numpy()[rows].astype(np.intp)
        days = days[rows]
        numbers = np.ones(len(rows), dtype=np.intp)
    count = len(campaign["items"])
    places = np.where(items < 0, count, items).astype(np.intp)
    newest = np.full(count + 1, UNKNOWN)
    np.maximum.at(newest, places, days)
    return newest, np.bincount(places, numbers, count + 1).astype(np.intp)


def _elsewhere(campaign: Campaign, relation: Relation, after: int, until: int) -> tuple[Rows, Days, Rows]:
    days = {"after": day_numbers.to_day(after), "until": day_numbers.to_day(until)}
    found = relation.ask(_BY_ITEM, **days)
    items = campaign.positions("items")(["" if pd.isna(name) else str(name) for name in found["item"]])
    return items, day_numbers.of(pd.to_datetime(found["received"])), found["n"].to_numpy(dtype=np.intp)
