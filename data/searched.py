"""Texts in which a reader looks for words: folded once, and all distinct ones looked through in one go."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_APART = "\0"
# A page asks for the same words several times, of items and of their leads.
_REMEMBERED = 16


def folded(text: str) -> str:
    """Write a text as it is searched: whatever its case, its width and its blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class Searched:
    """A column of texts that is searched."""

    def __init__(self, texts: pd.Series[str]) -> None:
        codes, distinct = pd.factorize(texts)
        self._codes = codes.astype(np.int32)
        # One long text is folded many times faster than thousands of short ones.
        self._whole = folded(_APART.join(text.replace(_APART, " ") for text in distinct.tolist()))
        lengths = [len(text) + 1 for text in self._whole.split(_APART)]
        self._ends = np.cumsum(lengths, dtype=np.int32)
        self._characters = frozenset(self._whole) - {_APART}

    def holding(self, wanted: str) -> NDArray[np.bool_]:
        """Mark the texts in which words stand that were folded as well."""
        # Thousands of numbers hold no Chinese: most columns need no look at all.
        if not self._characters.issuperset(wanted):
            return np.zeros(len(self._codes), dtype=bool)
        places = [match.start() for match in re.finditer(re.escape(wanted), self._whole)]
        found = np.zeros(len(self._ends), dtype=bool)
        found[np.searchsorted(self._ends, np.array(places, dtype=np.int32), side="right")] = True
        return found[self._codes]


def finder(columns: Iterable[pd.Series[str]]) -> Callable[[str], NDArray[np.bool_]]:
    """Make a function that marks the rows in any of whose columns a text stands; its answers are shared."""
    searched = [*map(Searched, columns)]

    @functools.lru_cache(_REMEMBERED)
    def holding(wanted: str) -> NDArray[np.bool_]:
        found = functools.reduce(np.logical_or, [column.holding(wanted) for column in searched])
        found.flags.writeable = False
        return found

    return lambda text: holding(folded(text))
