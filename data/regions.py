"""The regions of a campaign: what they are called, and where their tiles stand on its map."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.campaign import Campaign
from data.personal import mask_all

_WIDEST = 12
"""Tiles beside each other, of those nobody gave a place; their words can still be read on a phone."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The place of every region's tile, counted from 0 at the upper left; no two share one."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    given: NDArray[np.bool_]
    """Whose place the campaign's files give; the others stand below, in the order of their table."""


def labels(campaign: Campaign, lang: str) -> NDArray[np.object_]:
    """Name every region for a reader, by its short name where it has one; personal data are masked."""
    return campaign.remember(("region labels", lang), lambda: _labels(campaign["regions"], lang))


def label(campaign: Campaign, code: object, lang: str) -> str:
    """Name a region by its id; empty for a missing one."""
    row = campaign.positions("regions").of(code) if isinstance(code, str) else -1
    return str(labels(campaign, lang)[row]) if row >= 0 else ""


def grid(campaign: Campaign) -> Grid:
    """Place the tiles of all regions."""
    return campaign.remember(("region grid",), lambda: _grid(campaign["regions"]))


def placed(regions: pd.DataFrame) -> NDArray[np.bool_]:
    """Find the regions with a whole place, row and column; two may share it."""
    whole: NDArray[np.bool_] = regions[["row", "column"]].notna().all(axis=1).to_numpy()
    return whole


def repeated(regions: pd.DataFrame) -> NDArray[np.bool_]:
    """Find the regions whose place a region before them has."""
    again: NDArray[np.bool_] = regions.duplicated(["row", "column"]).to_numpy()
    return placed(regions) & again


def _labels(regions: pd.DataFrame, lang: str) -> NDArray[np.object_]:
    # A full name the reader can read goes before a short one in another language.
    names = [f"short_name.{lang}", f"name.{lang}", "short_name", "name"]
    found = pd.Series("", index=regions.index, dtype="str")
    for name in names:
        if name in regions:
            found = found.where(found != "", regions[name])
    return mask_all(found).to_numpy(dtype=object)


def _grid(regions: pd.DataFrame) -> Grid:
    given = placed(regions) & ~repeated(regions)
    rows, columns = np.zeros((2, len(regions)), dtype=np.intp)
    below, width = 0, 1
    if given.any():
        for places, name in ((rows, "row"), (columns, "column")):
            found = regions[name].to_numpy()[given]
            places[given] = (found - found.min()).astype(np.intp)
        # A row is left free between the map and the regions nobody placed on it.
        below, width = int(rows.max()) + 2, int(columns.max()) + 1
    others = np.arange(len(regions) - int(given.sum()))
    width = max(width, min(_WIDEST, math.ceil(math.sqrt(len(others)))))
    rows[~given], columns[~given] = below + others // width, others % width
    return Grid(rows, columns, given)
