"""The regions that any row of a table names, be its rows in memory or elsewhere."""

from __future__ import annotations

import numpy as np

from data.campaign import Campaign, Rows
from data.sources import links


def named_regions(campaign: Campaign, table: str) -> Rows:
    """Find the regions, in the order of their table."""
    if relation := campaign.sources.get(table):
        return np.sort(links.named(campaign, relation, "region")[0])
    codes = campaign[table]["region"].cat.codes.to_numpy()
    # One place more for the code -1 of a missing value.
    return np.flatnonzero(np.bincount(codes + 1, minlength=len(campaign["regions"]) + 1)[1:])
