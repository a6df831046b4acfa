"""Changes as rows of a frame; `data.comparison.difference` describes the columns."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.campaign import Rows


def of_rows(kind: str, table: str, rows: Rows) -> pd.DataFrame:
    """List whole rows that stand in one version alone."""
    none = np.full(len(rows), -1)
    before, after = (rows, none) if kind == "removed" else (none, rows)
    return listed(kind, table, before, after)


def listed(
    kind: str | NDArray[np.str_],
    table: str,
    before: Rows,
    after: Rows,
    column: str = "",
    old: pd.Series[Any] | str = "",
    new: pd.Series[Any] | str = "",
) -> pd.DataFrame:
    """List changes in a table, by the positions of their rows before and after."""
    cells = {"kind": kind, "table": table, "column": column, "old": old, "new": new}
    texts = {
        name: np.broadcast_to(np.asarray(given, dtype=object), len(before)) for name, given in cells.items()
    }
    made = pd.DataFrame({name: pd.Series(given, dtype="str") for name, given in texts.items()})
    return made.assign(before=before.astype(np.intp), after=after.astype(np.intp))
