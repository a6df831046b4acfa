"""The days a briefing reports on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from data.words import Word


class Length(Word):
    """A usual length of a period that ends on the day of the briefing."""

    WEEK = "week", "近一周", "Last week"
    MONTH = "month", "近一个月", "Last month"
    QUARTER = "quarter", "近三个月", "Last three months"


_OFFSETS = {
    Length.WEEK: pd.DateOffset(days=7),
    Length.MONTH: pd.DateOffset(months=1),
    Length.QUARTER: pd.DateOffset(months=3),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from the first to the last, both included."""

    first: dt.date
    last: dt.date

    @property
    def before(self) -> dt.date:
        """Name the last day of the period before, with which this one is compared."""
        return self.first - dt.timedelta(days=1)

    @property
    def earlier(self) -> dt.date:
        """Name the day before the period of the same length that ended when this one began."""
        return self.first - dt.timedelta(days=self.days + 1)

    @property
    def days(self) -> int:
        """Count the days."""
        return (self.last - self.first).days + 1


def ending(last: dt.date, length: Length = Length.MONTH) -> Period:
    """Make the period of a usual length that ends on a day."""
    day = pd.Timestamp(last)
    # A month that ends on its last day begins on its first, however long the one before was.
    before = day - _OFFSETS[length]
    if day.is_month_end and length is not Length.WEEK:
        before += pd.offsets.MonthEnd(0)
    return Period(before.date() + dt.timedelta(days=1), last)
