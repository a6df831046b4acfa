"""Days as whole numbers since 1970-01-01, which compare and subtract quickly."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Days = NDArray[np.int64]

_EPOCH = dt.date(1970, 1, 1)

UNKNOWN: int = int(np.iinfo(np.int64).min)
"""The number of a missing day; smaller than any other, and what numpy itself writes for NaT."""


def of(dates: pd.Series[Any]) -> Days:
    """Turn a column of dates into numbers; a missing date is `UNKNOWN`."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def of_day(day: dt.date) -> int:
    """Turn one day into its number."""
    return day.toordinal() - _EPOCH.toordinal()


def to_day(number: int) -> dt.date:
    """Turn a number back into its day."""
    return _EPOCH + dt.timedelta(days=number)


def dates(days: Days) -> NDArray[np.datetime64]:
    """Turn numbers back into dates (datetime64[s]); `UNKNOWN` is NaT."""
    return days.astype("datetime64[D]").astype("datetime64[s]")


def between(later: Days | int, earlier: Days | int) -> NDArray[np.float64]:
    """Count the days from one to the other; NaN where either is missing."""
    known = (np.asarray(later) != UNKNOWN) & (np.asarray(earlier) != UNKNOWN)
    with np.errstate(over="ignore"):
        return np.where(known, np.subtract(later, earlier), np.nan).astype(np.float64)
