from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data import summaries
from data.campaign import Campaign
from data.standing import Standing, stand
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)  # a Wednesday
BUILT = campaign(
    organizations=[{"id": "x"}, {"id": "y"}, {"id": "idle"}],
    items=[
        {"id": "early", "level": "ministry", "lead": "x", "deadline": "2021-06-10"},
        {"id": "late", "lead": "x", "support": ("y", "x"), "deadline": "2021-06-10", "start": "2021-05-01"},
        {"id": "undated", "lead": "x", "deadline": "2021-06-10", "status": "done"},
        {"id": "red", "lead": "y", "deadline": "2021-06-29", "progress": 5},
        {"id": "soon", "lead": "y", "deadline": "2021-06-30"},
        {"id": "silent", "lead": "y", "support": ("x",), "deadline": "2021-12-31"},
        {"id": "grey"},
        {"id": "going", "status": "continuing"},
    ],
    updates=[
        {"item": "early", "date": "2021-06-10", "status": "done"},
        {"item": "late", "date": "2021-06-11", "status": "closed"},
        {"item": "silent", "date": "2021-05-01", "deadline": "2022-01-31"},
        {"item": "going", "date": "2021-06-29"},
    ],
    declared={"ministry": 12},
)
STANDING = stand(BUILT, DAY)
ALL = np.ones(8, dtype=bool)


def only(*ids: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return BUILT["items"]["id"].isin(ids).to_numpy()


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def both(*items: dict[str, Any], **tables: Any) -> tuple[Campaign, Standing]:
    built = campaign(items=items, **tables)
    return built, stand(built, DAY)


def counted(found: summaries.BurnUp, date: str) -> list[float]:
    (row,) = [row for row in rows(found.weeks) if row["date"] == pd.Timestamp(date)]
    return [row["finished"], row["planned_original"], row["planned_current"]]


@pytest.mark.parametrize(
    ("date", "counts"),
    [
        ("2021-06-09", [0, 0, 0]),
        ("2021-06-16", [2, 2, 2]),
        ("2021-06-30", [2, 3, 3]),
        ("2022-01-05", [-1, 4, 3]),
        ("2022-02-02", [-1, 4, 4]),
    ],
)
def test_burn_up_counts_finished_and_planned_on_each_week_of_the_day(date: str, counts: list[float]) -> None:
    found = summaries.burn_up(BUILT, STANDING, only("early", "late", "red", "silent"))
    assert np.nan_to_num(counted(found, date), nan=-1).tolist() == counts
    assert (found.reason, found.without_deadline, found.undated) == ("", 0, 0)


def test_burn_up_begins_with_the_first_start() -> None:
    found = summaries.burn_up(BUILT, STANDING, only("late"))
    assert rows(found.weeks)[0]["date"] == pd.Timestamp("2021-04-28")


def test_burn_up_drops_a_deadline_that_was_given_up_from_the_current_plan() -> None:
    built, standing = both(
        {"id": "a", "deadline": "2021-06-01"},
        updates=[{"item": "a", "date": "2021-05-01", "deadline": "continuing"}],
    )
    found = summaries.burn_up(built, standing, np.ones(1, dtype=bool))
    assert counted(found, "2021-06-30") == [0, 1, 0]
    assert found.without_deadline == 1


def test_burn_up_tells_what_it_cannot_place() -> None:
    found = summaries.burn_up(BUILT, STANDING, ALL)
    assert (found.without_deadline, found.undated) == (2, 1)
    assert found.weeks["finished"].iat[0] == 1


def test_burn_up_without_deadlines_says_why_there_is_none() -> None:
    found = summaries.burn_up(BUILT, STANDING, only("grey"))
    assert (found.weeks.empty, found.reason) == (True, "no_deadlines")


def test_burn_up_stays_small_when_a_year_is_mistyped() -> None:
    built, standing = both({"id": "a", "deadline": "2921-06-30", "start": "1021-01-01"})
    assert len(summaries.burn_up(built, standing, np.ones(1, dtype=bool)).weeks) <= 1041
