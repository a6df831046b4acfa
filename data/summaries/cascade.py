"""How documents cascade: each below the document it implements."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN
from data.day_numbers import of as day_numbers_of
from data.filters import Mask


class Branch(NamedTuple):
    """A document in the cascade."""

    row: int
    depth: int
    """0 for a document that implements none of the others."""
    again: bool
    """It stands above already, with all that implements it."""


def cascade(campaign: Campaign, mask: Mask) -> list[Branch]:
    """Put the selected documents below those they implement, oldest first, those without a date last.

    A document that implements several stands below each of them; what implements it is told once. Documents
    that only implement each other begin a cascade of their own. What leads to a selected one is kept.
    """
    below, above = campaign.pairs("documents", "implements")
    known = (above >= 0) & (above != below)
    below, above = below[known], above[known]
    kept = _with_ancestors(mask, below, above)
    days = day_numbers_of(campaign["documents"]["issued"])
    order = np.lexsort((days, days == UNKNOWN))
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order))
    children: dict[int, list[int]] = {}
    for low, high in sorted(zip(below.tolist(), above.tolist(), strict=True), key=lambda pair: rank[pair[0]]):
        if kept[low] and kept[high] and low not in children.get(high, ()):
            children.setdefault(high, []).append(low)
    roots = np.ones(len(kept), dtype=bool)
    roots[below] = False
    found: list[Branch] = []
    told: set[int] = set()
    # After the roots all others: what they have not led to goes round in a circle.
    for row in [*order[roots[order]].tolist(), *order[~roots[order]].tolist()]:
        if kept[row] and row not in told:
            _grow(row, children, told, found)
    return found


def _grow(root: int, children: dict[int, list[int]], told: set[int], found: list[Branch]) -> None:
    waiting = [(root, 0)]
    while waiting:
        row, depth = waiting.pop()
        found.append(Branch(row, depth, row in told))
        if row not in told:
            told.add(row)
            waiting += [(child, depth + 1) for child in reversed(children.get(row, []))]


def _with_ancestors(mask: Mask, below: Rows, above: Rows) -> Mask:
    kept = mask.copy()
    while True:
        grown = kept.copy()
        grown[above[kept[below]]] = True
        if (grown == kept).all():
            return kept
        kept = grown
