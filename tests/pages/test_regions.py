from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.reader import links, opener, read

BEIJING, SICHUAN = "110000", "510000"
Open = Callable[..., AppTest]


@pytest.fixture
def open_regions(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("regions", monkeypatch)


def full() -> Campaign:
    return campaign(
        organizations=[{"id": "a", "name": "一司"}],
        items=[
            {"id": "i", "title": "入学", "lead": "a", "regions": (BEIJING,)},
            {"id": "j", "title": "就业"},
        ],
        events=[
            {
                "title": "赴京调研",
                "kind": "visit",
                "date": "2021-05-01",
                "regions": (BEIJING,),
                "items": ("i",),
            },
            {"title": "赴川调研", "kind": "visit", "regions": (SICHUAN,), "items": ("j",)},
            {"title": "以后的调研", "kind": "visit", "date": "2021-07-01", "regions": (SICHUAN,)},
        ],
        practices=[{"title": "一张表", "region": SICHUAN, "items": ("j",)}],
        leads=[
            {"received": "2021-06-01", "region": SICHUAN, "item": "j", "due": "2021-06-10"},
            {"received": "2021-06-01", "region": SICHUAN, "item": "i", "resolved": "2021-06-20"},
        ],
        indicators=[{"id": "n", "item": "i", "title": "满意度", "unit": "%"}],
        readings=[{"indicator": "n", "date": "2021-06-01", "region": SICHUAN, "value": 87.5}],
    )


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ("items", "北京（1）"),
        ("visits", "北京，四川（1）"),
        ("practices", "四川（1）"),
        ("leads", "四川（2）"),
        ("indicator", "四川（87.5）"),
    ],
)
def test_the_map_shows_any_measure(open_regions: Open, measure: str, found: str) -> None:
    at = open_regions(full(), measure=measure)
    assert found in read(at)


def test_a_bad_measure_in_the_address_gives_the_first_that_has_data(open_regions: Open) -> None:
    assert "北京（1）" in read(open_regions(full(), measure="<b>"))


def test_one_region_shows_what_stands_behind_it_and_the_map_stays_whole(open_regions: Open) -> None:
    at = open_regions(full(), region=SICHUAN, measure="items")
    said = read(at)
    assert "## 四川" in said
    assert "赴川调研" in said
    assert "一张表" in said
    assert "赴京调研" not in said
    assert "以后的调研" not in said
    assert "已办结 1 件，办理中 1 件，其中逾期 1 件" in said
    assert "没有事项写明涉及该范围" in said
    assert "北京（1）" in said
    assert f"region={SICHUAN}" in links(at)["查看问题线索"]


def test_filters_narrow_the_map(open_regions: Open) -> None:
    said = read(open_regions(full(), measure="visits", department="a"))
    assert "北京（1）" in said
    assert "赴川调研" not in said


@pytest.mark.parametrize("measure", ["items", "visits", "practices", "leads", "indicator"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_measure_without_data_says_what_to_do(open_regions: Open, measure: str, lang: str) -> None:
    at = open_regions(campaign(items=[{"id": "i"}]), lang=lang, measure=measure)
    assert ("填写" if lang == "zh" else "this map") in at.main.info[0].value


def test_rows_without_a_region_are_counted(open_regions: Open) -> None:
    assert "另有 1 项未写明涉及地区" in read(open_regions(full(), measure="items"))


def test_the_map_is_said_to_be_a_schematic(open_regions: Open) -> None:
    assert "不反映行政区划界线" in read(open_regions(full()))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_campaign_has_its_own_regions_on_the_map(open_regions: Open, lang: str) -> None:
    names = ["北湾", "南岭", "东港", "西川", "中州", "云岛"]
    own = [
        {
            "id": f"r{n}",
            "name": f"{name}区",
            "short_name": name,
            "name.en": f"District {n}",
            "row": 1,
            "column": n,
        }
        for n, name in enumerate(names, start=1)
    ]
    own[-1]["row"] = None
    shown = campaign(
        regions=own,
        items=[{"id": "i", "regions": ("r2", "r6")}],
        events=[{"title": "下乡", "kind": "visit", "regions": ("r2",), "items": ("i",)}],
    )
    at = open_regions(shown, lang=lang, measure="items", region="r2")
    said = read(at)
    second, last = ("南岭", "云岛") if lang == "zh" else ("District 2", "District 6")
    assert f"## {second}" in said
    assert f"{second}，{last}（1）" in said if lang == "zh" else f"{second}, {last} (1)" in said
    assert ("6个地区中" if lang == "zh" else "of 6 regions") in said
    assert ("排在最下方" if lang == "zh" else "stands at the bottom") in said
    assert not any(word in said for word in ("省", "province", "34", "北京", "Beijing"))
