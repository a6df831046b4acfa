import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from tests.conftest import PROJECT
from tests.data.builder import campaign
from tests.pages.reader import figures, links, opener, read
from tests.pages.small_campaign import small_campaign

Open = Callable[..., AppTest]


@pytest.fixture
def open_departments(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("departments", monkeypatch)


def table_of(at: AppTest, number: int = 0) -> list[dict[str, Any]]:
    """Read a table of the page, row by row."""
    found: Any = at.main.dataframe[number]
    rows: list[dict[str, Any]] = found.value.to_dict("records")
    return rows


def title(at: AppTest) -> str:
    """Read what the page is called."""
    found = re.search("^# (.*)$", read(at), re.MULTILINE)
    assert found
    return found[1]


def test_departments_are_compared_worst_first(open_departments: Open) -> None:
    first, second = table_of(open_departments(small_campaign()))
    counts = ("name", "led", "supported", "red", "yellow", "blue", "owes")
    assert [first[name] for name in counts] == ["学生司", 2, 0, 1, 1, 0, 0]
    assert [second[name] for name in counts] == ["高等教育司", 2, 1, 0, 1, 1, 1]
    told = ("on_time", "last_update", "next_deadline", "owed")
    assert [second[name] for name in told] == ["1 / 1", "2021-06-28", "2021-09-30", "沉默事项"]


def test_what_cannot_be_reported_is_not_called_missing(open_departments: Open) -> None:
    late = {"lead": "a", "support": ("b",), "deadline": "2021-01-01", "status": "in_progress"}
    shown = campaign(
        organizations=[{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}], items=[late, {"lead": "a"}]
    )
    leads, supports = table_of(open_departments(shown))
    assert [supports[name] for name in ("on_time", "last_update", "next_deadline")] == ["–", "–", "–"]
    assert leads["next_deadline"] == "无后续时限"
    assert pd.isna(leads["last_update"])


def test_items_without_a_lead_are_counted_beside_the_table(open_departments: Open) -> None:
    assert "另有 1 项未报告牵头单位" in read(open_departments(small_campaign()))


def test_what_is_owed_is_named_with_who_owes_it(open_departments: Open) -> None:
    at = open_departments(small_campaign())
    assert "item=silent" in links(at)["沉默事项"]
    assert "高等教育司 · 最近进展2021年4月30日，已过 61 天" in read(at)


def test_one_department_has_a_page_of_its_own(open_departments: Open) -> None:
    at = open_departments(small_campaign(), department="xs")
    page = read(at)
    assert title(at) == "学生司"
    for name, value in {
        "名称": "高校学生司",
        "类别": "司局",
        "上级单位": "教育部",
        "联系人": "未报告",
    }.items():
        assert re.search(rf"{name}\W+(gray\W+)?{value}", page)
    assert "工作组" in page
    assert figures(at)["事项"] == "2"
    assert "department=" not in links(at)["全部单位"]


def test_its_figures_count_what_it_leads_and_its_lights_both(open_departments: Open) -> None:
    at = open_departments(small_campaign(), department="gj")
    assert figures(at)["事项"] == "2"
    assert figures(at)["◆ 红灯"] == "0"
    assert "共 3 项：红灯 1 项" in read(at)
    led, supported = table_of(at, 0), table_of(at, 1)
    assert {row["title"] for row in led} == {"沉默事项", "办结事项"}
    assert {row["title"] for row in supported} == {"逾期事项"}


def test_what_a_department_owes_is_listed_by_kind(open_departments: Open) -> None:
    page = read(open_departments(small_campaign(), department="xs"))
    assert "**已逾期** · 1" in page
    assert "时限2021年6月20日，逾期 10 天" in page
    assert "**即将到期** · 1" in page
    assert "时限2021年7月10日，剩余 10 天" in page
    assert "**待报进展**" not in page


def test_a_department_that_owes_nothing_known_says_what_is_unknown(open_departments: Open) -> None:
    shown = campaign(
        organizations=[{"id": "a", "name": "甲"}], items=[{"lead": "a"}, {"lead": "a", "status": "done"}]
    )
    assert "1 项未报告时限，无法判断是否逾期" in read(open_departments(shown, department="a"))
    done = campaign(organizations=[{"id": "a", "name": "甲"}], items=[{"lead": "a", "status": "done"}])
    assert "牵头事项中没有逾期、临期或待报进展的" in read(open_departments(done, department="a"))


def test_a_department_that_only_supports_has_no_figures_of_its_own(open_departments: Open) -> None:
    shown = campaign(
        organizations=[{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}],
        items=[{"lead": "a", "support": ("b",)}],
    )
    at = open_departments(shown, department="b")
    assert not at.main.metric
    assert "当前筛选条件下没有牵头事项" in read(at)


def test_two_departments_are_compared(open_departments: Open) -> None:
    at = open_departments(small_campaign(), department=["xs", "gj"])
    assert title(at) == "单位"


def test_without_departments_the_page_says_what_to_fill_in(open_departments: Open) -> None:
    assert "均未报告牵头或配合单位" in read(open_departments(campaign(items=[{"id": "a"}])))
    assert "活动文件里还没有事项" in open_departments(campaign()).info[0].value


def test_a_filter_that_leaves_a_department_nothing_says_so(open_departments: Open) -> None:
    at = open_departments(small_campaign(), department="xs", text="查无此事")
    assert title(at) == "学生司"
    assert "没有符合当前筛选条件的事项" in at.info[0].value


def test_the_page_speaks_english(open_departments: Open) -> None:
    for query in ({}, {"department": "xs"}):
        page = read(open_departments(small_campaign(), "en", **query))
        assert "College Students" in page
        assert not re.search("[\u4e00-\u9fff]", re.sub("王立|办实事", "", page))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["moe-2021", "simulated"])
def test_the_bundled_campaigns_are_told(open_departments: Open, name: str, lang: str) -> None:
    shown = reading.read(PROJECT / "data/campaigns" / name)
    organizations = shown["organizations"]["id"]
    first = str(organizations.iloc[int(shown["items"]["lead"].cat.codes.max())])
    for query in ({}, {"department": first}):
        assert "{" not in read(open_departments(shown, lang, **query))
