from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from data.campaign import Campaign
from data.history import deadline_history, replay
from tests.data.builder import campaign

ITEM = {"id": "a", "start": "2021-01-01", "deadline": "2021-06-30"}


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def state(built: Campaign, day: str, position: int = 0) -> dict[str, Any]:
    return {str(name): cell for name, cell in replay(built, date(day)).iloc[position].items()}


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
    assert found == [
        (None, date("2021-06-30"), -1, False),
        (date("2021-05-01"), date("2021-07-31"), 0, True),
        (date("2021-05-20"), date("2021-07-15"), 2, False),
    ]
    assert len(deadline_history(MOVES, 0, date("2021-05-19"))) == 2


def test_an_item_without_a_deadline_has_no_history_of_it() -> None:
    assert deadline_history(campaign(items=[{"id": "a"}]), 0, date("2021-05-20")) == []


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
