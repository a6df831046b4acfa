import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest
import streamlit as st

from components.chart import Chart, Figure
from components.charts.leads_by_days import leads_by_days
from components.charts.leads_by_group import leads_by_group
from components.charts.leads_by_week import leads_by_week
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


def by_days(rows: list[dict[str, Any]] = ROWS) -> Chart:
    view = seen(rows)
    figures = summaries.lead_figures(view)
    return leads_by_days(summaries.leads_by_days(view), figures.median_days, figures.nine_tenths_days)


def panel(figure: Figure, number: int) -> list[Figure]:
    """Take the traces of a panel, counted from the top."""
    return [trace for trace in figure["data"] if trace["yaxis"] == ("y", "y2")[number]]


def titles(figure: Figure) -> dict[str, str]:
    """Read the titles of the panels, each with the axis it stands above."""
    return {title["yref"]: title["text"] for title in figure["layout"]["annotations"]}


def test_flow_compares_full_weeks_and_says_which_way_the_backlog_goes(lang: str) -> None:
    chart = leads_by_week(summaries.leads_by_week(seen()))
    go.Figure(chart.figure)
    received, resolved = panel(chart.figure, 0)
    # The week of the day is not over, and stands in the table alone.
    assert received["y"] == [3, 0, 0, 0]
    assert resolved["y"] == [1, 0, 0, 1]
    assert len(chart.table) == 5
    said = {
        "zh": "最近4个整周收到3件，办结2件。收多办少，积压在增加。",
        "en": "In the last 4 full weeks, 3 came in and 2",
    }
    assert chart.finding.startswith(said[lang])
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
    assert said[lang == "en"] in leads_by_week(weeks).finding


def test_backlog_says_how_many_are_open_now_and_were_at_most(lang: str) -> None:
    chart = leads_by_week(summaries.leads_by_week(seen()))
    (backlog,) = panel(chart.figure, 1)
    assert backlog["y"] == [2, 2, 2, 1, 2]
    assert chart.table.iloc[:, -1].tolist() == [2, 2, 2, 1, 2]
    said = {
        "zh": "目前办理中2件；最多时2件（2021年5月31日起的一周）。",
        "en": " 2 are open now; the most were 2, in the week from 31 May 2021.",
    }
    assert chart.finding.endswith(said[lang])


def test_ages_say_how_many_are_open_overdue_and_how_long_the_longest_wait_is(lang: str) -> None:
    chart = by_days()
    go.Figure(chart.figure)
    overdue, without_due = panel(chart.figure, 0)
    assert (overdue["y"], without_due["y"]) == ([0, 0, 1, 0, 0], [1, 0, 0, 0, 0])
    said = {
        "zh": "办理中2件，其中逾期1件；等待最久的1件已16–30天。",
        "en": "2 are open, 1 of them overdue; the longest wait is 16–30 days",
    }
    assert chart.finding.startswith(said[lang])
    assert chart.table.iloc[:, 1].tolist() == [1, 0, 1, 0, 0]


def test_times_say_median_and_ninetieth_percentile(lang: str) -> None:
    chart = by_days()
    in_time, late = panel(chart.figure, 1)
    assert (in_time["y"], late["y"]) == ([1, 0, 0, 0, 0], [0, 0, 1, 0, 0])
    said = {
        "zh": "已办结2件，一半在12天内、九成在20天内办结。其中1件超过时限才办结。",
        "en": " 2 resolved: half within 12 days, nine in ten within 20. 1 was resolved after it was due.",
    }
    assert chart.finding.endswith(said[lang])


def test_the_days_of_open_and_of_resolved_leads_stand_in_one_table(lang: str) -> None:
    table = by_days().table
    assert table.columns.is_unique
    counts = table.iloc[:, 1:].sum().tolist()
    # Open: all, in time, overdue, without a day to be due; resolved: the same.
    assert counts == [2, 0, 1, 1, 2, 1, 1, 0]
    first = {"zh": ["0–7天", 1], "en": ["0–7 days", 1]}
    assert table.iloc[0, :2].tolist() == first[lang]


@pytest.mark.parametrize(
    ("rows", "none", "title"),
    [
        (ROWS[:2], ("没有办理中的线索。", "No lead is open."), ("已办结线索", "Resolved leads")),
        (ROWS[2:], ("尚无办结的线索", "No lead is resolved yet"), ("办理中线索", "Open leads")),
    ],
    ids=["nothing is open", "nothing is resolved"],
)
def test_what_is_none_is_said_and_not_drawn(
    rows: list[dict[str, Any]], none: tuple[str, str], title: tuple[str, str], lang: str
) -> None:
    chart, english = by_days(rows), lang == "en"
    go.Figure(chart.figure)
    (drawn,) = titles(chart.figure).values()
    assert drawn.startswith(title[english])
    assert none[english] in chart.finding
    assert {trace["yaxis"] for trace in chart.figure["data"]} == {"y"}
    assert "yaxis2" not in chart.figure["layout"]
    assert len(chart.table.columns) == len(by_days().table.columns)


@pytest.mark.parametrize("draw", [by_days, lambda: leads_by_week(summaries.leads_by_week(seen()))])
def test_two_panels_share_their_x_axis_and_have_a_title_each(draw: Callable[[], Chart]) -> None:
    figure = draw().figure
    layout = figure["layout"]
    assert list(titles(figure)) == ["y domain", "y2 domain"]
    assert len(set(titles(figure).values())) == 2
    assert layout["xaxis"]["anchor"] == "y2"
    assert 0 == layout["yaxis2"]["domain"][0] < layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]
    # The legend, which stands above both, tells all traces apart.
    assert layout["showlegend"]
    names = [trace["name"] for trace in figure["data"]]
    assert len(set(names)) == len(names)


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
