"""Where each indicator stands between baseline and target, and when it gets there at its present pace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.national import Floats, Points
from data.readings import points
from data.words import Direction

READINGS_NEEDED = 3
FOREVER = 36525.0
"""Days after which a date is no projection any more: a hundred years, or a flat line that rounding tilts."""
ROUNDING = 1e-6
"""Part of a day that binary fractions may add to a date that is met exactly."""


@dataclass(frozen=True, slots=True)
class _Goals:
    """Baselines and targets of all indicators; `sign` is 1 where more is better, -1 where less is."""

    target: Floats
    target_day: Days
    baseline: Floats
    baseline_day: Days
    sign: Floats


def project(campaign: Campaign, day: dt.date) -> pd.DataFrame:
    """Tell where each indicator stands at the end of a day; rows as in `campaign["indicators"]`.

    Columns: latest, latest_date, previous, readings (how many dates), expected (value of the straight
    trajectory from baseline to target on the day, NaN unknown), reached (bool), reached_on (when the target
    was or will be reached, by least squares over at least three dates; NaT never or unknown), miss_days
    (reached_on after the target date; inf never at this pace, NaN no projection, at most 0 once reached).
    """
    count = len(campaign["indicators"])
    known = points(campaign, day)
    goals = _goals(campaign["indicators"])
    ends = np.searchsorted(known.indicators, np.arange(count), side="right") - 1
    readings = np.bincount(known.indicators, minlength=count)
    latest = _at(known.values, ends, readings >= 1)
    reached, first_day = _reached(known, goals, latest, count)
    latest_day = np.where(readings >= 1, _take(known.days, ends), UNKNOWN)
    projected = _projected_days(known, goals, latest_day, readings)
    reached_day = np.where(reached, _as_float(first_day), projected)
    target_day = _as_float(goals.target_day)
    miss = reached_day - target_day
    finite = np.isfinite(reached_day)
    return pd.DataFrame(
        {
            "latest": latest,
            "latest_date": day_numbers.dates(latest_day),
            "previous": _at(known.values, ends - 1, readings >= 2),
            "readings": readings,
            "expected": _expected(goals, day_numbers.of_day(day)),
            "reached": reached,
            "reached_on": day_numbers.dates(
                np.where(finite, np.nan_to_num(reached_day, posinf=0), UNKNOWN).astype(np.int64)
            ),
            "miss_days": np.where(reached, np.minimum(miss, 0), miss),
        }
    )


def _goals(indicators: pd.DataFrame) -> _Goals:
    return _Goals(
        indicators["target"].to_numpy(),
        day_numbers.of(indicators["target_date"]),
        indicators["baseline"].to_numpy(),
        day_numbers.of(indicators["baseline_date"]),
        np.where((indicators["direction"] == Direction.LESS).to_numpy(dtype=bool), -1.0, 1.0),
    )


def _expected(goals: _Goals, day: int) -> Floats:
    """Read the trajectory on a day: the baseline before it begins, the target after it ends."""
    length = day_numbers.between(goals.target_day, goals.baseline_day)
    gone = day_numbers.between(day, goals.baseline_day)
    share = np.clip(gone / np.where(length > 0, length, np.nan), 0, 1)
    return goals.baseline + share * (goals.target - goals.baseline)


def _reached(known: Points, goals: _Goals, latest: Floats, count: int) -> tuple[NDArray[np.bool_], Days]:
    """Tell whether the latest value meets the target, and since which day it has done so without a break."""
    reached = goals.sign * latest >= goals.sign * goals.target
    sign, target = goals.sign[known.indicators], goals.target[known.indicators]
    meets = sign * known.values >= sign * target
    begins = meets.copy()
    begins[1:] &= ~(meets[:-1] & (known.indicators[1:] == known.indicators[:-1]))
    first = np.full(count, UNKNOWN)
    # Of several assignments to one place numpy keeps the last.
    first[known.indicators[begins]] = known.days[begins]
    return reached, first


def _projected_days(known: Points, goals: _Goals, latest_day: Days, readings: NDArray[np.int64]) -> Floats:
    """Find where each fitted line meets the target: a day number, inf for never, NaN for unknown."""
    slope, mean_value, mean_day = _fitted(known, len(readings))
    enough = (readings >= READINGS_NEEDED) & ~np.isnan(goals.target) & (goals.target_day != UNKNOWN)
    nears = slope * goals.sign > 0
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        days = np.ceil(mean_day + (goals.target - mean_value) / slope - ROUNDING)
    # The latest reading has not reached the target, whatever the line says.
    days = np.maximum(days, _as_float(latest_day) + 1)
    never = ~nears | (days - _as_float(latest_day) > FOREVER)
    return np.where(enough, np.where(never, np.inf, days), np.nan)


def _fitted(known: Points, count: int) -> tuple[Floats, Floats, Floats]:
    """Fit a line through each indicator's points: slope per day, mean value and mean day."""
    indicators = known.indicators
    number = np.maximum(np.bincount(indicators, minlength=count), 1)
    mean_day = np.bincount(indicators, known.days, count) / number
    mean_value = np.bincount(indicators, known.values, count) / number
    days, values = known.days - mean_day[indicators], known.values - mean_value[indicators]
    spread = np.bincount(indicators, days * days, count)
    together = np.bincount(indicators, days * values, count)
    return together / np.where(spread > 0, spread, np.nan), mean_value, mean_day


def _as_float(days: Days) -> Floats:
    return np.where(days == UNKNOWN, np.nan, days).astype(np.float64)


def _take(cells: NDArray[np.int64], rows: Rows) -> NDArray[np.int64]:
    return cells[rows] if len(cells) else np.full(len(rows), UNKNOWN)


def _at(values: Floats, rows: Rows, known: NDArray[np.bool_]) -> Floats:
    found = np.full(len(rows), np.nan)
    found[known] = values[rows[known]]
    return found
