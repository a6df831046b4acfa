"""Chance that falls the same way on every machine and in every version of Python and numpy."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")


class Dice:
    """Throws drawn from the raw stream of PCG64, the only one that numpy promises never to change.

    Every table has a stream of its own (`name`), so that more readings or leads leave the items as they are.
    """

    def __init__(self, seed: int, name: str) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(name.encode())]))

    def share(self) -> float:
        """Draw a number from 0 up to, but not including, 1."""
        return int(self._bits.random_raw() >> 11) * 2.0**-53

    def between(self, low: int, high: int) -> int:
        """Draw a whole number; both ends are possible."""
        return low + int(self.share() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """Draw one of several."""
        return choices[self.between(0, len(choices) - 1)]

    def happens(self, chance: float) -> bool:
        """Tell whether something of a given chance happens."""
        return self.share() < chance

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """Put things into a random order."""
        return [choices[i] for i in np.argsort(self.shares(len(choices)), kind="stable")]

    def shares(self, count: int) -> NDArray[np.float64]:
        """Draw many numbers from 0 up to, but not including, 1."""
        raw = np.asarray(self._bits.random_raw(count), dtype=np.uint64)
        return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def whole(self, low: int, high: int, count: int) -> NDArray[np.int64]:
        """Draw many whole numbers; both ends are possible."""
        drawn: NDArray[np.int64] = low + (self.shares(count) * (high - low + 1)).astype(np.int64)
        return drawn
