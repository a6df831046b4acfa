from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data.campaign import Campaign
from data.projection import project
from data.readings import series
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)
GOAL = {"baseline": 0, "baseline_date": "2021-01-01", "target": 100, "target_date": "2021-04-11"}
LINE = [("2021-01-01", 0), ("2021-01-11", 5), ("2021-01-21", 10)]


def measured(points: Sequence[tuple[str, float | None]], **indicator: Any) -> Campaign:
    return campaign(
        items=[{"id": "a"}],
        indicators=[{"id": "i", "item": "a", **indicator}],
        readings=[{"indicator": "i", "date": day, "value": value} for day, value in points],
    )


def by_region(points: list[tuple[str, str | None, float | None]], **indicator: Any) -> Campaign:
    return campaign(
        items=[{"id": "a"}],
        indicators=[{"id": "i", "item": "a", **indicator}],
        readings=[{"indicator": "i", "date": d, "region": r, "value": v} for d, r, v in points],
    )


def only(built: Campaign, day: dt.date = DAY) -> dict[str, Any]:
    return {str(name): cell for name, cell in project(built, day).iloc[0].items()}


def values(built: Campaign, day: dt.date = DAY) -> list[float]:
    return series(built, 0, day)["value"].tolist()


def test_latest_and_previous_are_read_in_order_of_date() -> None:
    found = only(measured([("2021-02-01", 7), ("2021-01-01", 3)]))
    assert (found["latest"], found["previous"], found["readings"]) == (7, 3, 2)
    assert found["latest_date"].date() == dt.date(2021, 2, 1)


def test_a_reading_counts_from_its_own_day() -> None:
    built = measured(LINE)
    assert only(built, dt.date(2021, 1, 10))["latest"] == 0
    assert only(built, dt.date(2021, 1, 11))["latest"] == 5


def test_a_suppressed_value_is_no_reading() -> None:
    found = only(measured([("2021-01-01", 3), ("2021-02-01", None)]))
    assert (found["latest"], found["readings"], np.isnan(found["previous"])) == (3, 1, True)


def test_of_two_readings_for_one_day_the_later_in_the_file_stands() -> None:
    assert values(measured([("2021-01-01", 3), ("2021-01-01", 4)])) == [4]


def test_regions_are_added_up_by_date() -> None:
    assert values(
        by_region([("2021-01-01", "110000", 1), ("2021-01-01", "510000", 2), ("2021-02-01", "110000", 5)])
    ) == [
        3,
        7,
    ]


def test_regions_are_averaged_where_the_indicator_says_so() -> None:
    built = by_region([("2021-01-01", "110000", 1), ("2021-01-01", "510000", 2)], combination="average")
    assert values(built) == [1.5]


def test_a_region_that_is_late_or_suppressed_stands_with_its_last_number() -> None:
    built = by_region(
        [
            ("2021-01-01", "110000", 10),
            ("2021-01-01", "510000", 20),
            ("2021-02-01", "110000", 12),
            ("2021-02-01", "510000", None),
        ]
    )
    found = series(built, 0, DAY)
    assert (found["value"].tolist(), found["regions"].tolist()) == ([30, 32], [2, 2])


def test_readings_of_the_whole_outrank_those_of_regions() -> None:
    built = by_region([("2021-01-01", None, 50), ("2021-02-01", "110000", 1)])
    assert values(built) == [50]
    assert series(built, 0, DAY)["regions"].tolist() == [0]


def test_before_the_first_reading_of_the_whole_the_regions_speak() -> None:
    built = by_region([("2021-01-01", "110000", 1), ("2021-02-01", None, 50)])
    assert values(built, dt.date(2021, 1, 31)) == [1]
    assert values(built, dt.date(2021, 2, 1)) == [50]


def test_sums_leave_no_binary_fractions_and_small_figures_survive_large_ones() -> None:
    built = campaign(
        items=[{"id": "a"}],
        indicators=[{"id": "large", "item": "a"}, {"id": "small", "item": "a"}],
        readings=[
            {"indicator": "large", "date": "2021-01-01", "region": "110000", "value": 1e15},
            {"indicator": "small", "date": "2021-01-01", "region": "110000", "value": 0.1},
            {"indicator": "small", "date": "2021-01-01", "region": "510000", "value": 0.2},
        ],
    )
    assert project(built, DAY)["latest"].tolist() == [1e15, 0.3]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2020-12-01", 0), ("2021-01-01", 0), ("2021-02-20", 50), ("2021-04-11", 100), ("2021-05-01", 100)],
)
def test_the_trajectory_is_a_straight_line_from_baseline_to_target(day: str, expected: float) -> None:
    assert only(measured([], **GOAL), dt.date.fromisoformat(day))["expected"] == expected


@pytest.mark.parametrize("missing", list(GOAL))
def test_without_both_ends_there_is_no_trajectory(missing: str) -> None:
    ends = {name: value for name, value in GOAL.items() if name != missing}
    assert np.isnan(only(measured(LINE, **ends))["expected"])


def test_a_steady_pace_is_projected_to_the_day() -> None:
    found = only(measured(LINE, **GOAL))
    # Half a point a day from 1 January makes 100 on 20 July, a hundred days after the target date.
    assert (found["reached"], found["reached_on"].date(), found["miss_days"]) == (
        False,
        dt.date(2021, 7, 20),
        100,
    )


def test_a_date_met_exactly_is_not_put_off_by_binary_fractions() -> None:
    points = [("2021-01-01", 100050.9), ("2021-02-11", 100096.0), ("2021-02-23", 100109.2)]
    found = only(measured(points, target=100157.6, target_date="2021-04-08"))
    assert (found["reached_on"].date(), found["miss_days"]) == (dt.date(2021, 4, 8), 0)


def test_being_early_is_a_negative_miss() -> None:
    assert only(measured(LINE, target=10.5, target_date="2021-04-11"))["miss_days"] == -79


def test_a_noisy_pace_is_fitted_by_least_squares() -> None:
    days, noisy = np.array([0, 10, 20, 30]), [0.0, 6, 9, 16]
    slope, start = np.polyfit(days, noisy, 1)
    points = [(f"2021-01-{1 + day:02}", value) for day, value in zip(days, noisy, strict=True)]
    found = only(measured(points, **GOAL))
    needed = int(np.ceil((100 - start) / slope))
    assert found["reached_on"].date() == dt.date(2021, 1, 1) + dt.timedelta(needed)


@pytest.mark.parametrize(("count", "projected"), [(2, False), (3, True)])
def test_three_dates_are_needed(count: int, projected: bool) -> None:
    found = only(measured(LINE[:count], **GOAL))
    assert (not np.isnan(found["miss_days"])) is projected


def test_three_readings_on_two_dates_are_not_three_dates() -> None:
    assert np.isnan(only(measured([*LINE[:2], LINE[1]], **GOAL))["miss_days"])


@pytest.mark.parametrize("second", [0, -1])
def test_standing_still_or_going_back_never_arrives(second: float) -> None:
    found = only(measured([("2021-01-01", 0), ("2021-01-11", second), ("2021-01-21", 2 * second)], **GOAL))
    assert np.isposinf(found["miss_days"])
    assert pd.isna(found["reached_on"])


def test_a_flat_line_of_a_large_figure_has_no_pace() -> None:
    points = [(f"2021-01-{day:02}", 15950000.1) for day in (1, 8, 13, 29)]
    assert np.isposinf(only(measured(points, target=16e6, target_date="2021-12-31"))["miss_days"])


def test_less_is_better_where_the_indicator_says_so() -> None:
    falling = [("2021-01-01", 20.0), ("2021-01-11", 15.0), ("2021-01-21", 10.0)]
    found = only(measured(falling, direction="less", target=5, target_date="2021-02-10"))
    assert (found["reached"], found["reached_on"].date(), found["miss_days"]) == (
        False,
        dt.date(2021, 1, 31),
        -10,
    )
    rising = only(measured(LINE, direction="less", target=-5, target_date="2021-02-10"))
    assert np.isposinf(rising["miss_days"])


@pytest.mark.parametrize(
    ("direction", "value", "reached"),
    [
        ("more", 99.9, False),
        ("more", 100, True),
        ("more", 101, True),
        ("less", 101, False),
        ("less", 100, True),
        (None, 100, True),
    ],
)
def test_a_target_is_reached_when_met(direction: str | None, value: float, reached: bool) -> None:
    assert only(measured([("2021-01-01", value)], direction=direction, **GOAL))["reached"] is np.bool_(
        reached
    )


def test_a_target_once_reached_is_not_missed_any_more() -> None:
    found = only(measured([("2021-05-01", 100), ("2021-05-11", 120)], **GOAL))
    assert (found["reached_on"].date(), found["miss_days"]) == (dt.date(2021, 5, 1), 0)


def test_a_target_reached_and_lost_is_projected_again() -> None:
    found = only(measured([("2021-01-01", 100), ("2021-01-11", 90), ("2021-01-21", 80)], **GOAL))
    assert (found["reached"], found["miss_days"]) == (False, np.inf)


def test_indicators_do_not_touch_each_other_and_those_without_readings_are_unknown() -> None:
    built = campaign(
        items=[{"id": "a"}],
        indicators=[
            {"id": "none", "item": "a", **GOAL},
            {"id": "i", "item": "a", **GOAL},
            {"id": "last", "item": "a"},
        ],
        readings=[{"indicator": "i", "date": day, "value": value} for day, value in LINE],
    )
    found = project(built, DAY)
    assert found["readings"].tolist() == [0, 3, 0]
    assert found["latest"].isna().tolist() == [True, False, True]
    assert found["miss_days"].isna().tolist() == [True, False, True]
    assert series(built, 0, DAY).empty


def test_a_campaign_without_indicators_has_an_empty_projection() -> None:
    assert project(campaign(), DAY).empty
