"""Tables of a few rows: to make a frame of them takes longer than to count what stands in them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.typing import NDArray

Columns = dict[str, NDArray[Any]]
"""A table as its columns by name, all of one length."""


def columns(frame: pd.DataFrame) -> Columns:
    """Take a frame apart into its columns; words and texts become objects."""
    return {str(name): frame[name].to_numpy() for name in frame}
