"""The days of the simulated campaign, counted from its as-of date; no clock is ever asked."""

from __future__ import annotations

import datetime as dt
import functools

AS_OF = dt.date(2021, 9, 30)
START = -213
"""1 March 2021."""
FIRST_REPORT = -182
"""1 April 2021: half a year of weekly reports."""
END = 92
"""31 December 2021."""
MONTH_ENDS = (-153, -122, -92, -61, -30, 0)
DEADLINES_AHEAD = (31, 46, 61, 76, 92)
"""Month ends and mid-months from the end of October to the end of the year."""
DEADLINES_PAST = (-61, -46, -30, -15, -7)
USUAL_DEADLINES = (-168, -153, -138, -122, -107, -92, -77, -61, -46, -30, -15, 0, 15, *DEADLINES_AHEAD)
"""Month ends and the fifteenths, on which offices like to set their deadlines."""


def usual_deadline_after(offset: int) -> int:
    """Find the first usual deadline on or after a day."""
    return next((deadline for deadline in USUAL_DEADLINES if deadline >= offset), END)


def usual_deadline_before(offset: int) -> int:
    """Find the last usual deadline on or before a day."""
    return next((deadline for deadline in reversed(USUAL_DEADLINES) if deadline <= offset), START)


# The public holidays of 2021 that fall into the campaign.
HOLIDAYS = frozenset(
    ["2021-04-05", *(f"2021-05-0{n}" for n in range(1, 6)), "2021-06-14", "2021-09-20", "2021-09-21"]
    + [f"2021-10-0{n}" for n in range(1, 8)]
)


@functools.cache
def workday(offset: int) -> int:
    """Find the last working day on or before a day: offices do not report on Sundays."""
    while (AS_OF.weekday() + offset) % 7 > 4 or day(offset) in HOLIDAYS:
        offset -= 1
    return offset


@functools.cache
def day(offset: int) -> str:
    """Write a day as files do."""
    return (AS_OF + dt.timedelta(days=offset)).isoformat()


def date(offset: int | None) -> str:
    """Write a day, or nothing for none."""
    return "" if offset is None else day(offset)
