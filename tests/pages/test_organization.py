import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components import groups
from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.reader import links, opener, read

Open = Callable[..., AppTest]


@pytest.fixture
def open_organization(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("organization", monkeypatch)


def full(**changes: Any) -> Campaign:
    tables: dict[str, Any] = {
        "organizations": [{"id": "a", "name": "一司"}, {"id": "b", "name": "二司"}],
        "items": [
            {"id": "i", "title": "入学", "lead": "a"},
            {"id": "j", "title": "就业", "lead": "b"},
            *({"id": f"k{number}", "title": f"事项{number}"} for number in range(3)),
        ],
        "groups": [
            {"id": "w", "name": "工作组", "kind": "working", "parent": "l", "members": ("a", "b")},
            {"id": "l", "name": "领导小组", "kind": "leading", "head": "王立", "head_title": "部长"},
        ],
        "documents": [
            {"id": "p", "title": "方案", "issued": "2021-03-01"},
            {"id": "q", "title": "清单", "implements": ("p",), "items": ("i",)},
            {"id": "r", "title": "总表", "items": ("i", "j", "k0", "k1")},
            {"id": "s", "title": "以后的文件", "issued": "2021-07-01"},
        ],
        "events": [
            {"title": "没有日期的会"},
            {"title": "三月的会", "date": "2021-03-01", "group": "w"},
            {"title": "五月的会", "date": "2021-05-01", "items": ("i",)},
            {"title": "七月的会", "date": "2021-07-15"},
        ],
    }
    return campaign(**{**tables, **changes})


def titles(at: AppTest) -> list[str]:
    texts = "\n".join(text.value for text in at.main.markdown)
    return re.findall(r"^(?:> )*(?:↳ )?\*\*(.*)\*\* *$", texts, re.MULTILINE)


def test_groups_stand_with_head_members_and_what_nobody_reported(open_organization: Open) -> None:
    at = open_organization(full())
    said = read(at)
    assert said.index("领导小组") < said.index("**工作组**")
    assert "王立 · 部长" in said
    assert "一司、二司" in said
    assert "隶属领导小组" in said
    assert "未报告" in said
    assert "department=a&department=b" in links(at)["成员单位牵头的事项（2 项）"]


@pytest.mark.parametrize(
    ("parents", "order"),
    [([-1, 0, 1], [0, 1, 2]), ([2, -1, 1], [1, 2, 0]), ([1, 0], [0, 1]), ([-1, -1, 0], [0, 2, 1]), ([], [])],
)
def test_a_group_stands_after_the_one_it_belongs_to(parents: list[int], order: list[int]) -> None:
    assert groups.in_order(np.array(parents, dtype=np.intp)) == order


def test_documents_cascade_down_to_items(open_organization: Open) -> None:
    at = open_organization(full(), part="documents")
    assert titles(at)[-3:] == ["方案", "清单", "总表"]
    assert "item=i" in links(at)["入学"]
    assert "相关事项（4 项）" in [expander.label for expander in at.main.expander]
    assert "2 份文件没有印发日期" in read(at)
    assert "以后的文件" not in read(at)


def test_filters_keep_the_documents_of_their_items_and_what_these_implement(open_organization: Open) -> None:
    at = open_organization(full(), part="documents", department="b")
    assert titles(at)[-1] == "总表"
    assert "清单" not in titles(at)


def test_events_stand_by_date_those_without_one_last_and_those_ahead_apart(open_organization: Open) -> None:
    at = open_organization(full(), part="events")
    assert titles(at)[-4:] == ["七月的会", "五月的会", "三月的会", "没有日期的会"]
    assert "1 项活动没有日期，排在最后" in read(at)
    at = open_organization(full(), part="events", order="oldest")
    assert titles(at)[-3:] == ["三月的会", "五月的会", "没有日期的会"]


def test_an_earlier_day_knows_no_event_ahead(open_organization: Open) -> None:
    at = open_organization(full(), part="events", as_of="2021-04-01")
    assert "五月的会" not in titles(at)
    assert "三月的会" in titles(at)


@pytest.mark.parametrize("part", ["groups", "documents", "events"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_part_without_data_says_what_could_stand_there(
    open_organization: Open, part: str, lang: str
) -> None:
    at = open_organization(full(groups=[], documents=[], events=[]), lang=lang, part=part)
    assert any(("表中填写" if lang == "zh" else "table") in caption.value for caption in at.main.caption)
