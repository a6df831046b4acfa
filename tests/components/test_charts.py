"""Charts are valid figures, say their numbers in words, and have them in the table behind them."""

import datetime as dt
from collections.abc import Callable

import numpy as np
import plotly.graph_objects as go
import pytest
import streamlit as st

from components.chart import Chart
from components.charts.burn_up import burn_up
from components.charts.deadlines_by_week import OVERDUE, deadlines_by_week
from components.charts.lights_by_department import lights_by_department
from components.charts.stacked_bars import MOST_BARS, Bar, short_label
from components.charts.statuses_by_department import statuses_by_department
from data.campaign import Campaign
from data.standing import stand
from data.summaries import BurnUp
from data.summaries import burn_up as count_finished
from data.summaries import deadlines_by_week as count_deadlines
from data.summaries.few_rows import Columns
from data.words import Light, Status
from tests.data.builder import campaign
from tests.hostile import HOSTILE

DAY = dt.date(2021, 6, 30)


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(st, "session_state", {"language": request.param})
    return str(request.param)


def bar(name: str, *counts: int, kinds: int = len(Light), id: str | None = "some") -> Bar:
    return Bar(name, id, [*counts, *[0] * (kinds - len(counts))])


def planned() -> Campaign:
    return campaign(
        items=[
            {"deadline": "2021-06-20", "start": "2021-06-01"},
            {"deadline": "2021-07-05", "start": "2021-06-01"},
            {"deadline": "2021-07-06", "status": "done", "reported": "2021-06-29"},
            {"deadline": "2021-06-10", "status": "closed"},
            {},
        ],
        updates=[{"item": "items-2", "date": "2021-06-25", "deadline": "2021-07-08"}],
    )


def finished(shown: Campaign) -> BurnUp:
    return count_finished(shown, stand(shown, DAY), np.ones(len(shown["items"]), dtype=bool))


def deadlines(shown: Campaign) -> Columns:
    return count_deadlines(shown, stand(shown, DAY), np.ones(len(shown["items"]), dtype=bool))


CHARTS: list[Callable[[], Chart]] = [
    lambda: lights_by_department([bar("学生司", 1, 2), bar("高教司", 0, 0, 3, 4, 5)], "单位"),
    lambda: statuses_by_department([bar("学生司", 1, 2, 3, 4, 5, 6, 7, 8, kinds=len(Status))], "单位"),
    lambda: deadlines_by_week(deadlines(planned())),
    lambda: burn_up(finished(planned()), DAY),
]


@pytest.mark.parametrize("draw", CHARTS)
def test_a_chart_is_valid_says_something_and_has_a_table(draw: Callable[[], Chart], lang: str) -> None:
    chart = draw()
    figure = go.Figure(chart.figure)
    assert len(figure.data) >= 1
    assert chart.finding
    assert "{" not in chart.finding
    assert len(chart.table) >= 1
    assert chart.table.columns.is_unique


def test_lights_are_counted_in_words_and_in_the_table(lang: str) -> None:
    chart = lights_by_department([bar("学生司", 2, 3), bar("高教司", 1, 0, 4, 5, 6)], "单位")
    assert [int(part) for part in ("21", "3", "3", "4", "5", "6") if part in chart.finding] == [
        21,
        3,
        3,
        4,
        5,
        6,
    ]
    assert "学生司" in chart.finding
    assert chart.table.to_numpy().tolist() == [["学生司", 5, 2, 3, 0, 0, 0], ["高教司", 16, 1, 0, 4, 5, 6]]


def test_no_light_is_told_by_its_colour_alone(lang: str) -> None:
    traces = lights_by_department([bar("学生司", 1, 1, 1, 1, 1)], "单位").figure["data"]
    assert len({trace["name"].split()[0] for trace in traces}) == len(Light)
    assert len({trace["text"][0] for trace in traces}) == len(Light)


def test_nobody_is_called_worst_where_nothing_is_red(lang: str) -> None:
    chart = lights_by_department([bar("学生司", 0, 3), bar("高教司", 0, 1)], "单位")
    assert "学生司" not in chart.finding


def test_a_click_gives_the_department_and_a_bar_without_one_gives_nothing(lang: str) -> None:
    drawn = lights_by_department([bar("学生司", 1, id="xs"), bar("未报告", 1, id=None)], "单位")
    assert drawn.figure["data"][0]["customdata"] == ["xs", None]


def test_departments_after_the_first_ones_are_counted_in_words_and_listed_in_the_table(lang: str) -> None:
    bars = [bar(f"单位{number}", 1, id=str(number)) for number in range(MOST_BARS + 4)]
    chart = lights_by_department([*bars, bar("未报告", 9, id=None)], "单位")
    assert chart.figure["data"][0]["customdata"] == [*map(str, range(MOST_BARS)), None]
    assert str(MOST_BARS) in chart.finding
    assert len(chart.table) == MOST_BARS + 5


def test_as_many_departments_as_fit_are_all_drawn(lang: str) -> None:
    bars = [bar(f"单位{number}", 1, id=str(number)) for number in range(MOST_BARS)]
    chart = lights_by_department(bars, "单位")
    assert "数据表" not in chart.finding
    assert "table" not in chart.finding
    assert len(chart.figure["data"][0]["y"]) == MOST_BARS


def test_two_departments_of_one_name_have_two_bars(lang: str) -> None:
    chart = lights_by_department([bar("学生司", 1, id="a"), bar("学生司", 2, id="b")], "单位")
    assert chart.figure["data"][0]["y"] == [0, 1]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_is_drawn_as_text_on_two_lines_at_most(text: str) -> None:
    label = short_label(text)
    assert not set("<$%") & set(label.replace("<br>", ""))
    assert label.count("<br>") <= 1


def test_statuses_leave_out_what_no_item_has(lang: str) -> None:
    chart = statuses_by_department([bar("学生司", 2, 0, 3, kinds=len(Status))], "单位")
    assert len(chart.figure["data"]) == 2
    assert Status.DONE.label(lang) in chart.finding
    assert Status.SUSPENDED.label(lang) not in chart.finding


def test_overdue_items_stand_before_the_weeks_ahead(lang: str) -> None:
    chart = deadlines_by_week(deadlines(planned()))
    assert chart.figure["data"][0]["customdata"][:3] == [OVERDUE, "2021-06-28", "2021-07-05"]
    # One overdue; the moved deadline and the item done ahead of time fall into the week of 5 July.
    assert chart.table.iloc[:, 1].tolist()[:3] == [1, 0, 2]
    assert "2" in chart.finding


def test_a_week_without_deadlines_is_no_most_crowded_one(lang: str) -> None:
    chart = deadlines_by_week(deadlines(campaign(items=[{"deadline": "2021-06-01"}])))
    assert "12" in chart.finding
    assert chart.table.iloc[:, 1].sum() == 1


def test_the_burn_up_stops_at_the_as_of_day_and_names_what_it_cannot_place(lang: str) -> None:
    chart = burn_up(finished(planned()), DAY)
    done, current, original = (trace["y"] for trace in chart.figure["data"])
    assert done[-1] is None
    assert [number for number in done if number is not None][-1] == 2
    assert (current[-1], original[-1]) == (4, 4)
    assert chart.finding.count("1") >= 2
    assert chart.figure["layout"]["shapes"][0]["x0"] == "2021-06-30"


def test_the_three_lines_of_the_burn_up_differ_in_style(lang: str) -> None:
    styles = [trace["line"]["dash"] for trace in burn_up(finished(planned()), DAY).figure["data"]]
    assert len(set(styles)) == 3
