"""The results of a campaign, those furthest from their target first."""

from __future__ import annotations

import numpy as np

from data.campaign import Campaign, Rows
from data.filters import Mask
from data.standing import Standing


def results(campaign: Campaign, standing: Standing, mask: Mask) -> Rows:
    """List the indicators with a value of the selected items: those that miss most first, then as listed."""
    rows, items = campaign.pairs("indicators", "item")
    rows = rows[mask[items]]
    rows = rows[standing.indicators["latest"].notna().to_numpy()[rows]]
    # What meets its target, or cannot be projected, bears no risk that could be told apart.
    risk = np.maximum(standing.indicators["miss_days"].fillna(0).to_numpy()[rows], 0)
    return rows[np.argsort(-risk, kind="stable")]
