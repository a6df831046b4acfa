from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.campaign import Campaign
from data.filters import Filters, options, select
from data.standing import stand
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)
BUILT = campaign(
    organizations=[{"id": "moe"}, {"id": "jobs", "parent": "moe"}, {"id": "loans"}, {"id": "idle"}],
    items=[
        {
            "id": "a",
            "code": "1",
            "title": "毕业生就业",
            "title.en": "Jobs for Graduates",
            "level": "ministry",
            "theme": "就业",
            "lead": "jobs",
            "support": ("loans", "jobs"),
            "deadline": "2021-06-30",
            "status": "in_progress",
            "regions": ("110000", "510000"),
        },
        {
            "id": "b",
            "code": "2",
            "title": "助学贷款",
            "level": "department",
            "theme": "资助",
            "lead": "loans",
            "support": ("moe",),
            "deadline": "2021-12-31",
            "owner": "张　三",
            "regions": ("510000",),
        },
        {"id": "c", "code": "3", "title": "其他", "status": "done", "problem": "ＡＢＣ问题"},
    ],
    updates=[{"item": "b", "date": "2021-06-01", "deadline": "2021-09-30", "status": "continuing"}],
)
STANDING = stand(BUILT, DAY)


def chosen(built: Campaign = BUILT, **filters: Any) -> str:
    mask = select(built, STANDING if built is BUILT else stand(built, DAY), Filters(**filters))
    return "".join(built["items"]["id"][mask])


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, "abc"),
        ({"departments": ("jobs",)}, "a"),
        ({"departments": ("loans",)}, "ab"),
        ({"departments": ("loans",), "role": "lead"}, "b"),
        ({"departments": ("loans",), "role": "support"}, "a"),
        ({"departments": ("jobs",), "role": "support"}, "a"),
        ({"departments": ("jobs", "moe")}, "ab"),
        ({"departments": ("moe",)}, "b"),
        ({"departments": ("idle",)}, ""),
        ({"departments": ("nobody",)}, ""),
        ({"role": "support"}, "abc"),
        ({"levels": ("ministry",)}, "a"),
        ({"levels": ("ministry", "department")}, "ab"),
        ({"themes": ("资助",)}, "b"),
        ({"statuses": ("continuing",)}, "b"),
        ({"lights": ("blue",)}, "c"),
        ({"lights": ("yellow", "blue")}, "ac"),
        ({"due_from": dt.date(2021, 6, 30)}, "ab"),
        ({"due_from": dt.date(2021, 7, 1)}, "b"),
        ({"due_to": dt.date(2021, 6, 30)}, "a"),
        ({"due_to": dt.date(2021, 6, 29)}, ""),
        ({"due_from": dt.date(2021, 9, 30), "due_to": dt.date(2021, 9, 30)}, "b"),
        ({"regions": ("510000",)}, "ab"),
        ({"regions": ("110000",)}, "a"),
        ({"text": "graduates"}, "a"),
        ({"text": "贷款"}, "b"),
        ({"text": "张 三"}, "b"),
        ({"text": "abc"}, "c"),
        ({"text": "(.*"}, ""),
        ({"departments": ("loans",), "levels": ("ministry",)}, "a"),
        ({"departments": ("loans",), "lights": ("blue",)}, ""),
    ],
)
def test_filters_leave(filters: dict[str, Any], ids: str) -> None:
    assert chosen(**filters) == ids


def test_text_does_not_reach_across_fields() -> None:
    assert chosen(campaign(items=[{"id": "a", "title": "甲", "owner": "乙"}]), text="甲乙") == ""


def test_filters_that_ask_the_same_are_equal() -> None:
    one = Filters(departments=("b", "a", "b"), text="  x  y ")
    other = Filters(departments=("a", "b"), text="x y")
    assert one == other
    assert hash(one) == hash(other)
    assert Filters(role="nonsense") == Filters()


def test_options_are_what_the_items_have() -> None:
    found = options(BUILT)
    assert found.departments == ("moe", "jobs", "loans")
    assert found.levels == ("ministry", "department")
    assert found.themes == ("就业", "资助")
    assert found.statuses == ("in_progress", "done", "continuing", "not_reported")
    assert found.lights == ("red", "yellow", "grey", "green", "blue")
    assert found.regions == ("110000", "510000")


def test_an_item_is_led_by_nobody_where_the_lead_is_not_known() -> None:
    built = campaign(organizations=[{"id": "o"}], items=[{"id": "a", "lead.text": "学生处"}])
    assert chosen(built, departments=("o",)) == ""


def test_an_empty_campaign_has_nothing_to_choose() -> None:
    built = campaign()
    assert options(built).departments == options(built).regions == ()
    assert chosen(built, text="x", departments=("o",), regions=("110000",)) == ""
