"""How wide the columns and how high the rows of a sheet must be for its texts to be read."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pandas as pd

NARROWEST, WIDEST = 10.0, 44.0
LINE, MOST_LINES = 15.5, 8
BLANK_ENDS = 1.1
"""Lines break between words, so they take more room than their letters."""
SAMPLE = 300
"""From how many rows the width of a column is taken."""


def width(header: str, texts: pd.Series[str]) -> float:
    """Measure a column in letters."""
    found = (line for text in (header, *texts.head(SAMPLE)) for line in text.split("\n"))
    # Room for the button of the filter.
    return min(max(NARROWEST, 3 + max(map(letters, found))), WIDEST)


def lines(text: str, wide: float) -> int:
    """Count the lines of a text that is broken at a width in letters."""
    return sum(max(1, math.ceil(letters(line) * BLANK_ENDS / wide)) for line in text.split("\n"))


def heights(frame: pd.DataFrame, widths: Iterable[float]) -> list[float]:
    """Measure all rows in points."""
    counts = np.ones(len(frame), dtype=np.int64)
    for name, wide in zip(frame, widths, strict=True):
        column = [lines(text, wide) for text in frame[name].to_numpy(dtype=object)]
        counts = np.maximum(counts, np.array(column, dtype=np.int64))
    return [LINE * int(count) for count in np.minimum(counts, MOST_LINES)]


def letters(text: str) -> float:
    """Measure a line in letters; a Chinese character, three bytes in UTF-8, is as wide as two."""
    return (len(text) + len(text.encode("utf-8", errors="replace"))) / 2
