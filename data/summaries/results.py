"""The results of a campaign, those furthest from their target first."""

from __future__ import annotations

import numpy as np

from data.campaign import Campaign, Rows
from data.filters import Mask
from data.standing import Standing


def results(campaign: Campaign, standing: Standing, mask: Mask) -> Rows:
    """List the indicators with a value of the selected items: those that miss most first, then as listed."""
    indicators, items = campaign.pairs("indicators", "item")
    known = ~np.isnan(standing.column("latest", "indicators"))
    rows: Rows = indicators[mask[items] & known[indicators]]
    # What meets its target, or cannot be projected, bears no risk that could be told apart.
    risk = np.fmax(standing.column("miss_days", "indicators")[rows], 0)
    return rows[np.argsort(-risk, kind="stable")]


def latest_readings(campaign: Campaign, standing: Standing) -> Rows:
    """Find the reading of the whole that each indicator's latest value is; -1 where regions were combined."""
    whole = campaign.remember(("whole", "readings"), lambda: _whole(campaign))
    about = campaign.codes("readings", "indicator")[whole]
    latest = standing.column("latest_date", "indicators")
    current = campaign.days("readings", "date")[whole] == latest[about]
    # Of two readings for one day the later in the file counts, and numpy keeps the last.
    found = np.full(len(campaign["indicators"]), -1)
    found[about[current]] = whole[current]
    return found


def _whole(campaign: Campaign) -> Rows:
    readings = campaign["readings"]
    known = (readings["indicator"].cat.codes.to_numpy() >= 0) & readings["value"].notna().to_numpy()
    national = readings["region"].isna().to_numpy() & (readings["region.text"] == "").to_numpy()
    return np.flatnonzero(known & national)
