"""The calendar, opened by a program that other people wrote."""

import datetime as dt

import icalendar
import pytest

from data.campaign import Campaign
from data.filters import Filters
from data.subscriptions import calendar, content_lines, view
from tests.data.builder import campaign

HOSTILE = '逗号,分号;反斜杠\\ "引号"\r\nEND:VEVENT\r\nATTENDEE:x'
SHOWN = campaign(
    organizations=[{"id": "xs", "name": "学生司"}, {"id": "jc", "name": "基础司"}],
    items=[
        {"id": "a", "title": "很长的事项" * 30, "lead": "xs", "deadline": "2021-06-20"},
        {"id": "done", "lead": "xs", "deadline": "2021-06-21", "status": "done"},
        {"id": "on", "lead": "jc", "deadline": "continuing"},
        {"id": "b", "lead": "jc", "deadline": ("2021-07-01", "2021-07-31", "month")},
    ],
    milestones=[
        {"id": "m", "item": "a", "due": "2021-06-10"},
        {"id": "past", "item": "a", "due": "2021-06-09", "done_on": "2021-06-09"},
    ],
    events=[
        {"id": "e", "title": HOSTILE, "date": ("2021-06-05", "2021-06-07", "day"), "place": "北京, 上海"},
        {"id": "of-b", "date": "2021-06-08", "items": ["b"]},
        {"id": "by-jc", "date": "2021-06-09", "organizations": ["jc"]},
        {"id": "undated"},
    ],
)


def opened(shown: Campaign = SHOWN, filters: Filters = Filters(), lang: str = "zh") -> icalendar.Calendar:  # noqa: B008 - never changed
    seen = view.look(
        shown, dt.date(2021, 6, 30), filters, lang=lang, name="demo", board="https://board.example"
    )
    found = icalendar.Calendar.from_ical(calendar.write(seen))
    assert isinstance(found, icalendar.Calendar)
    return found


def days(found: icalendar.Calendar) -> set[tuple[dt.date, dt.date]]:
    return {(event.decoded("dtstart"), event.decoded("dtend")) for event in found.walk("VEVENT")}


def test_it_holds_open_deadlines_milestones_and_events_as_whole_days() -> None:
    june = [dt.date(2021, 6, day) for day in range(1, 31)]
    assert days(opened()) == {
        (june[19], june[20]),  # the deadline of a
        (dt.date(2021, 7, 31), dt.date(2021, 8, 1)),  # that of b is the end of July
        (june[9], june[10]),  # the milestone
        (june[4], june[7]),  # three days
        (june[7], june[8]),
        (june[8], june[9]),
    }


@pytest.mark.parametrize(("department", "count"), [("xs", 2), ("jc", 3)])
def test_filters_leave_what_concerns_them(department: str, count: int) -> None:
    found = opened(filters=Filters(departments=(department,)))
    assert len(found.walk("VEVENT")) == count


def test_no_text_gets_out_of_its_line() -> None:
    (event,) = [event for event in opened().walk("VEVENT") if "逗号" in str(event["summary"])]
    assert str(event["summary"]) == " ".join(HOSTILE.split())
    assert str(event["location"]) == "北京, 上海"
    assert "attendee" not in event


def test_a_uid_stays_when_everything_else_changes() -> None:
    moved = campaign(items=[{"id": "x"}, {"id": "a", "title": "改名", "deadline": "2021-12-31"}])
    uids = [{str(event["uid"]) for event in opened(shown).walk("VEVENT")} for shown in (SHOWN, moved)]
    assert len(uids[0]) == len(opened().walk("VEVENT"))
    assert len(uids[0] & uids[1]) == 1


def test_lines_are_folded_within_75_octets_and_no_character() -> None:
    content = content_lines.join([("SUMMARY", "很长的事项" * 30)])
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]
    assert b"".join(line.removeprefix(b" ") for line in lines).decode() == "SUMMARY:" + "很长的事项" * 30
