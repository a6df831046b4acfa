"""Indicators of the simulated items, and readings made by column so that a million take seconds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.provinces import REGIONS
from data.simulation import participants, phrases
from data.simulation.courses import FINISHED, PROJECTED, Course
from data.simulation.days import END, MONTH_ENDS, date, day
from data.simulation.dice import Dice
from data.simulation.items import Plan
from data.simulation.rows import Rows

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MONTHS = len(MONTH_ENDS)
MOST_DATES = -MONTH_ENDS[0] + 1
"""One reading a day since the first month end."""
REGIONAL = len(participants.PROVINCES)
AVERAGE = "average"


class TooManyReadingsError(ValueError):
    """More readings were asked for than there are indicators, days and provinces; `most` is what fits."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most:,} readings")
        self.most = most


@dataclass(frozen=True, slots=True)
class Track:
    """An indicator's way from baseline to target; `reached` is the share of it covered at the as-of date."""

    id: str
    combination: str
    start: int
    baseline: float
    target: float
    reached: float
    wobble: float


def indicators(plan: Plan, seed: int) -> tuple[Rows, list[Track]]:
    """Make the indicators of the measured items; those with a projection to show come first in the tracks."""
    dice, rows = Dice(seed, "indicators"), Rows("indicators")
    tracks: list[tuple[bool, Track]] = []
    choices = phrases.read()["indicators"]
    for topic, course in plan:
        if not course.measured:
            continue
        zh, en, unit_zh, unit_en, combination, low, high = dice.pick(choices[topic.subject.kind])
        baseline, target = _goals(combination, low, high, dice)
        due = END if course.deadline is None else course.deadline
        track = Track(
            f"{topic.id}-i1", combination, course.start, baseline, target, *_pace(course, due, dice)
        )
        tracks.append((course.outcome not in PROJECTED, track))
        rows.add(
            id=track.id,
            item=topic.id,
            title=phrases.Words(zh, en),
            unit=phrases.Words(unit_zh, unit_en),
            direction="more",
            combination=combination,
            baseline=_text(baseline),
            baseline_date=date(course.start),
            target=_text(target),
            target_date=date(due),
        )
    return rows, [track for _, track in sorted(tracks, key=lambda pair: pair[0])]


def _goals(combination: str, low: float, high: float, dice: Dice) -> tuple[float, float]:
    if combination == AVERAGE:
        span = high - low
        return round(low + span * 0.2 * dice.share(), 1), round(high - span * 0.2 * dice.share(), 1)
    baseline = int(low * (0.4 + 0.6 * dice.share()))
    target = int(high * (0.3 + 0.7 * dice.share()))
    # Targets are round figures.
    grain = 10 ** max(1, len(str(target)) - 2)
    return baseline, max(target // grain, 1) * grain


def _pace(course: Course, due: int, dice: Dice) -> tuple[float, float]:
    """Tell the share covered at the as-of date, and how far single reports stray from the straight line."""
    length = due - course.start
    if course.outcome in FINISHED:
        return 1.03, 0.0
    if course.outcome == "projection_misses_long":
        return -course.start / (length + dice.between(50, 120)), 0.002
    if course.outcome == "projection_misses":
        return -course.start / (length + dice.between(10, 22)), 0.001
    return -course.start / length * (1.09 + 0.15 * dice.share()), 0.006


def readings(tracks: list[Track], count: int, seed: int) -> pd.DataFrame:
    """Make exactly so many readings: every month for the whole, by province as far as the number allows.

    Raises TooManyReadingsError if the indicators cannot take so many.
    """
    dice = Dice(seed, "readings")
    most = len(tracks) * REGIONAL * MOST_DATES
    if count > most:
        raise TooManyReadingsError(most)
    regions, amounts = _shared_out(len(tracks), count)
    owner = np.repeat(np.arange(len(tracks)), amounts)
    within = np.arange(count) - np.repeat(np.cumsum(amounts) - amounts, amounts)
    turn, place = within // regions[owner], within % regions[owner]
    days = _days(-(-amounts // regions), owner, turn)
    covered = _covered(tracks, owner, days, dice)
    weights = _weights(tracks, dice)
    values = _values(tracks, owner, place, regions, covered, weights)
    names = np.array([REGIONS[code].zh for code in participants.PROVINCES], dtype=object)
    written = np.array([day(offset) for offset in range(MONTH_ENDS[0], 1)], dtype=object)
    return pd.DataFrame(
        {
            "indicator": np.array([track.id for track in tracks], dtype=object)[owner],
            "date": written[days - MONTH_ENDS[0]],
            "region": np.where(regions[owner] == 1, "", names[place]),
            "value": values,
        }
    )


def _shared_out(indicators: int, count: int) -> tuple[Ints, Ints]:
    """Give every indicator its number of regions (1: the whole alone) and readings; the first get most."""
    regional = max(0, min(indicators, -(-(count - indicators * MONTHS) // ((REGIONAL - 1) * MONTHS))))
    regions = np.where(np.arange(indicators) < regional, REGIONAL, 1)
    dates = np.full(indicators, MONTHS)
    if count > indicators * REGIONAL * MONTHS:
        whole, more = divmod(-(-count // REGIONAL), indicators)
        dates = whole + (np.arange(indicators) < more)
    elif not regional:
        whole, more = divmod(count, max(indicators, 1))
        dates = whole + (np.arange(indicators) < more)
    amounts = regions * dates
    # What is too much is missing in the last reports of the last indicator by region.
    surplus = int(amounts.sum()) - count
    if surplus:
        amounts[(regional or indicators) - 1] -= surplus
    return regions.astype(np.int64), amounts.astype(np.int64)


def _days(dates: Ints, owner: Ints, turn: Ints) -> Ints:
    """Find the day of every reading: month ends, or as many days between them as are needed."""
    number = dates[owner]
    monthly = np.array(MONTH_ENDS)[np.clip(MONTHS - number + turn, 0, MONTHS - 1)]
    dense = MONTH_ENDS[0] - MONTH_ENDS[0] * turn // np.maximum(number - 1, 1)
    days: Ints = np.where(number <= MONTHS, monthly, dense)
    return days


def _covered(tracks: list[Track], owner: Ints, days: Ints, dice: Dice) -> Floats:
    """Tell what share of its way an indicator has covered on the day of each reading."""
    start = np.array([track.start for track in tracks])[owner]
    reached = np.array([track.reached for track in tracks])[owner]
    wobble = np.array([track.wobble for track in tracks])[owner]
    straight = reached * (days - start) / -start
    # One throw for every indicator and day, so that all provinces of a day stray alike.
    throws = dice.shares(len(tracks) * MOST_DATES)[owner * MOST_DATES - days]
    covered: Floats = np.clip(straight + wobble * (2 * throws - 1), 0, 1.03)
    return covered


def _weights(tracks: list[Track], dice: Dice) -> Floats:
    """Weigh the provinces of every indicator; each row adds up to one."""
    drawn = 0.4 + dice.shares(len(tracks) * REGIONAL).reshape(len(tracks), REGIONAL)
    weights: Floats = drawn / drawn.sum(axis=1, keepdims=True)
    return weights


def _values(
    tracks: list[Track], owner: Ints, place: Ints, regions: Ints, covered: Floats, weights: Floats
) -> NDArray[np.object_]:
    baseline = np.array([track.baseline for track in tracks])[owner]
    target = np.array([track.target for track in tracks])[owner]
    average = np.array([track.combination == AVERAGE for track in tracks], dtype=bool)[owner]
    by_region = regions[owner] > 1
    whole = baseline + (target - baseline) * covered
    share = np.where(by_region, weights[owner, place], 1)
    # Provinces lie up to three points either side of the average.
    off = np.where(by_region, (weights[owner, place] * REGIONAL - 1) * 4, 0)
    values = np.where(average, np.clip(np.round(whole + off, 1), 0, 100), np.round(whole * share))
    tenths = np.round(values * 10).astype(np.int64)
    return _written(tenths)


def _written(tenths: Ints) -> NDArray[np.object_]:
    """Write figures given in tenths, each distinct one once."""
    distinct, codes = np.unique(tenths, return_inverse=True)
    texts = np.array([_text(value / 10) for value in distinct.tolist()], dtype=object)
    found: NDArray[np.object_] = texts[codes]
    return found


def _text(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.1f}"
