"""What is known of each region: items, site visits, practices, problem leads and readings of an indicator."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import day_numbers, readings
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN
from data.filters import Mask
from data.leads import LeadView
from data.standing import Standing
from data.words import EventKind


@dataclass(frozen=True, slots=True)
class ByRegion:
    """A figure for each region, in the order of their table."""

    values: NDArray[np.float64]
    """NaN where nothing is on record."""
    elsewhere: int = 0
    """Rows that name no region."""
    readings: Rows | None = None
    """For readings of an indicator: the row behind each figure, -1 for none."""


def of_items(campaign: Campaign, mask: Mask) -> ByRegion:
    """Count the selected items that name each region."""
    return _counted(campaign, "items", mask)


def of_visits(campaign: Campaign, mask: Mask) -> ByRegion:
    """Count the selected events that are site visits; `visits` tells which those are."""
    return _counted(campaign, "events", mask & visits(campaign))


def of_practices(campaign: Campaign, mask: Mask) -> ByRegion:
    """Count the selected practices."""
    return _tallied(campaign, campaign["practices"]["region"].cat.codes.to_numpy()[mask])


def of_leads(campaign: Campaign, view: LeadView) -> ByRegion:
    """Count the problem leads of a view by where they come from."""
    return _tallied(campaign, view.regions, view.weights)


def of_indicator(campaign: Campaign, standing: Standing, indicator: int) -> ByRegion:
    """Return the last number each region gave of an indicator by the day.

    A region's last number stands until it gives another; a region that never gave one has no figure, but
    its last reading is told.
    """
    table = campaign["readings"]
    days = campaign.remember(("days", "readings"), lambda: day_numbers.of(table["date"]))
    about, regions = (table[name].cat.codes.to_numpy() for name in ("indicator", "region"))
    known = (about == indicator) & (regions >= 0) & (days <= day_numbers.of_day(standing.day))
    rows = np.flatnonzero(known & (days != UNKNOWN))
    numbered = ~np.isnan(table["value"].to_numpy()[rows])
    rows = rows[np.lexsort((rows, days[rows], numbered))]
    last = np.full(len(campaign["regions"]), -1, dtype=np.intp)
    # Of several assignments to one place numpy keeps the last.
    last[regions[rows]] = rows
    values = np.append(table["value"].to_numpy(), np.nan)[last]
    return ByRegion(values, readings=last)


def regional_indicators(campaign: Campaign, mask: Mask) -> Rows:
    """Find the indicators of the selected items that have readings of regions, in the order of the file."""
    rows = campaign.remember(("regional indicators",), readings.of(campaign).regional)
    items = campaign["indicators"]["item"].cat.codes.to_numpy()[rows]
    return rows[mask[items] & (items >= 0)] if len(mask) else rows[:0]


def visits(campaign: Campaign) -> Mask:
    """Mark the events that are site visits."""
    marked: Mask = (campaign["events"]["kind"] == EventKind.VISIT).to_numpy(dtype=bool)
    return marked


def naming(campaign: Campaign, table: str, wanted: tuple[str, ...]) -> Mask:
    """Mark the rows of items, events or practices that name one of the regions; all if none is wanted."""
    count = len(campaign[table])
    if not wanted:
        return np.ones(count, dtype=bool)
    column = "region" if "region" in campaign[table] else "regions"
    rows, regions = campaign.pairs(table, column)
    found = np.zeros(count, dtype=bool)
    found[rows[np.isin(regions, campaign.positions("regions")(wanted))]] = True
    return found


def _counted(campaign: Campaign, table: str, mask: Mask) -> ByRegion:
    rows, regions = campaign.pairs(table, "regions")
    named = np.zeros(len(mask), dtype=bool)
    named[rows] = True
    counted = _tallied(campaign, regions[mask[rows]])
    return ByRegion(counted.values, int((mask & ~named).sum()))


def _tallied(
    campaign: Campaign, regions: NDArray[np.integer], weights: NDArray[np.int64] | None = None
) -> ByRegion:
    """Count the rows of each region; -1 stands for none."""
    counts = np.bincount(regions + 1, weights, len(campaign["regions"]) + 1).astype(np.float64)
    return ByRegion(np.where(counts[1:] > 0, counts[1:], np.nan), int(counts[0]))
