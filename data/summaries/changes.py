"""Which changes concern a selection of items."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.campaign import Campaign
from data.filters import Mask
from data.summaries.records import concerned


def concerning(campaign: Campaign, changes: pd.DataFrame, items: Mask, everything: bool) -> Mask:
    """Mark the changes of selected items, and of documents and events that name one of them.

    What concerns no item at all is marked where nothing is filtered out.
    """
    about = changes["item"].to_numpy()
    if not len(items):
        return np.full(len(about), everything)
    keep = np.where(about >= 0, items[about], everything)
    for table in ("documents", "events"):
        marked = concerned(campaign, table, items, everything)
        mine = np.flatnonzero((changes["table"] == table).to_numpy())
        keep[mine] |= marked[changes["row"].to_numpy()[mine]]
    return keep
