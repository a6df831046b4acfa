from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.reader import opener, read

Open = Callable[..., AppTest]


@pytest.fixture
def open_timeline(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("timeline", monkeypatch)


def charts(at: AppTest) -> list[Any]:
    return [node.proto for node in at.main.get("plotly_chart")]


def dated(count: int) -> Campaign:
    items = [
        {"id": f"i{n}", "title": f"事项{n}", "start": "2021-03-01", "deadline": "2021-12-31"}
        for n in range(count)
    ]
    return campaign(items=items)


def test_items_are_drawn_a_page_at_a_time(open_timeline: Open) -> None:
    at = open_timeline(dated(31))
    assert "第 1–30 项，共 31 项" in read(at)
    assert "图中 30 项" in read(at)
    (pages,) = at.main.get("pagination")
    assert pages.proto.num_pages == 2


def test_the_page_begins_anew_under_other_filters(open_timeline: Open) -> None:
    def key(**query: str) -> str:
        (pages,) = open_timeline(dated(31), **query).main.get("pagination")
        return str(pages.proto.id)

    assert key() != key(text="事项")


@pytest.mark.parametrize(
    ("grouping", "name"),
    [("department", "牵头单位"), ("theme", "主题"), ("level", "层级"), ("none", "不分组")],
)
def test_every_grouping_draws_every_item(open_timeline: Open, grouping: str, name: str) -> None:
    at = open_timeline(dated(3), group=grouping)
    assert "图中 3 项" in read(at)
    assert any(f"**{name}**" in text.value for text in at.main.markdown)


def test_items_without_dates_are_counted_and_listed(open_timeline: Open) -> None:
    shown = campaign(
        items=[
            {"id": "a", "title": "有期", "start": "2021-03-01", "deadline": "2021-12-31"},
            {"id": "b", "title": "无期"},
        ]
    )
    said = read(open_timeline(shown))
    assert "图中 1 项" in said
    assert "事项 1 项" in said


def test_without_any_date_events_documents_and_reports_carry_the_page(open_timeline: Open, moe: Any) -> None:
    at = open_timeline(reading.read(moe))
    said = read(at)
    assert "各事项均未报告开始日期、完成时限和节点日期" in said
    assert "活动安排 1 次、文件 0 份、进展 3 条、指标数据 9 条" in said
    for count in ("事项 16 项", "活动安排 11 次", "文件 12 份", "教育部党组会"):
        assert count in said
    assert len(charts(at)) == 1


def test_with_nothing_dated_there_is_a_reason_and_no_chart(open_timeline: Open) -> None:
    at = open_timeline(campaign(items=[{"id": "a"}]))
    assert "各事项均未报告" in read(at)
    assert charts(at) == []


def test_no_item_is_said_to_be_shown_where_the_filters_leave_none(open_timeline: Open) -> None:
    at = open_timeline(dated(2), text="没有")
    assert "没有符合当前筛选条件的事项" in read(at)
    assert charts(at) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_chart_has_a_text_alternative(open_timeline: Open, lang: str, simulated: Any) -> None:
    (chart,) = charts(open_timeline(reading.read(simulated), lang))
    assert "30" in chart.alt
    assert "72" in chart.alt


def test_an_item_without_a_date_says_why(open_timeline: Open) -> None:
    item = {"id": "a", "title": "甲", "deadline.text": "Exempt (s. 26) $x$"}
    assert "Exempt (s. 26) $x$" in read(open_timeline(campaign(items=[item])))
