"""The order in which changes are read: item by item as on the printed list, then the other tables."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.campaign import Campaign, Rows
from data.comparison import standings
from data.comparison.matching import Matches
from data.models import TABLES, columns, parent
from data.standing import code_ranks

_FIRST = ("items", standings.TABLE, "measures", "milestones", "updates", "indicators", "readings")
_TABLES = {table: place for place, table in enumerate(dict.fromkeys([*_FIRST, *TABLES]))}


def followers(items: Matches, before: int, after: int) -> Rows:
    """Find what became of each item, before and after one behind the other: its position after, else -1."""
    found = np.concatenate([np.full(before, -1, dtype=np.intp), np.arange(after)])
    found[items.before] = items.after
    return found


def items(before: Campaign, after: Campaign, followers: Rows, changes: pd.DataFrame) -> Rows:
    """Find the item under which each change belongs, among the items before and after; -1 for none."""
    count = len(before["items"])
    # An item of both versions goes by its place in the first.
    firsts = np.arange(count, len(followers))
    kept = np.flatnonzero(followers[:count] >= 0)
    firsts[followers[kept]] = kept
    found = np.full(len(changes), -1, dtype=np.intp)
    for table in changes["table"].unique():
        mine = np.flatnonzero(changes["table"] == table)
        was, now = (changes[name].to_numpy()[mine] for name in ("before", "after"))
        old, new = (np.append(_items_of(campaign, table), -1) for campaign in (before, after))
        found[mine] = np.where(now >= 0, np.append(firsts, -1)[new[now]], old[was])
    return found


def reading(before: Campaign, after: Campaign, changes: pd.DataFrame) -> Rows:
    """Put changes in the order in which they are read."""
    codes = pd.concat([before["items"]["code"], after["items"]["code"]], ignore_index=True)
    ranks = np.append(code_ranks(codes), len(codes) + 1)
    tables = changes["table"].map(_TABLES).to_numpy()
    rows = np.where(changes["after"] >= 0, changes["after"], changes["before"])
    return np.lexsort((_places(changes), rows, tables, ranks[changes["item"]]))


def _places(changes: pd.DataFrame) -> Rows:
    """Find the place of each changed column in its table; whole rows come before."""
    places = {(table, name): place for table in TABLES for place, name in enumerate(columns(table))}
    cells = zip(changes["table"], changes["column"], strict=True)
    return np.array([places.get((table, name.partition(".")[0]), -1) for table, name in cells], dtype=np.intp)


def _items_of(campaign: Campaign, table: str) -> Rows:
    """Find the item of each row of a table; -1 where the table stands under no item."""
    if table in ("items", standings.TABLE):
        return np.arange(len(campaign["items"]))
    above = parent(table) if table in campaign.tables else None
    if above is None or above.target not in ("items", "indicators"):
        return np.full(len(campaign.tables.get(table, ())) or 1, -1)
    codes = campaign[table][above.name].cat.codes.to_numpy().astype(np.intp)
    return codes if above.target == "items" else np.append(_items_of(campaign, above.target), -1)[codes]
