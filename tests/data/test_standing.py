from __future__ import annotations

import datetime as dt

from data.standing import stand, urgency
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)


def test_a_standing_holds_state_and_judgement_of_every_item_and_indicator() -> None:
    built = campaign(
        items=[{"id": "a", "deadline": "2021-06-01"}, {"id": "b"}], indicators=[{"id": "i", "item": "b"}]
    )
    standing = stand(built, DAY)
    assert standing.day == DAY
    assert standing.items["light"].tolist() == ["red", "grey"]
    assert (len(standing.items), len(standing.indicators)) == (2, 1)


def test_an_earlier_day_gives_the_campaign_as_it_stood() -> None:
    built = campaign(
        items=[{"id": "a", "deadline": "2021-05-31"}],
        updates=[
            {"item": "a", "date": "2021-05-01", "status": "in_progress", "progress": 50},
            {"item": "a", "date": "2021-06-10", "deadline": "2021-08-31"},
            {"item": "a", "date": "2021-06-20", "status": "done", "progress": 100},
        ],
    )
    seen = [
        stand(built, dt.date.fromisoformat(day)).items.iloc[0][["light", "status", "progress"]].tolist()
        for day in ("2021-05-01", "2021-06-01", "2021-06-10", "2021-06-20")
    ]
    assert seen == [
        ["green", "in_progress", 50],
        ["red", "in_progress", 50],
        ["green", "in_progress", 50],
        ["blue", "done", 100],
    ]


def test_urgency_goes_by_light_then_days_overdue() -> None:
    built = campaign(
        items=[
            {"id": "blue", "status": "done"},
            {"id": "green", "deadline": "2021-12-31"},
            {"id": "grey"},
            {"id": "soon", "deadline": "2021-07-05"},
            {"id": "sooner", "deadline": "2021-07-01"},
            {"id": "red", "deadline": "2021-06-29"},
            {"id": "redder", "deadline": "2021-06-01"},
            {"id": "milestone"},
        ],
        milestones=[{"item": "milestone", "due": "2021-06-10"}],
    )
    order = urgency(stand(built, DAY))
    names = [built["items"]["id"].iat[place] for place in order]
    assert names == ["redder", "milestone", "red", "sooner", "soon", "grey", "green", "blue"]


def test_equal_urgency_goes_by_code_with_numbers_as_numbers() -> None:
    codes = {"b": "", "x": "10", "y": "2", "a": ""}
    built = campaign(items=[{"id": key, "code": code} for key, code in codes.items()])
    assert [built["items"]["id"].iat[place] for place in urgency(stand(built, DAY))] == ["y", "x", "b", "a"]
