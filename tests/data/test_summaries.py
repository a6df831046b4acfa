from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data import summaries
from tests.data.eight_items import ALL, BUILT, DAY, STANDING, both, only, rows


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("items", 8),
        ("finished", 3),
        ("finished_share", 37.5),
        ("on_time", 1),
        ("dated_finished", 2),
        ("on_time_share", 50),
        ("red", 1),
        ("yellow", 2),
        ("grey", 1),
        ("green", 1),
        ("blue", 3),
        ("overdue", 1),
        ("due_soon", 1),
        ("silent", 1),
        ("slipped", 1),
        ("continuing", 1),
        ("with_deadline", 6),
        ("with_progress", 1),
        ("without_lead", 2),
    ],
)
def test_key_figures_count(name: str, count: float) -> None:
    assert getattr(summaries.key_figures(BUILT, STANDING, ALL), name) == count


def test_key_figures_count_the_selected_items_only() -> None:
    found = summaries.key_figures(BUILT, STANDING, only("red", "grey"))
    assert (found.items, found.red, found.finished) == (2, 1, 0)


def test_shares_of_nothing_are_unknown() -> None:
    found = summaries.key_figures(BUILT, STANDING, only())
    assert np.isnan(found.finished_share)
    assert np.isnan(found.on_time_share)


def test_described_items_are_set_against_those_announced() -> None:
    found = summaries.described(BUILT)
    assert found["level"].tolist() == ["ministry", "department", "local"]
    assert found["described"].tolist() == [1, 0, 0]
    assert found["declared"].fillna(-1).tolist() == [12, -1, -1]


def test_lights_of_led_items_are_counted_by_organization_worst_first() -> None:
    found = rows(summaries.lights_by_organization(BUILT, STANDING, ALL))
    assert [(row["organization"], row["red"], row["yellow"], row["blue"], row["total"]) for row in found] == [
        (1, 1, 2, 0, 3),
        (0, 0, 0, 3, 3),
    ]


@pytest.mark.parametrize(
    ("role", "totals"), [("lead", {0: 3, 1: 3}), ("support", {0: 2, 1: 1}), ("either", {0: 4, 1: 4})]
)
def test_an_item_counts_once_for_an_organization_in_each_role(role: str, totals: dict[int, int]) -> None:
    found = summaries.lights_by_organization(BUILT, STANDING, ALL, role)
    assert dict(zip(found["organization"], found["total"], strict=True)) == totals


def test_statuses_are_counted_by_organization_least_finished_first() -> None:
    found = rows(summaries.statuses_by_organization(BUILT, STANDING, ALL))
    assert [(row["organization"], row["not_reported"], row["done"], row["closed"]) for row in found] == [
        (1, 3, 0, 0),
        (0, 0, 2, 1),
    ]


def test_departments_are_compared_by_what_they_lead() -> None:
    found = {row["organization"]: row for row in rows(summaries.departments(BUILT, STANDING, ALL))}
    assert list(found) == [1, 0], "most red first; who leads and supports nothing is left out"
    x, y = found[0], found[1]
    assert (x["led"], x["supported"], x["finished"], x["on_time"], x["dated_finished"]) == (3, 2, 3, 1, 2)
    assert (y["red"], y["yellow"], y["owes"]) == (1, 2, 1)
    assert (x["last_update"].date(), pd.isna(x["next_deadline"])) == (dt.date(2021, 6, 11), True)
    assert (y["last_update"].date(), y["next_deadline"].date()) == (dt.date(2021, 5, 1), DAY)


def test_departments_follow_the_filters() -> None:
    assert summaries.departments(BUILT, STANDING, only("early"))["organization"].tolist() == [0]


@pytest.mark.parametrize(
    ("deadline", "row"),
    [
        ("2021-06-29", 0),
        ("2021-06-30", 1),
        ("2021-07-04", 1),
        ("2021-07-05", 2),
        ("2021-09-19", 12),
        ("2021-09-20", None),
    ],
)
def test_deadlines_fall_into_their_week(deadline: str, row: int | None) -> None:
    built, standing = both({"id": "a", "deadline": deadline})
    found = summaries.deadlines_by_week(built, standing, np.ones(1, dtype=bool))
    assert len(found["week"]) == 13
    assert found["total"].nonzero()[0].tolist() == ([] if row is None else [row])
    assert found["week"].tolist()[1].date() == dt.date(2021, 6, 28)
    assert found["overdue"].tolist() == [True] + [False] * 12


def test_finished_items_are_blue_in_their_week_and_never_overdue() -> None:
    built, standing = both(
        {"id": "a", "deadline": "2021-06-29", "status": "done"},
        {"id": "b", "deadline": "2021-06-01", "status": "done"},
    )
    found = summaries.deadlines_by_week(built, standing, np.ones(2, dtype=bool), weeks=2)
    assert found["blue"].tolist() == [0, 1, 0]


def test_results_with_the_greatest_risk_come_first_then_as_listed() -> None:
    goal = {"target": 10, "target_date": "2021-01-02"}
    indicators: list[dict[str, Any]] = [
        {"id": "plain", "item": "a"},
        {"id": "never", "item": "a", **goal},
        {"id": "slow", "item": "a", **goal},
        {"id": "empty", "item": "a"},
        {"id": "other", "item": "b"},
    ]
    values = {"plain": [1], "never": [1, 1, 1], "slow": [1, 2, 3], "other": [1]}
    readings = [
        {"indicator": key, "date": f"2021-01-0{place + 1}", "value": value}
        for key, found in values.items()
        for place, value in enumerate(found)
    ]
    built, standing = both({"id": "a"}, {"id": "b"}, indicators=indicators, readings=readings)
    found = summaries.results(built, standing, np.array([True, False]))
    assert built["indicators"]["id"].iloc[found].tolist() == ["never", "slow", "plain"]


def test_an_empty_campaign_is_summarised_without_complaint() -> None:
    built, standing = both()
    none = np.ones(0, dtype=bool)
    assert summaries.key_figures(built, standing, none).items == 0
    assert not rows(summaries.departments(built, standing, none))
    assert not rows(summaries.lights_by_organization(built, standing, none))
    assert not rows(summaries.statuses_by_organization(built, standing, none))
    assert summaries.burn_up(built, standing, none).reason == "no_deadlines"
    assert summaries.deadlines_by_week(built, standing, none)["total"].sum() == 0
    assert len(summaries.results(built, standing, none)) == 0
