"""Which rows of two versions are the same: by id, else by what names them, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.campaign import Rows

# By what the rows of a table are recognized, the surest first; what one key leaves open is left to the next.
# An empty key is the whole row: rows without an id are paired with their equals before any others.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "regions": (("id",), ("name",)),
    "organizations": (("id",), ("name",)),
    "groups": (("id",), ("name",)),
    "items": (("id",), ("title",), ("code",)),
    "measures": (("id",), ("item", "title")),
    "milestones": (("id",), ("item", "title")),
    "updates": ((), ("item", "date"), ("item", "text")),
    "indicators": (("id",), ("item", "title")),
    "readings": ((), ("indicator", "date", "region")),
    "documents": (("id",), ("title",)),
    "events": (("id",), ("title", "date"), ("title",)),
    "practices": (("id",), ("title",)),
    "leads": (("id",), ("received", "text")),
}
# An item without a code is not another without a code; a reading without a region is one of the whole.
_NEEDED = ("code", "text")


@dataclass(frozen=True, slots=True)
class Matches:
    """Positions of the rows that are the same in both tables, pair by pair, and of those in one alone."""

    before: Rows
    after: Rows
    removed: Rows
    added: Rows


def match(table: str, before: pd.DataFrame, after: pd.DataFrame) -> Matches:
    """Match the rows of two versions of a table, both as written and with the same columns."""
    removed, added = np.arange(len(before)), np.arange(len(after))
    pairs = [(removed[:0], added[:0])]
    for key in KEYS[table]:
        if not len(removed) or not len(added):
            break
        names = list(key) or [*before.columns[_filled(before) | _filled(after)]]
        here, there = _named(before[names], removed, key), _named(after[names], added, key)
        left, right = _numbers(before[names].iloc[here], after[names].iloc[there])
        _, same, as_that = np.intersect1d(left, right, assume_unique=True, return_indices=True)
        pairs.append((here[same], there[as_that]))
        removed = np.setdiff1d(removed, here[same], assume_unique=True)
        added = np.setdiff1d(added, there[as_that], assume_unique=True)
    paired = [np.concatenate(side) for side in zip(*pairs, strict=True)]
    return Matches(paired[0], paired[1], removed, added)


def _filled(frame: pd.DataFrame) -> NDArray[np.bool_]:
    """Find the columns in which anything stands."""
    return np.array([(frame[name] != "").any() for name in frame.columns], dtype=bool)


def _named(frame: pd.DataFrame, rows: Rows, key: tuple[str, ...]) -> Rows:
    """Keep the rows that a key can tell from others."""
    for name in set(key) & set(_NEEDED):
        rows = rows[(frame[name].iloc[rows] != "").to_numpy()]
    return rows


def _numbers(before: pd.DataFrame, after: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give equal rows of both one number, and no two rows of one table the same."""
    rows = pd.concat([before, after], ignore_index=True)
    codes = np.zeros(len(rows), dtype=np.int64)
    for name in rows.columns:
        cells, _ = pd.factorize(rows[name])
        codes, _ = pd.factorize(codes * (cells.max(initial=0) + 1) + cells)
    in_after = np.arange(len(rows)) >= len(before)
    nth = pd.Series(codes).groupby([codes, in_after]).cumcount().to_numpy()
    numbers = codes * (nth.max(initial=0) + 1) + nth
    return numbers[~in_after], numbers[in_after]
