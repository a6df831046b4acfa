from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from data.campaign import Campaign
from data.history import Change, changes, deadline_history, replay
from data.standing import stand
from tests.data.builder import campaign

ITEM = {"id": "a", "start": "2021-01-01", "deadline": "2021-06-30"}


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def state(built: Campaign, day: str, position: int = 0) -> dict[str, Any]:
    return {str(name): cell for name, cell in replay(built, date(day)).iloc[position].items()}


def change(built: Campaign, since: str, day: str) -> list[dict[str, Any]]:
    found = changes(built, stand(built, date(since)), stand(built, date(day)))
    return [{str(name): cell for name, cell in row.items()} for row in found.to_dict("records")]


def kinds(built: Campaign, since: str, day: str) -> list[str]:
    return [str(row["kind"]) for row in change(built, since, day)]


def test_an_update_counts_from_its_own_day() -> None:
    built = campaign(
        items=[ITEM], updates=[{"item": "a", "date": "2021-05-10", "status": "in_progress", "progress": 40}]
    )
    before, after = state(built, "2021-05-09"), state(built, "2021-05-10")
    assert (before["status"], pd.isna(before["progress"]), pd.isna(before["last_update"])) == (
        "not_reported",
        True,
        True,
    )
    assert (after["status"], after["progress"], after["last_update"].date()) == (
        "in_progress",
        40,
        date("2021-05-10"),
    )


def test_an_update_replaces_only_what_it_states() -> None:
    built = campaign(
        items=[ITEM],
        updates=[
            {"item": "a", "date": "2021-05-01", "status": "in_progress", "progress": 40},
            {"item": "a", "date": "2021-05-02", "text": "召开会议"},
        ],
    )
    after = state(built, "2021-05-02")
    assert (after["status"], after["progress"], after["last_update"].date()) == (
        "in_progress",
        40,
        date("2021-05-02"),
    )


def test_updates_are_replayed_by_date_whatever_their_order_in_the_file() -> None:
    late = {"item": "a", "date": "2021-05-02", "progress": 60}
    early = {"item": "a", "date": "2021-05-01", "progress": 40}
    assert state(campaign(items=[ITEM], updates=[late, early]), "2021-05-03")["progress"] == 60


def test_on_one_day_the_later_in_the_file_wins() -> None:
    twice = [{"item": "a", "date": "2021-05-01", "progress": number} for number in (60, 40)]
    assert state(campaign(items=[ITEM], updates=twice), "2021-05-01")["progress"] == 40


@pytest.mark.parametrize(
    ("day", "progress"), [("2021-05-01", 10), ("2021-05-09", 10), ("2021-05-10", 50), ("2021-05-20", 70)]
)
def test_an_item_row_holds_from_the_day_it_was_reported(day: str, progress: float) -> None:
    built = campaign(
        items=[{**ITEM, "progress": 50, "status": "in_progress", "reported": "2021-05-10"}],
        updates=[
            {"item": "a", "date": "2021-05-01", "progress": 10},
            {"item": "a", "date": "2021-05-20", "progress": 70},
        ],
    )
    assert state(built, day)["progress"] == progress


def test_a_row_reported_later_is_not_known_yet() -> None:
    built = campaign(items=[{**ITEM, "progress": 50, "status": "done", "reported": "2021-05-10"}])
    before, after = state(built, "2021-05-09"), state(built, "2021-05-10")
    assert (before["status"], pd.isna(before["progress"])) == ("not_reported", True)
    assert (after["status"], after["progress"]) == ("done", 50)
    assert after["last_update"].date() == after["finished_on"].date() == date("2021-05-10")


def test_an_undated_row_holds_from_the_beginning_and_before_all_updates() -> None:
    built = campaign(
        items=[{**ITEM, "progress": 50, "status": "done"}],
        updates=[{"item": "a", "date": "2000-01-01", "progress": 5}],
    )
    assert state(built, "1999-12-31")["progress"] == 50
    assert state(built, "2000-01-01")["progress"] == 5
    assert pd.isna(state(built, "2000-01-01")["finished_on"])


def test_items_keep_their_rows_and_do_not_touch_each_other() -> None:
    built = campaign(
        items=[{"id": "b"}, ITEM, {"id": "c", "status": "suspended"}],
        updates=[{"item": "a", "date": "2021-05-01", "status": "done"}],
    )
    assert list(replay(built, date("2021-06-01"))["status"]) == ["not_reported", "done", "suspended"]


def test_an_unrecognised_status_stays_visible() -> None:
    built = campaign(
        items=[{**ITEM, "status": "in_progress"}],
        updates=[{"item": "a", "date": "2021-05-01", "status": "unrecognised", "status.text": "差不多"}],
    )
    assert state(built, "2021-05-01")["status"] == "unrecognised"


def test_the_day_of_finishing_is_that_of_the_present_run() -> None:
    steps = [("01", "done"), ("05", "in_progress"), ("10", "done"), ("15", "closed")]
    built = campaign(
        items=[ITEM],
        updates=[{"item": "a", "date": f"2021-05-{day}", "status": status} for day, status in steps],
    )
    assert state(built, "2021-05-04")["finished_on"].date() == date("2021-05-01")
    assert pd.isna(state(built, "2021-05-05")["finished_on"])
    assert state(built, "2021-05-20")["finished_on"].date() == date("2021-05-10")
    assert state(built, "2021-05-20")["started_on"].date() == date("2021-05-01")


MOVES = campaign(
    items=[ITEM],
    updates=[
        {"item": "a", "date": "2021-05-01", "deadline": "2021-07-31", "text": "顺延"},
        {"item": "a", "date": "2021-05-10", "deadline": "2021-07-31"},
        {"item": "a", "date": "2021-05-20", "deadline": "2021-07-15", "text": "提前"},
    ],
)


@pytest.mark.parametrize(
    ("day", "deadline", "slips", "moved"),
    [
        ("2021-04-30", "2021-06-30", 0, 0),
        ("2021-05-01", "2021-07-31", 1, 1),
        ("2021-05-10", "2021-07-31", 1, 1),
        ("2021-05-20", "2021-07-15", 1, 2),
    ],
)
def test_only_a_move_to_a_later_day_is_a_slip(day: str, deadline: str, slips: int, moved: int) -> None:
    found = state(MOVES, day)
    assert (found["deadline"].date(), found["slips"], found["moved"]) == (date(deadline), slips, moved)
    assert found["deadline_original"].date() == date("2021-06-30")


def test_the_history_of_a_deadline_begins_with_the_original_and_lists_each_move() -> None:
    found = deadline_history(MOVES, 0, date("2021-05-20"))
    assert found["date"].isna().tolist() == [True, False, False]
    assert [day.date().isoformat() for day in found["deadline"]] == ["2021-06-30", "2021-07-31", "2021-07-15"]
    assert found["text"].tolist() == ["", "顺延", "提前"]
    assert found["slipped"].tolist() == [False, True, False]
    assert len(deadline_history(MOVES, 0, date("2021-05-19"))) == 2


def test_an_item_without_a_deadline_has_no_history_of_it() -> None:
    assert deadline_history(campaign(items=[{"id": "a"}]), 0, date("2021-05-20")).empty


def test_a_first_deadline_set_by_an_update_is_the_original_and_no_move() -> None:
    built = campaign(
        items=[{"id": "a"}], updates=[{"item": "a", "date": "2021-05-01", "deadline": "2021-07-31"}]
    )
    found = state(built, "2021-05-01")
    assert (found["deadline_original"], found["moved"], found["slips"]) == (found["deadline"], 0, 0)
    assert pd.isna(state(built, "2021-04-30")["deadline"])


def test_giving_up_the_end_is_a_move_and_makes_the_item_continuing() -> None:
    built = campaign(items=[ITEM], updates=[{"item": "a", "date": "2021-05-01", "deadline": "continuing"}])
    assert not state(built, "2021-04-30")["continuing"]
    found = state(built, "2021-05-01")
    assert (found["continuing"], found["moved"], found["slips"], pd.isna(found["deadline"])) == (
        True,
        1,
        0,
        True,
    )


def test_an_item_continues_by_its_status_too() -> None:
    assert state(campaign(items=[{**ITEM, "status": "continuing"}]), "2021-05-01")["continuing"]


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
            ("2021-05-01", "11", 1),
            ("2021-05-10", "11", 2),
            ("2021-05-10", "51", 3),
            ("2021-05-11", "51", None),
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
