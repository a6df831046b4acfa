"""Round values for an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable

_ABOUT = 5
"""Ticks."""


def round_ticks(values: Iterable[float]) -> list[float]:
    """Place round ticks from zero (or below) to beyond the largest value."""
    given = list(values)
    low, high = min(0.0, *given), max(0.0, *given)
    step = _round_step((high - low) / _ABOUT)
    first = math.floor(low / step)
    last = max(math.ceil(high / step), first + 1)
    return [round(number * step, 9) for number in range(first, last + 1)]


def _round_step(rough: float) -> float:
    """Round a step up to 1, 2, 2.5 or 5 times a power of ten."""
    if rough <= 0:
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * (1 - 1e-9))
