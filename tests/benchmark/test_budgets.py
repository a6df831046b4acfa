from dataclasses import replace

import pytest

from tests.benchmark import budgets, scenarios
from tests.benchmark.results import Measured, Medians, Result

FLOOR = Medians(ms=6, slow_ms=9, processor_ms=3, reruns_per_second=200, received=2000)


def measured(scenario: str, sessions: int, times: float) -> Measured:
    app = replace(FLOOR, ms=FLOOR.ms * times, reruns_per_second=FLOOR.reruns_per_second / times)
    return Measured(scenario, sessions, app, FLOOR)


@pytest.mark.parametrize(("times", "kept"), [(3.9, True), (4.1, False)])
def test_a_filter_change_may_take_four_times_the_blank_app(times: float, kept: bool) -> None:
    result = Result("", [measured("overview: new filters", 1, times)])
    assert [verdict.kept for verdict in budgets.judge("147", result)] == [kept]


@pytest.mark.parametrize(("times", "kept"), [(5.9, True), (6.1, False)])
def test_twenty_viewers_may_have_a_sixth_of_the_blank_apps_throughput(times: float, kept: bool) -> None:
    result = Result("", [measured("overview: new filters", 20, times)])
    assert [verdict.kept for verdict in budgets.judge("147", result)] == [kept]


def test_the_ratio_is_judged_with_one_viewer_alone() -> None:
    assert not list(budgets.judge("147", Result("", [measured("items: new filters", 50, 99)])))


def test_a_campaign_without_budgets_is_not_judged() -> None:
    assert not list(budgets.judge("1k", Result("", [measured("items: new filters", 1, 99)])))


def test_opening_and_memory_are_judged_by_their_figures() -> None:
    result = Result("", figures={"second opening, s": 1.6, "further session, MB": 0.2, "other": 9})
    assert {verdict.what: verdict.kept for verdict in budgets.judge("10k+1M", result)} == {
        "second opening, s": False,
        "further session, MB": True,
    }


def test_every_budget_of_a_rerun_names_a_scenario() -> None:
    names = {scenario.name for scenario in scenarios.SCENARIOS}
    assert {*budgets.TIMES, *budgets.SHARED} <= names
