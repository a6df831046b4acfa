import datetime as dt
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest
from streamlit.elements.lib import streamlit_plotly_theme

from components.charts.ink import TEXT
from components.charts.timeline import timeline
from components.charts.timeline_labels import wrapped
from components.timeline.lanes import Gathered, Lane
from components.timeline.spans import Group, Mark, Milestone, Span
from data.words import Light

TODAY = dt.date(2021, 6, 30)
START, END, ORIGINAL = dt.date(2021, 3, 1), dt.date(2021, 9, 30), dt.date(2021, 8, 31)
NOBODY = np.empty(0, np.intp)


def span(key: str = "a", **changes: Any) -> Span:
    values: dict[str, Any] = {
        "title": f"事项{key}",
        "light": Light.GREEN,
        "lead": "学生司",
        "start": START,
        "end": END,
        "original": None,
        "continuing": False,
        "milestones": (),
    }
    return Span(id=key, **(values | changes))


def drawn(*spans: Span, lanes: tuple[Lane, ...] = ()) -> dict[str, Any]:
    return timeline([Group("学生司", len(spans), spans)], lanes, TODAY).figure


def bars(figure: dict[str, Any]) -> dict[str, Any]:
    return next((trace for trace in figure["data"] if trace["type"] == "bar"), {})


def symbols(figure: dict[str, Any]) -> dict[str, str]:
    """What stands on which day."""
    points = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    return {
        day: symbol
        for trace in points
        for day, symbol in zip(trace["x"], trace["marker"]["symbol"], strict=True)
    }


def events(*marks: Gathered) -> Lane:
    return Lane("events", np.arange(len(marks)), NOBODY, marks)


def test_plotly_accepts_the_figure() -> None:
    milestones = [Milestone("节点", mark, TODAY, TODAY) for mark in Mark]
    figure = drawn(
        span(original=ORIGINAL, milestones=milestones),
        span("b", light=Light.RED, start=None),
        span("c", light=Light.GREY, end=None, continuing=True),
        span("d", end=None),
        lanes=(events(Gathered(TODAY, 2, "会议", False, None)),),
    )
    go.Figure(figure, skip_invalid=False)


def test_a_bar_goes_from_start_to_deadline_and_opens_its_item() -> None:
    trace = bars(drawn(span()))
    assert trace["base"] == ["2021-03-01"]
    assert trace["x"] == [(END - START).days * 86_400_000]
    assert trace["customdata"] == ["a"]


def test_a_continuing_item_goes_on_to_the_edge() -> None:
    figure = drawn(span(end=None, continuing=True))
    last = figure["layout"]["xaxis"]["range"][1]
    assert symbols(figure)[last] == "triangle-right"
    assert bars(figure)["x"] == [(dt.date.fromisoformat(last) - START).days * 86_400_000]


@pytest.mark.parametrize(
    ("known", "day", "symbol"),
    [
        ({"start": None}, END, "line-ns"),
        ({"end": None}, START, "triangle-right-open"),
    ],
)
def test_one_known_date_is_a_mark_and_no_bar(known: dict[str, Any], day: dt.date, symbol: str) -> None:
    figure = drawn(span(**known))
    assert bars(figure) == {}
    assert symbols(figure)[day.isoformat()] == symbol


def test_a_moved_deadline_keeps_its_original() -> None:
    assert symbols(drawn(span(original=ORIGINAL)))["2021-08-31"] == "triangle-up-open"
    assert "triangle-up-open" not in symbols(drawn(span())).values()


def test_milestones_are_told_apart_without_colour() -> None:
    looks = set()
    for number, mark in enumerate((Mark.DONE, Mark.OPEN, Mark.OVERDUE), start=1):
        day = dt.date(2021, 5, number)
        figure = drawn(span(milestones=[Milestone("节点", mark, day, day)]))
        looks.add(symbols(figure)[day.isoformat()])
    assert len(looks) == 3


def test_what_lies_ahead_is_an_empty_mark() -> None:
    lane = events(Gathered(dt.date(2021, 5, 1), 1, "会议", False, "a"), Gathered(END, 1, "总结", True, None))
    found = symbols(drawn(lanes=(lane,)))
    assert found["2021-05-01"] == "circle"
    assert found[END.isoformat()] == "circle-open"


def test_rows_keep_their_height() -> None:
    short, long = drawn(span("a")), drawn(*(span(str(n)) for n in range(30)))
    assert long["layout"]["height"] - short["layout"]["height"] == 29 * 46
    assert long["layout"]["yaxis"]["range"][0] == long["layout"]["height"] - 34


def test_a_portfolio_of_many_years_is_shown_in_full() -> None:
    spans = (span(str(n), start=dt.date(2001 + n, 1, 1), end=dt.date(2010 + n, 1, 1)) for n in range(12))
    first, last = drawn(*spans)["layout"]["xaxis"]["range"]
    assert first < "2001-01-01"
    assert last > "2021-06-30"


def test_items_that_ended_long_ago_are_within_the_axis() -> None:
    first, _ = drawn(span(start=dt.date(2008, 1, 1), end=dt.date(2012, 1, 1)))["layout"]["xaxis"]["range"]
    assert first < "2008-01-01"


def test_a_date_mistyped_by_a_century_does_not_stretch_the_axis() -> None:
    first, last = drawn(span(), span("b", end=dt.date(2921, 9, 30)))["layout"]["xaxis"]["range"]
    assert (first[:4], last[:4]) == ("2021", "2021")


def test_the_finding_states_the_numbers() -> None:
    late = Milestone("节点", Mark.OVERDUE, START, START)
    spans = [span("a", light=Light.RED, original=ORIGINAL, milestones=[late]), span("b")]
    chart = timeline([Group("", 2, spans)], [events(Gathered(TODAY, 1, "会议", False, None))], TODAY)
    assert "图中 2 项：红灯 1 项，黄灯 0 项，无法判断 0 项，绿灯 1 项，办结 0 项。" in chart.finding
    assert "调整过时限 1 项。节点 1 个，已完成 0 个，逾期 1 个。" in chart.finding
    assert "活动安排 1 次" in chart.finding
    assert chart.table["现行时限"].tolist() == [END, END]
    assert chart.table["原定时限"].tolist() == [ORIGINAL, END]


def test_without_items_the_table_lists_the_records() -> None:
    chart = timeline([], [events(Gathered(TODAY, 1, "2021年6月30日\n会议", False, None))], TODAY)
    assert chart.table["内容"].tolist() == ["会议"]
    assert "没有事项报告" in chart.finding


def test_text_of_a_file_is_no_markup() -> None:
    figure = drawn(span(title="<b>$x$ %{y}</b>"))
    texts = [text for trace in figure["data"] for text in trace.get("hovertext", [])]
    assert any("&lt;b&gt;" in text for text in texts)
    assert not any("<b>$" in text or "%{" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四", ["一二三四"]),
        ("一二三四五六", ["一二三四", "五六"]),
        ("一二三四五六七八九", ["一二三四", "五六七八…"]),
        ("abc def ghi", ["abc def", "ghi"]),
        ("一个 campaign", ["一个", "campaign"]),
        ("abcdefghijk", ["abcdefghijk"]),
    ],
)
def test_a_long_label_takes_two_lines_and_says_that_it_goes_on(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8, 2) == lines


def test_a_row_is_as_tall_as_its_label() -> None:
    one, two = drawn(span()), drawn(span(title="长" * 40))
    assert two["layout"]["height"] - one["layout"]["height"] == 16
    assert bars(two)["y"][0] - bars(one)["y"][0] == 16


def test_words_are_written_in_the_ink_that_streamlit_replaces() -> None:
    assert TEXT == streamlit_plotly_theme.GRAY_90
