"""Which changes concern a selection of items."""

from __future__ import annotations

import numpy as np

from data.campaign import Campaign
from data.filters import Mask
from data.summaries.few_rows import Columns
from data.summaries.records import concerned


def concerning(campaign: Campaign, changes: Columns, items: Mask, everything: bool) -> Mask:
    """Mark the changes of selected items, and of documents and events that name one of them.

    They stand as `data.history.changes` lists them. What concerns no item at all is marked where nothing is
    filtered out.
    """
    about = changes["item"]
    if not len(items):
        return np.full(len(about), everything)
    keep = np.where(about >= 0, items[about], everything)
    of_none = np.flatnonzero(about < 0)
    tables = changes["table"][of_none]
    for table in ("documents", "events"):
        marked = concerned(campaign, table, items, everything)
        mine = of_none[tables == table]
        keep[mine] = marked[changes["row"][mine]]
    return keep
