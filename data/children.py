"""The rows of a table that belong to one row of another: milestones of an item, readings of an indicator."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.campaign import Campaign, Rows
from data.models import columns


def of(campaign: Campaign, table: str, column: str, parent: int) -> Rows:
    """Find the rows whose reference `column` names a row, in the order of the file."""
    rows, bounds = campaign.remember(("children", table, column), lambda: _sorted(campaign, table, column))
    return rows[bounds[parent] : bounds[parent + 1]]


def _sorted(campaign: Campaign, table: str, column: str) -> tuple[Rows, NDArray[np.intp]]:
    rows, parents = campaign.pairs(table, column)
    known = parents >= 0
    rows, parents = rows[known], parents[known]
    order = np.argsort(parents, kind="stable")
    target = columns(table)[column].target
    assert target is not None
    return rows[order], np.searchsorted(parents[order], np.arange(len(campaign[target]) + 1))
