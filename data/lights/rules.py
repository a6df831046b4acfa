"""The rules of the lights, the figures they rest on, and the worst rule that holds (design, section 4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows, Thresholds
from data.words import FINISHED, Light

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the light it turns on; `reason.<id>` in the catalogs words it."""

    id: str
    light: Light


# Worst first: the first rule that holds decides the light, and reasons are listed in this order.
RULES = (
    Rule("deadline_passed", Light.RED),
    Rule("milestone_long_overdue", Light.RED),
    Rule("projection_misses_long", Light.RED),
    Rule("deadline_soon", Light.YELLOW),
    Rule("behind_expected", Light.YELLOW),
    Rule("milestone_overdue", Light.YELLOW),
    Rule("silent", Light.YELLOW),
    Rule("projection_misses", Light.YELLOW),
    Rule("missing_deadline", Light.GREY),
    Rule("missing_progress", Light.GREY),
    Rule("missing_update", Light.GREY),
    Rule("missing_indicator", Light.GREY),
    Rule("on_track", Light.GREEN),
    Rule("finished", Light.BLUE),
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the rules look at, per item; NaN where unknown or where the rule is not for the item."""

    finished: Bools
    continuing: Bools
    expected: Floats
    behind: Floats
    days_left: Floats
    silent_days: Floats
    milestone_overdue_days: Floats
    miss_days: Floats
    has_deadline: Bools
    has_progress: Bools
    has_update: Bools
    has_reading: Bools


def judge(campaign: Campaign, replayed: pd.DataFrame, projected: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Judge each item on a day by its replayed state and its indicators; rows as in `campaign["items"]`.

    Columns: light (category of `Light`), expected (expected progress, 0 to 100), behind (points, negative =
    ahead), days_left (negative = overdue), silent_days, milestone_overdue_days (worst), miss_days (worst
    indicator, inf = never), and one bool column per rule. NaN is unknown, or no concern of the item: finished
    items are judged by no other rule, continuing ones by updates and indicators alone.
    """
    facts = _facts(campaign, replayed, projected, day_numbers.of_day(day))
    holds = _holds(facts, campaign.settings.thresholds)
    first = np.argmax(np.column_stack([holds[rule.id] for rule in RULES]), axis=1)
    light_of_rule = np.array([list(Light).index(rule.light) for rule in RULES])
    light = pd.Categorical.from_codes(
        light_of_rule[first].tolist(), categories=pd.Index([str(light) for light in Light], dtype="str")
    )
    figures = {
        name: getattr(facts, name)
        for name in ("expected", "behind", "days_left", "silent_days", "milestone_overdue_days", "miss_days")
    }
    return pd.DataFrame({"light": light, **figures, **{rule.id: holds[rule.id] for rule in RULES}})


def _holds(facts: _Facts, limits: Thresholds) -> dict[str, Bools]:
    """Decide every rule; a comparison with NaN is False, so what is unknown turns no light on."""
    overdue, misses = facts.milestone_overdue_days, facts.miss_days
    holds = {
        "deadline_passed": facts.days_left < 0,
        "milestone_long_overdue": overdue > limits.milestone_grace_days,
        "projection_misses_long": misses > limits.projection_grace_days,
        "deadline_soon": (facts.days_left >= 0) & (facts.days_left <= limits.due_soon_days),
        "behind_expected": facts.behind > limits.behind_points,
        "milestone_overdue": (overdue > 0) & (overdue <= limits.milestone_grace_days),
        "silent": facts.silent_days >= limits.silent_days,
        "projection_misses": (misses > 0) & (misses <= limits.projection_grace_days),
    }
    reported = np.where(facts.continuing, facts.has_update, facts.has_deadline | facts.has_progress)
    decided = np.logical_or.reduce([facts.finished, *holds.values()])
    grey = ~decided & ~reported & ~facts.has_reading
    holds |= {
        "missing_deadline": grey & ~facts.continuing,
        "missing_progress": grey & ~facts.continuing,
        "missing_update": grey & facts.continuing,
        "missing_indicator": grey,
        "on_track": ~decided & ~grey,
        "finished": facts.finished,
    }
    return holds


def _facts(campaign: Campaign, replayed: pd.DataFrame, projected: pd.DataFrame, day: int) -> _Facts:
    finished = replayed["status"].isin([str(status) for status in FINISHED]).to_numpy()
    continuing = replayed["continuing"].to_numpy()
    dated = ~finished & ~continuing
    deadline = day_numbers.of(replayed["deadline"])
    start = day_numbers.of(campaign["items"]["start.start"])
    last_update = day_numbers.of(replayed["last_update"])
    progress = replayed["progress"].to_numpy()
    expected = np.where(continuing, np.nan, _expected(start, deadline, day))
    has_update = last_update != day_numbers.UNKNOWN
    silent = day_numbers.between(day, np.where(has_update, last_update, start))
    # An item that starts later has not been silent yet.
    silent = np.where(~finished & (silent >= 0), silent, np.nan)
    miss, has_reading = _indicators(campaign, projected)
    return _Facts(
        finished=finished,
        continuing=continuing,
        expected=expected,
        behind=np.where(dated & (start <= day), expected - progress, np.nan),
        days_left=np.where(dated, day_numbers.between(deadline, day), np.nan),
        silent_days=silent,
        milestone_overdue_days=np.where(dated, _overdue_milestones(campaign, day), np.nan),
        miss_days=np.where(finished, np.nan, miss),
        has_deadline=deadline != day_numbers.UNKNOWN,
        has_progress=~np.isnan(progress),
        has_update=has_update,
        has_reading=has_reading,
    )


def _expected(start: day_numbers.Days, deadline: day_numbers.Days, day: int) -> Floats:
    """Compute the share of each item's time already gone, in percent; needs a start and a deadline."""
    length, gone = day_numbers.between(deadline, start), day_numbers.between(day, start)
    share = np.clip(gone / np.where(length > 0, length, np.nan), 0, 1) * 100
    # An item that starts and ends on one day is due as a whole on that day.
    return np.where(length == 0, np.where(gone >= 0, 100.0, 0.0), share)


def overdue_milestones(campaign: Campaign, day: dt.date, rows: Rows) -> Floats:
    """Count the days milestones are overdue; NaN for one that is done or not due yet."""
    return _milestone_days(campaign, day_numbers.of_day(day), rows)


def _milestone_days(campaign: Campaign, day: int, rows: Rows) -> Floats:
    due, done = (campaign.days("milestones", name)[rows] for name in ("due", "done_on"))
    late = day_numbers.between(day, due)
    return np.where((late > 0) & ((done == day_numbers.UNKNOWN) | (done > day)), late, np.nan)


def _overdue_milestones(campaign: Campaign, day: int) -> Floats:
    rows, items = campaign.pairs("milestones", "item")
    return _worst(_milestone_days(campaign, day, rows), items, len(campaign["items"]))


def _indicators(campaign: Campaign, projected: pd.DataFrame) -> tuple[Floats, Bools]:
    """Find each item's worst miss and whether any of its indicators has a reading."""
    rows, items = campaign.pairs("indicators", "item")
    count = len(campaign["items"])
    read = np.bincount(items, projected["readings"].to_numpy()[rows] > 0, count) > 0
    return _worst(projected["miss_days"].to_numpy()[rows], items, count), read


def _worst(values: Floats, items: NDArray[np.intp], count: int) -> Floats:
    known = ~np.isnan(values)
    worst = np.full(count, -np.inf)
    np.maximum.at(worst, items[known], values[known])
    return np.where(np.isneginf(worst), np.nan, worst)
