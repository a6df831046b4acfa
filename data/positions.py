"""Where the rows of a table stand, by their ids."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Positions:
    """Row positions by id."""

    def __init__(self, ids: pd.Series[str]) -> None:
        self._rows = {key: row for row, key in enumerate(ids)}

    def __call__(self, ids: Sequence[str]) -> NDArray[np.intp]:
        """Find several rows; -1 for an unknown id."""
        return np.fromiter(map(self.of, ids), dtype=np.intp, count=len(ids))

    def of(self, key: str) -> int:
        """Find one row; -1 if there is none."""
        return self._rows.get(key, -1)
