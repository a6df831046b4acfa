import datetime as dt
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest
import streamlit as st

from components.charts.leads_by_days import open_by_age, resolved_by_time
from components.charts.leads_by_group import leads_by_group
from components.charts.leads_by_week import flow_by_week, open_by_week
from components.charts.stacked_bars import MOST_BARS
from data import leads
from data.filters import Filters
from data.leads import LeadView
from data.standing import stand
from data.summaries import leads as summaries
from tests.data.builder import campaign

ROWS: list[dict[str, Any]] = [
    {"received": "2021-06-01", "due": "2021-06-10", "resolved": "2021-06-05", "category": "就业"},
    {"received": "2021-06-02", "due": "2021-06-10", "resolved": "2021-06-22", "category": "就业"},
    {"received": "2021-06-03", "due": "2021-06-10", "category": "就业"},
    {"received": "2021-06-28", "category": "入学"},
]


@pytest.fixture(params=["zh", "en"], autouse=True)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(st, "session_state", {"language": request.param})
    return str(request.param)


def seen(rows: list[dict[str, Any]] = ROWS) -> LeadView:
    shown = campaign(leads=rows)
    return leads.view(shown, stand(shown, dt.date(2021, 6, 30)), Filters())


def test_flow_compares_full_weeks_and_says_which_way_the_backlog_goes(lang: str) -> None:
    chart = flow_by_week(summaries.leads_by_week(seen()))
    go.Figure(chart.figure)
    received = chart.figure["data"][0]
    # The week of the day is not over, and stands in the table alone.
    assert received["y"] == [3, 0, 0, 0]
    assert len(chart.table) == 5
    assert all(part in chart.finding for part in ("4", "3", "2"))
    assert ("积压在增加" if lang == "zh" else "grows") in chart.finding


@pytest.mark.parametrize(
    ("came", "went", "said"), [(1, 2, ("减少", "shrinks")), (2, 2, ("相当", "as were resolved"))]
)
def test_flow_says_when_the_backlog_shrinks_or_stays(
    came: int, went: int, said: tuple[str, str], lang: str
) -> None:
    weeks = {
        "week": np.array(["2021-06-14"], dtype="datetime64[s]"),
        "received": np.array([came]),
        "resolved": np.array([went]),
        "open": np.array([3]),
        "complete": np.array([True]),
    }
    assert said[lang == "en"] in flow_by_week(weeks).finding


def test_backlog_says_how_many_are_open_now_and_were_at_most() -> None:
    chart = open_by_week(summaries.leads_by_week(seen()))
    go.Figure(chart.figure)
    assert chart.figure["data"][0]["y"] == [2, 2, 2, 1, 2]
    assert "2" in chart.finding


def test_ages_say_how_many_are_open_overdue_and_how_long_the_longest_wait_is() -> None:
    chart = open_by_age(summaries.leads_by_days(seen()))
    go.Figure(chart.figure)
    assert all(part in chart.finding for part in ("2", "1", "16–30"))
    assert chart.table.iloc[:, 1].sum() == 2


def test_times_say_median_and_ninetieth_percentile() -> None:
    view = seen()
    figures = summaries.lead_figures(view)
    chart = resolved_by_time(summaries.leads_by_days(view), figures.median_days, figures.nine_tenths_days)
    go.Figure(chart.figure)
    assert all(part in chart.finding for part in ("2", "12", "20", "1"))


def test_groups_say_who_has_most_and_most_overdue_and_give_their_ids() -> None:
    view = seen()
    groups = summaries.leads_by_group(view, view.categories)
    chart = leads_by_group(groups, ["就业", "入学"], ["a", None], "类别")
    go.Figure(chart.figure)
    assert chart.finding.count("就业") == 2
    assert chart.figure["data"][0]["customdata"] == ["a", None]
    assert chart.table.iloc[0, :5].tolist() == ["就业", 3, 2, 0, 1]


def test_groups_after_the_first_ones_are_in_the_table() -> None:
    view = seen([{"received": "2021-06-01", "category": f"类{number:02}"} for number in range(20)])
    groups = summaries.leads_by_group(view, view.categories)
    names = [str(number) for number in range(20)]
    chart = leads_by_group(groups, names, [None] * 20, "类别")
    assert len(chart.figure["data"][0]["customdata"]) == MOST_BARS
    assert len(chart.table) == 20
    assert str(20 - MOST_BARS) in chart.finding
