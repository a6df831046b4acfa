from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from data import summaries
from tests.data.eight_items import ALL, BUILT, STANDING, both, only, rows


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
    assert found.weeks["finished"][0] == 1


def test_burn_up_without_deadlines_says_why_there_is_none() -> None:
    found = summaries.burn_up(BUILT, STANDING, only("grey"))
    assert (rows(found.weeks), found.reason) == ([], "no_deadlines")


def test_burn_up_stays_small_when_a_year_is_mistyped() -> None:
    built, standing = both({"id": "a", "deadline": "2921-06-30", "start": "1021-01-01"})
    assert len(rows(summaries.burn_up(built, standing, np.ones(1, dtype=bool)).weeks)) <= 1041
