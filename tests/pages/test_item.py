import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.known_item import KNOWN, LATER, known_item
from tests.pages.reader import links, opener, read

Open = Callable[..., AppTest]


@pytest.fixture
def open_item(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the page of an item of a campaign, inside the frame."""
    open_page = opener("item", monkeypatch)

    def opened(shown: Campaign, item: str | None, lang: str = "zh", **query: str | list[str]) -> AppTest:
        return open_page(shown, lang, **query, **({} if item is None else {"item": item}))

    return opened


def test_everything_known_about_an_item_is_said_and_nothing_dated_later(open_item: Open) -> None:
    page = read(open_item(known_item(), "k1"))
    assert [words for words in KNOWN if words not in page] == []
    assert [words for words in LATER if words in page] == []


def test_an_earlier_day_shows_the_item_as_it_stood_then(open_item: Open) -> None:
    page = read(open_item(known_item(), "k1", as_of="2021-04-01"))
    assert "完成进度 **20%**" in page
    assert "2021年6月（原文：6月底前）（剩余 90 天）" in page
    assert "顺延" not in page
    assert "截至2021年3月28日]]\n\n***300个***" in page
    assert "问题线索、" not in page.split("尚未报告")[0]


def test_the_page_speaks_english(open_item: Open) -> None:
    page = read(open_item(known_item(), "k1", "en"))
    said = (
        "Career services",
        "Ministry item",
        "92 days left",
        "26.2** percentage points behind",
        "Done] 5 March 2021, 4 days late",
        "over 100 sessions",
        "Higher Education",
        "Progress: 20% → 40%",
    )
    assert [words for words in said if words not in page] == []
    assert "举措" not in page


def test_an_item_of_which_little_is_known_says_so_in_one_place(open_item: Open) -> None:
    bare = campaign(items=[{"id": "a", "title": "甲"}])
    at = open_item(bare, "a")
    said = read(at)
    assert re.findall("^## (.*)$", said, re.MULTILINE) == ["尚未报告", "来源"]
    listed = said.split("尚未报告\n")[1].split("##")[0]
    assert listed.count("- ") == 7
    for part in (
        "问题与承诺",
        "完成进度",
        "举措",
        "节点",
        "成效指标",
        "进展",
        "相关文件、活动安排、地方经验、问题线索、上下级事项",
    ):
        assert f"**{part}**" in listed
    assert read(at).count(":gray[未报告]") == 8


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "无法识别（原文：快好了）"), ("en", "Unrecognised (as written: 快好了)")]
)
@pytest.mark.parametrize("table", ["items", "updates"])
def test_a_status_nobody_knows_is_shown_as_written(
    open_item: Open, table: str, lang: str, words: str
) -> None:
    stated = {"status": "unrecognised", "status.text": "快好了"}
    item = {"id": "a", **(stated if table == "items" else {})}
    updates = [{"item": "a", "date": "2021-06-01", **stated}] if table == "updates" else []
    assert words in read(open_item(campaign(items=[item], updates=updates), "a", lang))


def test_personal_data_is_masked_everywhere(open_item: Open) -> None:
    number = "13812345678"
    shown = campaign(
        items=[{"id": "a", "title": f"甲{number}", "problem": number, "note": number, "owner": number}],
        updates=[{"item": "a", "date": "2021-06-01", "text": number}],
        leads=[{"item": "a", "received": "2021-06-01", "text": number}],
    )
    page = read(open_item(shown, "a", open="item.leads"))
    assert number not in page
    assert page.count("138****5678") >= 6


def three() -> Campaign:
    return campaign(
        items=[
            {"id": "red", "title": "红", "deadline": "2021-06-01", "level": "ministry"},
            {"id": "green", "title": "绿", "deadline": "2021-12-01", "level": "local"},
            {"id": "red2", "title": "红二", "deadline": "2021-06-20", "level": "ministry"},
        ]
    )


def test_neighbours_follow_urgency_and_keep_the_view(open_item: Open) -> None:
    at = open_item(three(), "red2", level="ministry")
    assert "**2** / 2" in read(at)
    found = links(at)
    assert found["上一项"] == "item?lang=zh&level=ministry&item=red"
    assert "下一项" not in found
    assert found["事项列表"] == "items?lang=zh&level=ministry"


def test_without_filters_every_item_is_a_neighbour(open_item: Open) -> None:
    found = links(open_item(three(), "red2"))
    assert found["上一项"].endswith("item=red")
    assert found["下一项"].endswith("item=green")


def test_an_item_outside_the_filters_offers_to_clear_them(open_item: Open) -> None:
    at = open_item(three(), "green", level="ministry")
    assert "不在当前筛选范围内" in read(at)
    assert links(at)["清除筛选"] == "item?lang=zh&item=green"


@pytest.mark.parametrize("item", [None, ""])
def test_a_link_without_an_item_leads_to_the_list(open_item: Open, item: str | None) -> None:
    at = open_item(three(), item)
    assert at.main.title[0].value == "未指定事项"
    assert "事项列表" in links(at)


@pytest.mark.parametrize(
    ("wanted", "found"), [("gren", "green"), ("RED2", "red2"), ("红二", "red2"), ("绿", "green")]
)
def test_an_unknown_item_offers_the_closest_ones(open_item: Open, wanted: str, found: str) -> None:
    at = open_item(three(), wanted)
    assert at.main.title[0].value == "找不到该事项"
    assert any(query.endswith(f"item={found}") for query in links(at).values())
    assert "事项列表" in links(at)


def test_an_unknown_item_is_shown_as_it_was_asked_for(open_item: Open) -> None:
    at = open_item(three(), "<b>$x$ [a](javascript:alert(1))", "en")
    assert '"<b>$x$ [a](javascript:alert(1))"' in read(at)
    assert not [query for query in links(at).values() if "item=" in query]


def test_the_lead_links_to_its_department(open_item: Open) -> None:
    assert links(open_item(known_item(), "k1"))["学生司"] == "departments?lang=zh&department=xs"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "https://example.org/a b)"])
def test_only_a_web_address_becomes_a_link(open_item: Open, url: str) -> None:
    shown = campaign(items=[{"id": "a"}], documents=[{"title": "件", "items": ("a",), "url": url}])
    assert "](" not in read(open_item(shown, "a"))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1.0], "预测至少需要 3 期数据，现有 1 期"),
        ([1.0, 2.0], "预测至少需要 3 期数据，现有 2 期"),
        ([1.0, 2.0, 3.0], "晚 235 天"),
        ([3.0, 2.0, 1.0], "按目前进度无法达到目标"),
        ([1.0, 2.0, 10.0], "已于2021年3月28日达到目标，晚于目标日期 27 天。"),
        ([1.0, 10.0, 10.0], "已于2021年2月28日达到目标。"),
    ],
)
def test_the_projection_is_worded(open_item: Open, values: list[float], words: str) -> None:
    indicator: dict[str, Any] = {"id": "i", "item": "a", "target": 10.0, "target_date": dt.date(2021, 3, 1)}
    readings = [
        {"indicator": "i", "date": f"2021-0{month}-28", "value": value}
        for month, value in enumerate(values, 1)
    ]
    assert words in read(
        open_item(campaign(items=[{"id": "a"}], indicators=[indicator], readings=readings), "a")
    )


def test_an_item_row_of_the_same_day_hides_no_change(open_item: Open) -> None:
    """Who keeps both the list and the log writes the newest status in both."""
    shown = campaign(
        items=[{"id": "a", "status": "done", "progress": 100.0, "reported": "2021-06-02"}],
        updates=[
            {"item": "a", "date": "2021-05-01", "status": "in_progress", "progress": 60.0},
            {"item": "a", "date": "2021-06-02", "status": "done", "progress": 100.0},
        ],
    )
    page = read(open_item(shown, "a"))
    assert "状态：推进中 → 已办结" in page
    assert "完成进度：60% → 100%" in page


def test_further_fields_are_shown_as_written_below_the_facts(open_item: Open) -> None:
    own = campaign(items=[{"id": "a"}, {"id": "b"}])
    extras = pd.DataFrame(
        {"风险*": ["", "$高$"], "网址": ["", "https://a.example/x"], "电话": ["", "13812345678"]}
    )
    shown = replace(own, extras={"items": extras.astype("str")})
    at = open_item(shown, "b")
    page = read(at)
    assert ":small[:gray[风险*]]  \n  $高$" in page
    assert ":small[:gray[电话]]  \n  138****5678" in page
    assert any(r"\$高\$" in text.value for text in at.main.markdown)
    assert any("(https://a.example/x)" in text.value for text in at.main.markdown)
    assert "更多字段" not in read(open_item(shown, "a"))


def test_words_in_place_of_a_value_are_shown_as_the_reason(open_item: Open) -> None:
    item = {"id": "a", "deadline.text": "Exempt (s. 26)", "progress.text": "暂不公开", "start.text": "*未定*"}
    at = open_item(campaign(items=[item]), "a")
    said = [line.strip() for line in read(at).splitlines()]
    assert said.count("Exempt (s. 26)") == said.count("暂不公开") == said.count("*未定*") == 1
    assert "没有完成时限：“Exempt (s. 26)”" in read(at)
