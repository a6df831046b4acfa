"""What is given of each item, what is missing, and what is not asked for."""

import datetime as dt

import numpy as np
import pytest

from data.campaign import Campaign
from data.completeness import FIELDS, Completeness, by_department, completeness
from data.standing import stand
from tests.data.builder import Cells, campaign

DAY = dt.date(2021, 6, 30)
FULL: Cells = {
    "id": "full",
    "lead": "xs",
    "support": ("gj",),
    "owner": "王立",
    "deadline": "2021-12-31",
    "status": "in_progress",
    "progress": 40.0,
    "source": "台账",
    "start": "2021-01-01",
}


def described(**item: object) -> Campaign:
    return campaign(
        organizations=[{"id": "xs", "name": "学生司"}, {"id": "gj", "name": "高教司"}],
        items=[{"id": "bare", **item}, FULL],
        measures=[{"item": "full"}],
        indicators=[{"item": "full"}],
        updates=[{"item": "full", "date": "2021-06-20", "progress": 40.0}],
    )


def measured(shown: Campaign) -> Completeness:
    return completeness(shown, stand(shown, DAY))


def lacks(shown: Campaign, field: str) -> list[str]:
    rows = measured(shown).missing(field, np.ones(len(shown["items"]), dtype=bool))
    return shown["items"]["id"].iloc[rows].tolist()


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_not_given_is_missing(field: str) -> None:
    assert lacks(described(), field) == ["bare"]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({"deadline": "continuing"}, "deadline"),
        ({"deadline": "continuing"}, "progress"),
        ({"status": "done"}, "progress"),
        ({"status": "closed"}, "updates"),
        ({"start": "2021-06-25"}, "updates"),
        ({"start": "2021-08-01"}, "updates"),
    ],
)
def test_what_does_not_apply_is_not_missing(item: Cells, field: str) -> None:
    assert lacks(described(**item), field) == []


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({"lead.text": "学生处"}, "lead"),
        ({"support.text": "学生处"}, "support"),
        ({"deadline.text": "视情况"}, "deadline"),
        ({"source_url": "https://example.org"}, "source"),
    ],
)
def test_words_that_nobody_understood_are_given_all_the_same(item: Cells, field: str) -> None:
    assert lacks(described(**item), field) == []


def test_an_old_update_is_no_recent_one() -> None:
    shown = campaign(items=[{"id": "a"}], updates=[{"item": "a", "date": "2021-05-31", "text": "推进"}])
    assert lacks(shown, "updates") == ["a"]


def test_departments_are_compared_the_least_complete_first_and_those_without_a_lead_last() -> None:
    shown = campaign(
        organizations=[{"id": "xs", "name": "学生司"}, {"id": "gj", "name": "高教司"}],
        items=[{**FULL, "support": ()}, {"lead": "gj", "deadline": "continuing"}, {}],
    )
    found = by_department(shown, measured(shown), np.ones(3, dtype=bool))
    assert found["organization"].tolist() == [1, 0, -1]
    assert found["items"].tolist() == [1, 1, 1]
    assert found[["deadline", "deadline.asked"]].to_numpy().tolist() == [[0, 0], [1, 1], [0, 1]]
    assert found["share"].round().tolist() == [12, 60, 0]


def test_items_outside_the_filters_do_not_count() -> None:
    shown = described()
    found = by_department(shown, measured(shown), np.array([False, True]))
    assert found["items"].tolist() == [1]
