"""What is known of each region: items, site visits, practices, problem leads and readings of an indicator."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.filters import Mask
from data.leads import Codes, LeadView, region_places
from data.regions import REGIONS
from data.standing import Standing
from data.words import EventKind


@dataclass(frozen=True, slots=True)
class ByRegion:
    """A figure for each region, in the order of `REGIONS`."""

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
    return _tallied(region_places(campaign["practices"]["region"])[mask])


def of_leads(view: LeadView) -> ByRegion:
    """Count the problem leads of a view by where they come from."""
    return _tallied(view.regions)


def of_indicator(campaign: Campaign, standing: Standing, indicator: int) -> ByRegion:
    """Return the last number each region gave of an indicator by the day.

    A region's last number stands until it gives another; a region that never gave one has no figure, but
    its last reading is told.
    """
    regions, days = _readings(campaign)
    about = campaign["readings"]["indicator"].cat.codes.to_numpy()
    known = (about == indicator) & (regions >= 0) & (days <= day_numbers.of_day(standing.day))
    rows = np.flatnonzero(known & (days != UNKNOWN))
    numbered = ~np.isnan(campaign["readings"]["value"].to_numpy()[rows])
    rows = rows[np.lexsort((rows, days[rows], numbered))]
    last = np.full(len(REGIONS), -1, dtype=np.intp)
    # Of several assignments to one place numpy keeps the last.
    last[regions[rows]] = rows
    values = np.append(campaign["readings"]["value"].to_numpy(), np.nan)[last]
    return ByRegion(values, readings=last)


def regional_indicators(campaign: Campaign, mask: Mask) -> Rows:
    """Find the indicators of the selected items that have readings of regions, in the order of the file."""

    def found() -> Rows:
        about = campaign["readings"]["indicator"].cat.codes.to_numpy()
        regions, _ = _readings(campaign)
        return np.unique(about[(regions >= 0) & (about >= 0)]).astype(np.intp)

    rows = campaign.remember(("regional indicators",), found)
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
    names = list(REGIONS)
    places = [names.index(code) for code in wanted if code in names]
    if "region" in campaign[table]:
        return np.isin(region_places(campaign[table]["region"]), places)
    rows, regions = _pairs(campaign, table)
    found = np.zeros(count, dtype=bool)
    found[rows[np.isin(regions, places)]] = True
    return found


def _counted(campaign: Campaign, table: str, mask: Mask) -> ByRegion:
    rows, regions = _pairs(campaign, table)
    named = np.zeros(len(mask), dtype=bool)
    named[rows] = True
    counted = _tallied(regions[mask[rows]])
    return ByRegion(counted.values, int((mask & ~named).sum()))


def _tallied(regions: Codes) -> ByRegion:
    counts = np.bincount(regions + 1, minlength=len(REGIONS) + 1).astype(np.float64)
    return ByRegion(np.where(counts[1:] > 0, counts[1:], np.nan), int(counts[0]))


def _pairs(campaign: Campaign, table: str) -> tuple[Rows, Codes]:
    """Pair the rows of a table with the regions they name."""

    def pairs() -> tuple[Rows, Codes]:
        places = {code: place for place, code in enumerate(REGIONS)}
        cells = campaign[table]["regions"]
        found = [(row, places[code]) for row, cell in enumerate(cells) for code in cell if code in places]
        both = np.array(found, dtype=np.int64).reshape(-1, 2)
        return both[:, 0].astype(np.intp), both[:, 1].astype(np.int32)

    return campaign.remember(("regions named", table), pairs)


def _readings(campaign: Campaign) -> tuple[Codes, Days]:
    readings = campaign["readings"]
    return campaign.remember(
        ("regions of readings",),
        lambda: (region_places(readings["region"]), day_numbers.of(readings["date"])),
    )
