"""The national series of every indicator: readings of the whole, or those of the regions combined."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.words import Combination

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Points:
    """Values of indicators, sorted by indicator and date, one per date."""

    indicators: Rows
    days: Days
    values: Floats
    regions: NDArray[np.int64]
    """How many regions make the value; 0 for a reading of the whole."""

    def at(self, keep: Rows | NDArray[np.bool_]) -> Points:
        """Take some of the points."""
        return Points(self.indicators[keep], self.days[keep], self.values[keep], self.regions[keep])


def of_rows(campaign: Campaign) -> Points:
    """Compute every indicator's whole and combined series from the rows of the table."""
    readings = campaign["readings"]
    days, values = day_numbers.of(readings["date"]), readings["value"].to_numpy()
    indicators = readings["indicator"].cat.codes.to_numpy().astype(np.int64)
    rows = np.flatnonzero(np.isfinite(values) & (indicators >= 0) & (days != UNKNOWN))
    if not len(rows):
        return Points(np.empty(0, np.intp), np.empty(0, np.int64), np.empty(0), np.empty(0, np.int64))
    regions = readings["region"].cat.codes.to_numpy().astype(np.int64)[rows] + 1
    # A region nobody recognised is still a region, not the whole.
    named = (readings["region.text"] != "").to_numpy(dtype=bool)[rows]
    regions[(regions == 0) & named] = regions.max() + 1
    keys = indicators[rows] * (regions.max() + 1) + regions
    order = _order(keys, days[rows])
    # Of two readings for one day the later in the file is a correction.
    order = order[_ends(keys[order], days[rows[order]])]
    rows, regions = rows[order], regions[order]
    own = Points(indicators[rows], days[rows], values[rows], regions)
    whole = regions == 0
    combined = _combined(campaign, own.at(~whole) if whole.any() else own)
    return joined(own.at(whole), combined) if whole.any() else combined


def _combined(campaign: Campaign, own: Points) -> Points:
    """Combine regions, each standing with its last number: running sums of what each report changed."""
    if not len(own.days):
        return own
    goes_on = np.zeros(len(own.days), dtype=bool)
    goes_on[1:] = (own.indicators[1:] == own.indicators[:-1]) & (own.regions[1:] == own.regions[:-1])
    gained = own.values - np.where(goes_on, np.roll(own.values, 1), 0)
    order = _order(own.indicators, own.days)
    largest = np.zeros(len(campaign["indicators"]))
    np.maximum.at(largest, own.indicators, np.abs(own.values))
    return accumulated(
        campaign, own.indicators[order], own.days[order], gained[order], ~goes_on[order], largest
    )


def accumulated(
    campaign: Campaign,
    indicators: Rows,
    days: Days,
    gained: Floats,
    begun: NDArray[Any],
    largest: Floats,
) -> Points:
    """Add up what reports of regions changed, in the order of indicator and day.

    `begun` counts the regions that reported for the first time, `largest` is each indicator's largest number.
    """
    ends = np.flatnonzero(_ends(indicators, days))
    count = _running(indicators, begun.astype(float))[ends]
    sums = _running(indicators, gained)[ends]
    indicators = indicators[ends]
    average = (campaign["indicators"]["combination"] == Combination.AVERAGE).to_numpy(dtype=bool)
    values = np.where(average[indicators], sums / count, sums)
    values = _without_noise(values, largest[indicators] * np.where(average[indicators], 1, count))
    return Points(indicators, days[ends], values, count.astype(np.int64))


def _order(groups: NDArray[np.int64], days: Days) -> Rows:
    """Order rows by group, day and place in the file.

    Sorting one number that holds all three is several times as fast as a stable sort of two.
    """
    first = days.min()
    span, rows = int(days.max() - first) + 1, len(days)
    if (int(groups.max()) + 1) * span * rows >= 2**63:
        return np.lexsort((days, groups))
    packed = (groups * span + (days - first)) * rows + np.arange(rows)
    packed.sort()
    order: Rows = packed % rows
    return order


def _ends(*keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark the last row of each run of equal keys."""
    ends = np.ones(len(keys[0]), dtype=bool)
    ends[:-1] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return ends


def _running(indicators: Rows, amounts: Floats) -> Floats:
    """Add up along each indicator on its own: one sum over all would lose small figures beside large ones."""
    totals = np.empty(len(amounts))
    bounds = [0, *(np.flatnonzero(_ends(indicators)) + 1).tolist()]
    for low, high in itertools.pairwise(bounds):
        np.cumsum(amounts[low:high], out=totals[low:high])
    return totals


def _without_noise(values: Floats, size: Floats) -> Floats:
    """Round away what binary fractions leave behind in sums: 12 digits of the largest figure stay."""
    digits = np.clip(12 - np.ceil(np.log10(np.maximum(size, 1))), 0, 12)
    scale = 10.0**digits
    rounded: Floats = np.round(values * scale) / scale
    return rounded


def joined(whole: Points, combined: Points) -> Points:
    """Put series of the whole and of regions combined together."""
    both = Points(
        np.concatenate([whole.indicators, combined.indicators]),
        np.concatenate([whole.days, combined.days]),
        np.concatenate([whole.values, combined.values]),
        np.concatenate([whole.regions, combined.regions]),
    )
    return both.at(np.lexsort((both.days, both.indicators)))
