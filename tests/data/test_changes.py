from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.campaign import Campaign
from data.history import Change, changes
from data.standing import stand
from tests.data.builder import campaign

ITEM = {"id": "a", "start": "2021-01-01", "deadline": "2021-06-30"}


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def change(built: Campaign, since: str, day: str) -> list[dict[str, Any]]:
    found = changes(built, stand(built, date(since)), stand(built, date(day)))
    return [{str(name): cell for name, cell in row.items()} for row in found.to_dict("records")]


def kinds(built: Campaign, since: str, day: str) -> list[str]:
    return [str(row["kind"]) for row in change(built, since, day)]


MOVES = campaign(
    items=[ITEM],
    updates=[
        {"item": "a", "date": "2021-05-01", "deadline": "2021-07-31", "text": "顺延"},
        {"item": "a", "date": "2021-05-10", "deadline": "2021-07-31"},
        {"item": "a", "date": "2021-05-20", "deadline": "2021-07-15", "text": "提前"},
    ],
)


def updated(**cells: object) -> Campaign:
    return campaign(
        items=[{**ITEM, "status": "not_started", "progress": 10}],
        updates=[{"item": "a", "date": "2021-05-10", **cells}],
    )


def dated(table: str, column: str) -> Campaign:
    tables: dict[str, Any] = {table: [{column: "2021-05-10", "items": "a"}]}
    return campaign(items=[ITEM], **tables)


CHANGED = [
    ("finished", updated(status="done")),
    ("started", updated(status="in_progress")),
    ("deadline_moved", updated(deadline="2021-06-15")),
    ("progress_gained", updated(progress=11)),
    ("document", dated("documents", "issued")),
    ("event", dated("events", "date")),
    ("lead", campaign(items=[ITEM], leads=[{"received": "2021-05-10", "item": "a"}])),
    (
        "new_reading",
        campaign(
            items=[ITEM],
            indicators=[{"id": "i", "item": "a"}],
            readings=[{"indicator": "i", "date": "2021-05-10", "value": 1}],
        ),
    ),
]


@pytest.mark.parametrize(("kind", "built"), CHANGED, ids=[kind for kind, _ in CHANGED])
def test_a_change_shows_after_the_day_before_it_up_to_its_own_day(kind: str, built: Campaign) -> None:
    assert kind in kinds(built, "2021-05-09", "2021-05-10")
    assert kind in kinds(built, "2021-05-09", "2021-05-31")
    assert kind not in kinds(built, "2021-05-10", "2021-05-31"), "the first day is not part of it"
    assert kind not in kinds(built, "2021-05-01", "2021-05-09"), "the last day is"
    (row,) = [row for row in change(built, "2021-05-01", "2021-05-31") if row["kind"] == kind]
    assert (row["date"].date(), row["item"], row["count"]) == (date("2021-05-10"), 0, 1)


def test_an_item_turns_red_the_day_after_its_deadline() -> None:
    built = campaign(items=[ITEM])
    assert kinds(built, "2021-06-01", "2021-06-30") == []
    (row,) = change(built, "2021-06-01", "2021-07-15")
    assert (row["kind"], row["date"].date(), row["after"]) == ("turned_red", date("2021-07-01"), "red")
    assert kinds(built, "2021-07-01", "2021-07-15") == []


def test_an_item_turns_red_when_the_grace_of_a_milestone_is_over() -> None:
    built = campaign(items=[{"id": "a"}], milestones=[{"item": "a", "due": "2021-05-01"}])
    (row,) = change(built, "2021-05-15", "2021-05-30")
    assert (row["kind"], row["date"].date()) == ("turned_red", date("2021-05-16"))


def test_an_item_leaves_red_with_the_report_that_moves_its_deadline() -> None:
    built = campaign(items=[ITEM], updates=[{"item": "a", "date": "2021-07-10", "deadline": "2021-09-30"}])
    found = {row["kind"]: row for row in change(built, "2021-07-09", "2021-07-20")}
    assert found["left_red"]["date"].date() == date("2021-07-10")
    assert (found["left_red"]["before"], found["left_red"]["after"]) == ("red", "green")
    assert "left_red" not in kinds(built, "2021-07-10", "2021-07-20")


def test_a_deadline_change_tells_from_when_to_when_and_by_which_update() -> None:
    (row,) = [row for row in change(MOVES, "2021-04-30", "2021-05-31") if row["kind"] == "deadline_moved"]
    assert (row["before"].date(), row["after"].date()) == (date("2021-06-30"), date("2021-07-15"))
    assert (row["table"], row["row"], row["count"], row["date"].date()) == (
        "updates",
        2,
        2,
        date("2021-05-20"),
    )


def test_a_deadline_moved_and_moved_back_is_no_change() -> None:
    built = campaign(
        items=[ITEM],
        updates=[
            {"item": "a", "date": "2021-05-01", "deadline": "2021-07-31"},
            {"item": "a", "date": "2021-05-02", "deadline": "2021-06-30"},
        ],
    )
    assert kinds(built, "2021-04-30", "2021-05-31") == []


@pytest.mark.parametrize(("progress", "gained"), [(9, False), (10, False), (10.5, True)])
def test_only_more_progress_is_a_gain(progress: float, gained: bool) -> None:
    assert ("progress_gained" in kinds(updated(progress=progress), "2021-05-09", "2021-05-10")) is gained


def test_a_first_progress_is_no_gain() -> None:
    built = campaign(items=[ITEM], updates=[{"item": "a", "date": "2021-05-10", "progress": 60}])
    assert kinds(built, "2021-05-09", "2021-05-10") == []


def test_a_finished_item_is_not_also_started() -> None:
    found = kinds(updated(status="done"), "2021-05-09", "2021-05-10")
    assert found == ["finished"]


def test_new_readings_are_counted_per_indicator_and_suppressed_ones_left_out() -> None:
    readings = [
        {"indicator": "i", "date": day, "region": region, "value": value}
        for day, region, value in [
            ("2021-05-01", "110000", 1),
            ("2021-05-10", "110000", 2),
            ("2021-05-10", "510000", 3),
            ("2021-05-11", "510000", None),
        ]
    ]
    built = campaign(items=[ITEM], indicators=[{"id": "i", "item": "a"}], readings=readings)
    (row,) = change(built, "2021-05-05", "2021-05-31")
    assert (row["count"], row["before"], row["after"], row["date"].date()) == (2, 1, 5, date("2021-05-10"))


def test_leads_are_counted_per_item_and_those_of_none_together() -> None:
    leads = [{"received": "2021-05-10", "item": item} for item in ("a", "a", None, None, None)]
    found = change(campaign(items=[ITEM], leads=leads), "2021-05-01", "2021-05-31")
    assert [(row["item"], row["count"]) for row in found] == [(-1, 3), (0, 2)]


def test_a_document_for_several_items_is_one_change_of_none() -> None:
    built = campaign(items=[ITEM, {"id": "b"}], documents=[{"issued": "2021-05-10", "items": ("a", "b")}])
    (row,) = change(built, "2021-05-01", "2021-05-31")
    assert (row["item"], row["table"], row["row"]) == (-1, "documents", 0)


def test_changes_come_newest_first_and_on_one_day_the_most_important_first() -> None:
    built = campaign(
        items=[ITEM],
        updates=[{"item": "a", "date": "2021-05-10", "status": "done"}],
        documents=[{"issued": "2021-05-10"}],
        events=[{"date": "2021-05-12"}],
    )
    assert kinds(built, "2021-05-01", "2021-05-31") == ["event", "finished", "document"]


def test_nothing_changes_in_an_empty_campaign() -> None:
    assert change(campaign(), "2021-05-01", "2021-05-31") == []


@pytest.mark.parametrize("kind", Change)
def test_every_kind_of_change_is_named_in_both_languages(kind: Change) -> None:
    assert kind.label("zh") != kind.label("en")
