from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from data.campaign import Campaign, Thresholds
from data.lights import RULES, reasons
from data.standing import stand
from data.words import Light
from tests.data.builder import campaign
from tests.data.one_item import DAY, behind, built, days, milestone, missing, said

FIGURES = ("expected", "behind", "days_left", "silent_days", "milestone_overdue_days", "miss_days")


def judged(found: Campaign) -> dict[str, Any]:
    return {str(name): cell for name, cell in stand(found, DAY).items.iloc[0].items()}


def rules(found: Campaign) -> list[str]:
    row = judged(found)
    return [rule.id for rule in RULES if row[rule.id]]


def light(found: Campaign) -> str:
    return str(judged(found)["light"])


BOUNDARIES = [
    ("deadline_passed", built({"deadline": days(-1)}), built({"deadline": DAY})),
    ("milestone_long_overdue", milestone(15), milestone(14)),
    ("projection_misses_long", missing(31), missing(30)),
    ("deadline_soon", built({"deadline": days(14)}), built({"deadline": days(15)})),
    ("deadline_soon", built({"deadline": DAY}), built({"deadline": days(-1)})),
    ("behind_expected", behind(15.5), behind(15)),
    ("milestone_overdue", milestone(1), milestone(0)),
    ("milestone_overdue", milestone(14), milestone(15)),
    ("silent", built(updates=[said(-30)]), built(updates=[said(-29)])),
    ("silent", built({"start": days(-30)}), built({"start": days(-29)})),
    ("projection_misses", missing(1), missing(0)),
    ("projection_misses", missing(30), missing(31)),
    ("missing_deadline", built(), built({"deadline": days(60)})),
    ("missing_progress", built(), built({"progress": 5})),
    ("missing_indicator", built(), missing(0)),
    ("missing_update", built({"status": "continuing"}), built({"status": "continuing"}, updates=[said(-1)])),
    ("on_track", built({"deadline": days(15)}), built({"deadline": days(14)})),
    ("finished", built(updates=[said(0, status="done")]), built(updates=[said(1, status="done")])),
    ("finished", built({"status": "closed"}), built({"status": "suspended"})),
]


@pytest.mark.parametrize(
    ("rule", "inside", "outside"), BOUNDARIES, ids=[f"{n}-{case[0]}" for n, case in enumerate(BOUNDARIES)]
)
def test_each_rule_holds_up_to_its_boundary(rule: str, inside: Campaign, outside: Campaign) -> None:
    assert rule in rules(inside)
    assert rule not in rules(outside)
    (declared,) = [found for found in RULES if found.id == rule]
    assert light(inside) == declared.light


def test_every_rule_has_a_boundary_test() -> None:
    assert {rule.id for rule in RULES} == {case[0] for case in BOUNDARIES}


def test_rules_are_declared_worst_first() -> None:
    order = [list(Light).index(rule.light) for rule in RULES]
    assert order == sorted(order)


def test_all_rules_that_hold_are_listed_and_the_worst_decides() -> None:
    found = built({"start": days(-100), "deadline": days(-1), "progress": 10})
    assert rules(found) == ["deadline_passed", "behind_expected", "silent"]
    assert light(found) == "red"


def test_a_finished_item_is_blue_whatever_else_is_late() -> None:
    found = built(
        {"start": days(-100), "deadline": days(-50), "status": "done"},
        milestones=[{"item": "a", "due": days(-40)}],
    )
    assert rules(found) == ["finished"]
    row = judged(found)
    assert all(np.isnan(row[name]) for name in FIGURES if name != "expected")


def test_a_continuing_item_is_judged_by_updates_and_indicators_only() -> None:
    late = {"start": days(-100), "deadline": days(-50), "progress": 0, "status": "continuing"}
    assert rules(built(late, updates=[said(-1)], milestones=[{"item": "a", "due": days(-40)}])) == [
        "on_track"
    ]
    assert rules(built(late, updates=[said(-30)])) == ["silent"]
    by_deadline = built({"deadline": "continuing", "progress": 10})
    assert light(by_deadline) == "grey"
    assert rules(by_deadline) == ["missing_update", "missing_indicator"]


def test_a_continuing_item_with_a_reading_can_be_judged() -> None:
    readings = [{"indicator": "i", "date": DAY, "value": 1}]
    assert rules(
        built({"status": "continuing"}, indicators=[{"id": "i", "item": "a"}], readings=readings)
    ) == ["on_track"]


def test_grey_says_all_that_is_missing_and_gives_way_to_any_yellow_rule() -> None:
    assert rules(built()) == ["missing_deadline", "missing_progress", "missing_indicator"]
    assert rules(built({"start": days(-30)})) == ["silent"]


def test_an_indicator_without_a_number_reports_nothing() -> None:
    readings = [{"indicator": "i", "date": DAY, "value": None}]
    assert light(built(indicators=[{"id": "i", "item": "a"}], readings=readings)) == "grey"


@pytest.mark.parametrize(("start", "expected"), [(-50, 50), (0, 0), (10, 0)])
def test_expected_progress_is_the_share_of_time_gone(start: int, expected: float) -> None:
    assert judged(built({"start": days(start), "deadline": days(50)}))["expected"] == expected


def test_expected_progress_reaches_a_hundred_and_no_more() -> None:
    assert judged(built({"start": days(-50), "deadline": days(-10)}))["expected"] == 100
    assert judged(built({"start": DAY, "deadline": DAY}))["expected"] == 100


def test_expected_progress_follows_a_moved_deadline() -> None:
    found = built({"start": days(-50), "deadline": days(50)}, updates=[said(-1, deadline=days(150))])
    assert judged(found)["expected"] == 25


def test_a_month_of_start_begins_on_its_first_day_and_a_month_of_deadline_ends_on_its_last() -> None:
    month = (dt.date(2021, 6, 1), dt.date(2021, 6, 30), "month")
    assert judged(built({"start": month, "deadline": month}))["expected"] == 100
    assert judged(built({"start": month, "deadline": days(29)}))["expected"] == 50


@pytest.mark.parametrize(("start", "deadline"), [(None, 50), (-50, None), (20, 10)])
def test_without_a_span_of_time_no_progress_is_expected(start: int | None, deadline: int | None) -> None:
    item = {
        "start": None if start is None else days(start),
        "deadline": None if deadline is None else days(deadline),
    }
    assert np.isnan(judged(built({**item, "progress": 0}))["expected"])


def test_the_start_of_the_campaign_is_no_start_of_an_item() -> None:
    found = campaign(items=[{"id": "a", "deadline": days(50), "progress": 0}], start=days(-100))
    assert rules(found) == ["on_track"]


def test_an_item_that_starts_later_is_neither_behind_nor_silent() -> None:
    row = judged(built({"start": days(1), "deadline": days(50), "progress": 0}))
    assert np.isnan(row["behind"])
    assert np.isnan(row["silent_days"])


@pytest.mark.parametrize(("done", "overdue"), [(None, True), (0, False), (-5, False), (1, True)])
def test_a_milestone_is_overdue_until_it_is_done(done: int | None, overdue: bool) -> None:
    assert ("milestone_overdue" in rules(milestone(10, done))) is overdue


def test_the_worst_milestone_and_the_worst_indicator_count() -> None:
    dues = [{"item": "a", "due": days(-number)} for number in (3, 20, 5)]
    assert judged(built(milestones=dues))["milestone_overdue_days"] == 20


def test_an_indicator_that_never_arrives_is_red() -> None:
    points = [{"indicator": "i", "date": days(-step), "value": 1} for step in range(3)]
    goal = [{"id": "i", "item": "a", "title": "x", "target": 2, "target_date": days(100)}]
    found = built(indicators=goal, readings=points)
    assert rules(found) == ["projection_misses_long"]
    assert reasons(found, stand(found, DAY), 0, "en")[0].text.endswith(
        "will not reach its target (due 8 October 2021)"
    )


def test_thresholds_are_those_of_the_campaign() -> None:
    limits = Thresholds(due_soon_days=5, silent_days=10, behind_points=1)
    assert "deadline_soon" not in rules(built({"deadline": days(6)}, limits))
    assert "deadline_soon" in rules(built({"deadline": days(5)}, limits))
    assert "silent" in rules(built(limits=limits, updates=[said(-10)]))


def test_a_campaign_without_items_has_no_lights() -> None:
    assert stand(campaign(), DAY).items.empty
