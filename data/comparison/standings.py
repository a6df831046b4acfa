"""What the rules make of each item in two versions, on the same day: light, status and deadline."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from data import standing
from data.campaign import Campaign
from data.comparison.changes import listed
from data.comparison.kinds import Kind, of_column
from data.comparison.matching import Matches
from data.words import Light, Precision, Status, label

TABLE = "standing"
"""In the place of a table: what no file says, but updates and rules make of an item."""

COLUMNS = ("light", "status", "deadline")


def changes(
    before: Campaign, after: Campaign, day: dt.date, items: Matches, own: pd.DataFrame
) -> pd.DataFrame:
    """List the items that stand otherwise; what their own rows already tell of is left out."""
    old, new = (
        _worded(standing.stand(side, day).items.iloc[rows])
        for side, rows in ((before, items.before), (after, items.after))
    )
    found = []
    for name in COLUMNS:
        told = own["before"][(own["table"] == "items") & (own["column"] == name)]
        other = np.flatnonzero((old[name] != new[name]).to_numpy() & ~np.isin(items.before, told))
        was, now = old[name].iloc[other], new[name].iloc[other]
        kind = np.where((now == Light.RED).to_numpy(), Kind.TURNED_RED, of_column(name))
        found.append(listed(kind, TABLE, items.before[other], items.after[other], name, was, now))
    return pd.concat(found, ignore_index=True)


def _worded(items: pd.DataFrame) -> pd.DataFrame:
    deadlines = items["deadline"].dt.strftime("%Y-%m-%d").fillna("")
    continuing = items["continuing"].to_numpy(dtype=bool)
    said = (items["light"], items["status"], deadlines.mask(continuing, str(Precision.CONTINUING)))
    return pd.DataFrame(dict(zip(COLUMNS, said, strict=True)), dtype="str").reset_index(drop=True)


def words(changes: pd.DataFrame, side: str, lang: str) -> pd.DataFrame:
    """Word what is made of items in one version, under their positions."""
    value = "old" if side == "before" else "new"
    said = changes.pivot_table(index=side, columns="column", values=value, aggfunc="first")
    for name, kind in (("light", Light), ("status", Status)):
        if name in said:
            said[name] = [label(kind, cell, lang) for cell in said[name]]
    return said
