"""Reminders: who owes what, in a sheet and a text, with links that show just that."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import docx
import pytest

from data import reminders
from data.briefing import scope as scopes
from data.briefing.period import Period
from data.campaign import Campaign, Thresholds
from data.filters import Filters
from data.reminders import archive, owed
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)
ROOT = "https://board.example/office"
BUILT = campaign(
    simulated=True,
    organizations=[
        {"id": "x", "name": "学生司"},
        {"id": "y", "name": "教师司\n../../a:b"},
        {"id": "z", "name": "无事司"},
    ],
    items=[
        {
            "id": "late",
            "title": "a\nb",
            "code": "部001",
            "owner": "13812345678",
            "lead": "x",
            "deadline": "2021-06-20",
        },
        {"id": "milestone", "lead": "x", "deadline": "2021-12-31"},
        {"id": "soon", "lead": "x", "support": ("z",), "deadline": "2021-07-05"},
        {"id": "silent", "lead": "y", "start": "2021-03-01", "deadline": "2021-12-31"},
        {"id": "both", "lead": "y", "start": "2021-03-01", "deadline": "2021-07-01", "progress": 99},
        {"id": "done", "lead": "z", "deadline": "2021-06-01", "status": "done"},
        {"id": "nobody", "deadline": "2021-06-01"},
    ],
    milestones=[{"item": "milestone", "title": "印发方案", "due": "2021-06-25"}],
)  # fmt: skip


def scope(
    shown: Campaign = BUILT, lang: str = "zh", root: str = ROOT, **filters: tuple[str, ...]
) -> scopes.Scope:
    period = Period(dt.date(2021, 6, 1), DAY)
    return scopes.of(shown, period, Filters(**filters), lang, root=root)  # type: ignore[arg-type]


def owing(given: scopes.Scope) -> dict[str, dict[str, list[str]]]:
    return {
        found.organization.split("\n")[0]: {
            str(group.debt): [dict(item.target.query)["item"] for item in group.items]
            for group in found.groups
        }
        for found in owed.reminders(given)
    }


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(reminders.write(scope()))) as folder:
        return {name: folder.read(name) for name in folder.namelist()}


def test_each_item_is_called_in_once_for_the_gravest_reason() -> None:
    assert owing(scope()) == {
        "学生司": {"late": ["late", "milestone"], "soon": ["soon"]},
        "教师司": {"soon": ["both"], "silent": ["silent"]},
    }


def test_what_is_due_soon_is_for_the_campaign_to_say() -> None:
    strict = campaign(
        organizations=[{"id": "x"}],
        items=[{"id": "soon", "lead": "x", "deadline": "2021-07-05"}],
        thresholds=Thresholds(due_soon_days=3),
    )
    assert owing(scope(strict)) == {}


def test_filters_narrow_what_is_called_in() -> None:
    assert owing(scope(lights=("red",))) == {"学生司": {"late": ["late"]}}


def test_there_is_a_sheet_and_a_text_for_each_under_safe_names(
    files: Mapping[str, bytes],
) -> None:
    assert list(files) == ["1-学生司.docx", "1-学生司.txt", "2-教师司_a_b.docx", "2-教师司_a_b.txt"]


@pytest.mark.parametrize(
    ("name", "kept"), [("../..", "_"), ("a/b\\c:d", "a_b_c_d"), ("长" * 90, "长" * 40), ("", "_")]
)
def test_names_of_files_hold_nothing_but_letters(name: str, kept: str) -> None:
    assert archive.safe(name) == kept


def test_the_text_says_who_owes_what_and_where_to_look(files: Mapping[str, bytes]) -> None:
    assert files["1-学生司.txt"].decode("utf-8-sig").split("\r\n") == [
        "催办单",
        "学生司：",
        "截至2021年6月30日，贵单位在“办实事”中牵头的事项有 3 项需要抓紧："
        "逾期 2 项、14天内到期 1 项。具体如下。",
        "",
        "一、已逾期事项（2 项）",
        "1. a b（部001，责任人138****5678，时限2021年6月20日）：已超期10天（时限2021年6月20日）。",
        "2. milestone（时限2021年12月31日）：节点“印发方案”已逾期5天（计划2021年6月25日完成）。",
        f"在线查看：{ROOT}/items?lang=zh&department=x&light=red&light=yellow&role=lead",
        "",
        "二、14天内到期事项（1 项）",
        "1. soon（时限2021年7月5日）：距时限还有5天（2021年7月5日）。",
        f"在线查看：{ROOT}/items?lang=zh&department=x&role=lead&due_from=2021-06-30&due_to=2021-07-14",
        "",
        "请抓紧办理，并及时报送进展情况和下一步安排。",
        "2021年6月30日",
        "模拟数据，不反映任何真实单位的工作。",
    ]


def test_the_sheet_has_a_table_for_each_kind_and_links_to_the_items(files: Mapping[str, bytes]) -> None:
    opened = docx.Document(io.BytesIO(files["1-学生司.docx"]))
    cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    assert [len(rows) for rows in cells] == [3, 2]
    assert cells[0][0] == ["序号", "事项", "责任人", "完成时限", "情况"]
    links = {link.address for text in opened.paragraphs for link in text.hyperlinks}
    assert len(links) == 2
    assert all(address.startswith(f"{ROOT}/items?") for address in links)
    assert opened.paragraphs[0].style == opened.styles["Title"]


@pytest.mark.parametrize("root", ["", "javascript:alert(1)//"])
def test_links_are_written_for_the_web_alone(root: str) -> None:
    with zipfile.ZipFile(io.BytesIO(reminders.write(scope(root=root)))) as folder:
        assert b"javascript" not in b"".join(folder.read(name) for name in folder.namelist())
        assert "在线查看" not in folder.read("1-学生司.txt").decode("utf-8-sig")
        opened = docx.Document(io.BytesIO(folder.read("1-学生司.docx")))
    assert not [link for text in opened.paragraphs for link in text.hyperlinks]


def test_where_nobody_owes_anything_a_text_says_so() -> None:
    with zipfile.ZipFile(io.BytesIO(reminders.write(scope(campaign(), "en")))) as folder:
        assert folder.namelist() == ["0.txt"]
        assert (
            folder.read("0.txt").decode("utf-8-sig")
            == "As of 30 June 2021, no organization needs a reminder."
        )


def test_the_same_reminders_make_the_same_file() -> None:
    assert reminders.write(scope(lang="en")) == reminders.write(scope(lang="en"))
