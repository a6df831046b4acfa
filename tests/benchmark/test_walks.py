from itertools import islice
from pathlib import Path

import pytest

from data import filters, leads
from tests.benchmark.campaigns import Case
from tests.benchmark.walks import Choice, walk


@pytest.fixture(scope="module")
def case(simulated: Path) -> Case:
    return Case("simulated", simulated)


def walked(case: Case, seed: str, page: str = "items", steps: int = 60) -> list[Choice]:
    return list(islice(walk(case, seed, page), steps))


def test_the_same_seed_asks_the_same(case: Case) -> None:
    assert walked(case, "a") == walked(case, "a") != walked(case, "b")


def test_no_filter_is_asked_twice_and_each_leaves_as_many_items_as_it_says(case: Case) -> None:
    steps = walked(case, "a")
    assert len({step.filters for step in steps}) == len(steps)
    for step in steps:
        assert filters.select(case.campaign, case.standing, step.filters).sum() == step.left > 0


def test_on_the_leads_page_every_filter_leaves_a_lead(case: Case) -> None:
    for step in walked(case, "a", "leads", 15):
        assert len(leads.view(case.campaign, case.standing, step.filters).rows)


def test_on_the_departments_page_every_filter_leaves_a_department(tmp_path: Path) -> None:
    items = tmp_path / "items.csv"
    items.write_text("id,title,lead\nK01,就业,学生司\nK02,住房,\nK03,体检,\n", encoding="utf-8")
    case = Case("three items", items)
    for step in walked(case, "a", "departments", 15):
        assert filters.select(case.campaign, case.standing, step.filters)[0]


def test_where_nothing_new_can_be_asked_the_walk_begins_anew(tmp_path: Path) -> None:
    items = tmp_path / "items.csv"
    items.write_text("id,title,lead\nK01,就业,学生司\n", encoding="utf-8")
    asked = [step.filters for step in walked(Case("one item", items), "a", steps=25)]
    assert asked.count(filters.Filters()) > 1
