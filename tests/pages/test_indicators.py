from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from data.campaign import Campaign
from tests.data.builder import Cells, campaign
from tests.pages.reader import links, opener, read

Open = Callable[..., AppTest]
GOAL: Cells = {
    "baseline": 0.0,
    "baseline_date": "2021-01-01",
    "target": 120.0,
    "target_date": "2021-12-31",
}


@pytest.fixture
def open_indicators(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("indicators", monkeypatch)


def readings(indicator: str, *values: float | None, **changes: Any) -> list[Cells]:
    return [
        {"indicator": indicator, "date": f"2021-0{month}-28", "value": value, **changes}
        for month, value in enumerate(values, start=2)
    ]


def shown(*found: Cells, goal: Cells = GOAL, **indicator: Any) -> Campaign:
    """A campaign of one indicator with some readings."""
    return campaign(
        organizations=[{"id": "xs", "name": "学生司"}],
        items=[{"id": "k1", "title": "就业服务", "lead": "xs"}],
        indicators=[{"id": "posts", "item": "k1", "title": "岗位", "unit": "个", **goal, **indicator}],
        readings=found,
    )


def charts(at: AppTest) -> list[Any]:
    return [node.proto for node in at.main.get("plotly_chart")]


def test_the_wall_says_value_change_target_and_projection(open_indicators: Open) -> None:
    said = read(open_indicators(shown(*readings("posts", 10, 20, 30))))
    for words in ("岗位", "就业服务", "30个", "截至2021年4月28日", "目标：120个（2021年12月31日）"):
        assert words in said
    assert "按目前进度，预计" in said
    assert "共 **1** 项指标：按目前进度将明显超期 0 项" not in said


def test_those_at_risk_come_first(open_indicators: Open) -> None:
    courses = {"late": (5, 10, 15), "reached": (50, 100, 130), "soon": (30, 60, 90), "few": (10, 20)}
    built = campaign(
        items=[{"id": "k1"}],
        indicators=[
            {"id": key, "item": "k1", "title": key, **GOAL} for key in ("reached", "soon", "few", "late")
        ],
        readings=[row for key, values in courses.items() for row in readings(key, *values)],
    )
    at = open_indicators(built)
    said = read(at)
    assert sorted(courses, key=lambda key: said.index(f"**{key}**")) == ["late", "few", "soon", "reached"]
    assert "按目前进度将明显超期 1 项，无法预测 1 项，预计按期 1 项，已达标 1 项" in said


def test_less_is_better_where_the_indicator_says_so(open_indicators: Open) -> None:
    goal = {"baseline": 100.0, "baseline_date": "2021-01-01", "target": 10.0, "target_date": "2021-12-31"}
    at = open_indicators(shown(*readings("posts", 90, 40, 5), goal=goal, direction="less"))
    assert "已达标" in read(at)
    assert ":green-badge[↓ -35]" in read(at)
    assert "方向：越少越好" in read(
        open_indicators(shown(*readings("posts", 90, 40, 5), goal=goal, direction="less"), indicator="posts")
    )


@pytest.mark.parametrize(("count", "said"), [(1, "现有 1 期"), (2, "现有 2 期")])
def test_a_projection_needs_three_readings(open_indicators: Open, count: int, said: str) -> None:
    built = shown(*readings("posts", *[10.0 * (n + 1) for n in range(count)]))
    for query in ({}, {"indicator": "posts"}):
        words = read(open_indicators(built, **query))
        assert f"预测至少需要 3 期数据，{said}" in words
        assert "无法预测" in words


def test_a_withheld_value_stays_visible(open_indicators: Open) -> None:
    held = {"indicator": "posts", "date": "2021-05-28", "value": None, "value.text": "暂不公布"}
    built = shown(*readings("posts", 10, 20, 30), held)
    assert "2021年5月28日的数据没有给出数值：暂不公布" in read(open_indicators(built))
    assert "其中 1 条没有给出数值" in read(open_indicators(built, indicator="posts"))


def test_without_readings_the_card_says_so(open_indicators: Open) -> None:
    at = open_indicators(shown())
    assert "尚无数据" in read(at)
    assert charts(at) == []


def test_the_full_view_explains_the_projection(open_indicators: Open) -> None:
    at = open_indicators(shown(*readings("posts", 10, 20, 30)), indicator="posts")
    said = read(at)
    assert "用最小二乘法对2021年2月28日至2021年4月28日的 3 期数据拟合直线，平均每 30 天上升10.16个" in said
    assert "就业服务" in links(at)
    assert links(at)["就业服务"].endswith("item=k1")
    assert len(charts(at)) == 1


def test_regions_are_drawn_and_what_they_owe_is_said(open_indicators: Open) -> None:
    found: list[Cells] = [
        {"indicator": "posts", "date": "2021-04-28", "region": "110000", "value": 20.0},
        {"indicator": "posts", "date": "2021-04-28", "region": "120000", "value": None, "value.text": "保密"},
        {"indicator": "posts", "date": "2021-03-28", "region": "130000", "value": 7.0},
    ]
    at = open_indicators(shown(*found), indicator="posts")
    said = read(at)
    assert "2 个地区有数据，最新数据日期为2021年4月28日" in said
    assert "最高为北京（20个），最低为河北（7个）" in said
    assert "标 * 的 1 个地区未报最新一期" in said
    assert "1 个地区最近一期未提供数值：天津" in said


def test_previous_and_next_follow_the_wall(open_indicators: Open) -> None:
    built = campaign(
        items=[{"id": "k1"}],
        indicators=[{"id": key, "item": "k1", **GOAL} for key in ("a", "b", "c")],
    )
    found = links(open_indicators(built, indicator="b"))
    assert found["上一项"].split()[0].endswith("indicator=a")
    assert found["下一项"].split()[0].endswith("indicator=c")


def test_an_indicator_outside_the_filters_is_shown_and_says_so(open_indicators: Open) -> None:
    at = open_indicators(shown(*readings("posts", 10, 20, 30)), indicator="posts", text="没有")
    assert "不在当前筛选范围内" in read(at)


def test_an_unknown_indicator_gets_a_suggestion(open_indicators: Open) -> None:
    at = open_indicators(shown(), indicator="post")
    assert "没有编号为“post”的指标" in at.main.warning[0].value
    assert links(at)["岗位 · 就业服务"].endswith("indicator=posts")


def test_hostile_ids_are_shown_as_written(open_indicators: Open) -> None:
    at = open_indicators(shown(), indicator="<b>$x$**y**")
    assert "\\<b\\>\\$x\\$\\*\\*y\\*\\*" in at.main.warning[0].value


@pytest.mark.parametrize(
    ("built", "query", "said"),
    [
        (campaign(items=[{"id": "k1"}]), {}, "请在 indicators 表中填写指标"),
        (shown(), {"text": "没有"}, "没有符合当前筛选条件的事项"),
        (
            campaign(items=[{"id": "k1"}, {"id": "k2"}], indicators=[{"item": "k1"}]),
            {"text": "k2"},
            "当前筛选出的事项没有成效指标",
        ),
    ],
)
def test_an_empty_wall_says_why(
    open_indicators: Open, built: Campaign, query: dict[str, str], said: str
) -> None:
    assert said in read(open_indicators(built, **query))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_bundled_campaigns_fill_a_page(
    open_indicators: Open, lang: str, moe: Any, simulated: Any
) -> None:
    assert len(charts(open_indicators(reading.read(simulated), lang))) == 12
    at = open_indicators(reading.read(moe), lang)
    assert read(at).count("***") == 2 * 9
    assert charts(at) == []


def test_the_same_page_drawn_again_is_the_same(open_indicators: Open) -> None:
    at = open_indicators(shown(*readings("posts", 10, 20, 30)))
    first, alts = read(at), [chart.alt for chart in charts(at)]
    at.run()
    assert (read(at), [chart.alt for chart in charts(at)]) == (first, alts)
