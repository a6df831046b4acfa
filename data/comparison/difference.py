"""Two versions of a campaign compared row by row and field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import written
from data.campaign import Campaign, Rows
from data.columns import Kind as ColumnKind
from data.comparison import kinds, matching, order, standings
from data.comparison.changes import listed, of_rows
from data.comparison.kinds import Kind
from data.comparison.matching import Matches
from data.models import TABLES, columns
from data.readers.lists import split
from data.writers import tables

SETTINGS = "campaign"
_NONE = np.empty(0, dtype=np.intp)
_NO_EXTRAS = pd.DataFrame()
_KINDS = pd.Index([str(kind) for kind in Kind], dtype="str")

Written = Mapping[str, pd.DataFrame]
"""Rows as written, by table, under their positions in the frame of the campaign."""


@dataclass(frozen=True, eq=False)
class Difference:
    """What became of a campaign, in the order of its items by code, then of its other tables.

    Columns of `changes`: kind (category of `Kind`), table (or `standings.TABLE` for what the rules make of an
    item), before and after (position of the row there, -1 none), item (position among the items of before
    and after, one behind the other; -1 where the row belongs to none), column (empty where a whole row was
    added or removed), old and new (values as written).
    """

    before: Campaign
    after: Campaign
    changes: pd.DataFrame
    removed: Written
    added: Written
    followers: Rows
    """For each item, before and after one behind the other: its position in `after`, -1 if removed."""
    day: dt.date
    """The day for which lights are compared."""

    def __len__(self) -> int:
        return len(self.changes)

    def position(self, item: int, campaign: Campaign) -> int:
        """Find an item in one of the two versions; -1 if it is not there, or the campaign is neither."""
        if campaign is self.after:
            return int(self.followers[item]) if item >= 0 else -1
        return item if campaign is self.before and item < len(self.before["items"]) else -1

    def item(self, position: int) -> tuple[Campaign, int]:
        """Find an item in the later version, or in the earlier if it was removed."""
        follower = int(self.followers[position])
        return (self.after, follower) if follower >= 0 else (self.before, position)


def compare(before: Campaign, after: Campaign, day: dt.date | None = None) -> Difference:
    """Find what was added, removed and changed; the order of rows and columns is no difference.

    Lights are compared on one day, the as-of date of the later version if none is given.
    """
    day = day or after.settings.today()
    found = _Comparison(before, after)
    for table in TABLES:
        if table != SETTINGS and (table == "items" or len(before[table]) + len(after[table])):
            found.rows(table)
    found.settings()
    changes = pd.concat(found.changes, ignore_index=True)
    items = found.matches["items"]
    if len(changes):
        changes = pd.concat(
            [changes, standings.changes(before, after, day, items, changes)], ignore_index=True
        )
    followers = order.followers(items, len(before["items"]), len(after["items"]))
    changes["item"] = order.items(before, after, followers, changes)
    changes["kind"] = pd.Categorical(changes["kind"], categories=_KINDS)
    ordered = changes.iloc[order.reading(before, after, changes)].reset_index(drop=True)
    return Difference(before, after, ordered, found.removed, found.added, followers, day)


class _Comparison:
    """The comparison under way, table by table: parents come before the rows that refer to them."""

    def __init__(self, before: Campaign, after: Campaign) -> None:
        self.changes = [of_rows(Kind.ADDED, "items", _NONE)]
        self.matches: dict[str, Matches] = {}
        self.removed: dict[str, pd.DataFrame] = {}
        self.added: dict[str, pd.DataFrame] = {}
        self._before = before
        self._after = after
        self._ids: dict[str, dict[str, str]] = {}
        """By table, the former ids of the rows that changed theirs."""

    def rows(self, table: str) -> None:
        """Compare the rows of a table."""
        if _same(self._before, self._after, table):
            # Most tables of most versions, and far sooner seen than by matching a million rows.
            everything = np.arange(len(self._before[table]))
            self.matches[table] = Matches(everything, everything, _NONE, _NONE)
            return
        before, after = _alike(
            *(tables.rows(side, table, masked=False) for side in (self._before, self._after))
        )
        after = _renamed(table, after, self._ids)
        matches = self.matches[table] = matching.match(table, before, after)
        if "id" in before:
            old, new = before["id"].iloc[matches.before], after["id"].iloc[matches.after]
            pairs = zip(old, new, strict=True)
            self._ids[table] = {there: here for here, there in pairs if here != there}
            # Rows of this table may refer to others of it.
            after = _renamed(table, after, {table: self._ids[table]})
        self.removed[table], self.added[table] = before.iloc[matches.removed], after.iloc[matches.added]
        self.changes.append(of_rows(Kind.REMOVED, table, matches.removed))
        self.changes.append(of_rows(Kind.ADDED, table, matches.added))
        self._fields(table, before, after)

    def settings(self) -> None:
        """Compare the settings."""
        before, after = _alike(_settings(self._before), _settings(self._after))
        self.matches[SETTINGS] = Matches(np.zeros(1, dtype=np.intp), np.zeros(1, dtype=np.intp), _NONE, _NONE)
        self._fields(SETTINGS, before, _renamed(SETTINGS, after, self._ids))

    def _fields(self, table: str, before: pd.DataFrame, after: pd.DataFrame) -> None:
        """Compare the fields of matched rows, a whole column at a time."""
        matches = self.matches[table]
        for name in before.columns if len(matches.before) else ():
            old = before[name].iloc[matches.before].reset_index(drop=True)
            new = after[name].iloc[matches.after].reset_index(drop=True)
            other = np.flatnonzero((old != new).to_numpy(dtype=bool))
            if len(other):
                places, kind = (matches.before[other], matches.after[other]), kinds.of_column(name)
                self.changes.append(listed(kind, table, *places, name, old.iloc[other], new.iloc[other]))


def _same(before: Campaign, after: Campaign, table: str) -> bool:
    """Tell whether the rows of a table are the same, in the same order."""
    extras = (side.extras.get(table, _NO_EXTRAS) for side in (before, after))
    return before[table].equals(after[table]) and next(extras).equals(next(extras))


def _renamed(table: str, rows: pd.DataFrame, ids: Mapping[str, dict[str, str]]) -> pd.DataFrame:
    """Write references by former ids: to name a row by its new id is no change."""
    made = {}
    for column in columns(table).values():
        if not (former := ids.get(column.target or "")):
            continue
        if column.kind is ColumnKind.REFERENCE:
            made[column.name] = rows[column.name].replace(former)
        else:
            parts = {cell: [former.get(p, p) for p in split(cell)] for cell in set(rows[column.name])}
            made[column.name] = rows[column.name].map({cell: "；".join(parts[cell]) for cell in parts})
    return rows.assign(**made) if made else rows


def _settings(campaign: Campaign) -> pd.DataFrame:
    """Write the row of settings; without any, a campaign is called after its file, which tells nothing."""
    given = not campaign.origins or any("campaign" in origin.rows for origin in campaign.origins)
    return pd.DataFrame(written.settings(campaign) if given else {}, index=[0], dtype="str")


def _alike(before: pd.DataFrame, after: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give both tables the same columns; a translation may stand in one alone."""
    names = list(dict.fromkeys([*before.columns, *after.columns]))
    return before.reindex(columns=names, fill_value=""), after.reindex(columns=names, fill_value="")
