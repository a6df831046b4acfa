"""The ledger as a workbook: what stands where, and that nothing in it is more than it seems."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data import ledger
from data.briefing import scope as scopes
from data.briefing.period import Period
from data.campaign import Campaign
from data.filters import Filters
from data.lights import marks
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)
# Libraries take texts that begin and end like this for markup of theirs.
MARKUP = "<r>a & b</t>\n </r>"
PERIOD = Period(dt.date(2021, 6, 1), DAY)
BUILT = campaign(
    simulated=True,
    organizations=[{"id": "x", "name": "学生司", "name.en": "Students"}, {"id": "y", "name": "教师司"}],
    items=[
        {"id": "calm", "title": "=1+1", "lead": "y", "deadline": "2021-07-05"},
        {
            "id": "late",
            "code": "部001",
            "lead": "x",
            "support": ("y",),
            "owner": "联系 13812345678",
            "deadline": "2021-06-10",
        },
        {"id": "ahead", "lead": "x", "status": "continuing"},
        {"id": "nobody", "deadline": "2021-12-31"},
    ],
    measures=[
        {"item": "late", "title": "摸底"},
        {"item": "late", "title": "印发"},
        {"item": "ahead", "title": MARKUP},
    ],
    milestones=[{"item": "late", "title": "印发方案", "due": "2021-06-20", "done_on": "2021-07-05"}],
    updates=[
        {"item": "late", "date": "2021-06-20", "text": "正在会签", "deadline": "2021-06-25"},
        {"item": "late", "date": "2021-07-09", "text": "后来才报的", "status": "done"},
        {"item": "ahead", "date": "2021-06-20", "text": "长" * 2_000},
    ],
    leads=[{"received": "2021-06-01", "text": "+86", "organization": "x", "resolved": "2021-07-09"}],
)  # fmt: skip


def book(lang: str = "zh", shown: Campaign = BUILT, **filters: tuple[str, ...]) -> dict[str, Worksheet]:
    scope = scopes.of(shown, PERIOD, Filters(**filters), lang)  # type: ignore[arg-type]
    opened = openpyxl.load_workbook(io.BytesIO(ledger.write(scope)))
    return {sheet.title: sheet for sheet in opened.worksheets}


def row(sheet: Worksheet, title: str) -> dict[str, object]:
    heads = [str(cell.value) for cell in sheet[3]]
    found = next(cells for cells in sheet.iter_rows(min_row=4) if str(cells[1].value).startswith(title))
    return dict(zip(heads, (cell.value for cell in found), strict=True))


@pytest.fixture(scope="module")
def items() -> Worksheet:
    return book()["事项"]


def test_an_item_fills_the_usual_columns(items: Worksheet) -> None:
    assert row(items, "late") == {
        "序号": 1,
        "事项": "late（部001）",
        "举措": "1. 摸底\n2. 印发",
        "牵头单位": "学生司",
        "配合单位": "教师司",
        "责任人": "联系 138****5678",
        "完成时限": dt.datetime(2021, 6, 25),
        "进展": "未报告\n2021年6月20日：正在会签",
        "灯": "◆ 红灯",
        "问题": "\n".join(
            (
                "已超期5天（时限2021年6月25日）",
                "节点“印发方案”已逾期10天（计划2021年6月20日完成）",
                "完成时限已推迟 1 次，原定 2021年6月10日",
            )
        ),
    }  # fmt: skip


def test_departments_come_in_their_order_and_what_nobody_leads_comes_last(items: Worksheet) -> None:
    heads = [cells[1].value for cells in items.iter_rows(min_row=4) if cells[0].value is None]
    assert heads == [
        "学生司：牵头 2 项（红灯 1 项，绿灯 1 项）",
        "教师司：牵头 1 项（黄灯 1 项）",
        "未明确牵头单位：牵头 1 项（绿灯 1 项）",
    ]
    # Choosing a department in the filter keeps its heading.
    assert [cells[3].value for cells in items.iter_rows(min_row=4)][:2] == ["学生司", "学生司"]


def test_texts_that_look_like_formulas_are_texts() -> None:
    sheets = book()
    cells = [cell for sheet in sheets.values() for line in sheet.iter_rows() for cell in line]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert {"=1+1", "+86"} <= {cell.value for cell in cells}


def test_texts_that_look_like_markup_are_texts() -> None:
    assert MARKUP in {cell.value for cell in book()["举措"]["B"]}


def test_lights_are_told_by_colour_and_word(items: Worksheet) -> None:
    shown = {cell.value: cell.fill.fgColor.rgb for cell in items["I"][3:] if cell.value}
    assert shown.keys() <= {marks.named(light, "zh") for light in marks.SHAPES}
    assert len(set(shown.values())) == len(shown) > 2


def test_a_sheet_is_ready_to_be_filtered_and_printed(items: Worksheet) -> None:
    assert items.auto_filter.ref == f"A3:J{items.max_row}"
    assert items.freeze_panes == "C4"
    assert items.print_title_rows == "$3:$3"
    assert (items.page_setup.orientation, items.page_setup.paperSize) == ("landscape", 9)
    # As wide as one page, and as high as it takes.
    assert items.sheet_properties.pageSetUpPr.fitToPage
    assert (items.page_setup.fitToWidth or 1, items.page_setup.fitToHeight) == (1, 0)


def test_a_row_is_as_high_as_its_texts_and_tells_what_it_cannot_show(items: Worksheet) -> None:
    high = {str(items.cell(number, 2).value): items.row_dimensions[number].height for number in range(4, 11)}
    assert high["nobody"] < high["late（部001）"] < high["ahead"] <= 409
    assert str(row(items, "ahead")["进展"]).endswith("以下从略）")


def test_what_happened_later_is_not_told() -> None:
    sheets = book()
    assert [cell.value for cell in sheets["节点"][4]] == [
        "late",
        "印发方案",
        dt.datetime(2021, 6, 20),
        None,
        10,
    ]
    lead = dict(
        zip((c.value for c in sheets["问题线索"][3]), (c.value for c in sheets["问题线索"][4]), strict=True)
    )
    assert (lead["办结日期"], lead["办理情况"]) == (None, "在办（无办理时限）")


def test_the_sheet_of_changes_holds_those_of_the_period() -> None:
    changes = [[cell.value for cell in line] for line in book()["变化情况"].iter_rows(min_row=4)]
    moved = next(line for line in changes if line[1] == "时限调整")
    assert moved[2:4] == ["late", "学生司"]
    assert moved[5:] == [dt.datetime(2021, 6, 10), dt.datetime(2021, 6, 25)]


def test_filters_narrow_every_sheet() -> None:
    sheets = book(departments=("y",), lights=("yellow",))
    assert [cells[1].value for cells in sheets["事项"].iter_rows(min_row=5)] == ["=1+1"]
    assert "节点" not in sheets


@pytest.mark.parametrize(
    ("lang", "sheet", "said"),
    [
        ("zh", "事项", "数据日期：2021年6月30日　　模拟数据"),
        ("en", "Items", "As of 30 June 2021    Simulated"),
    ],
)
def test_every_sheet_says_its_day_and_that_the_data_are_made_up(lang: str, sheet: str, said: str) -> None:
    shown = book(lang)
    assert str(shown[sheet]["A2"].value).startswith(said)
    assert all("&P" in page.oddFooter.right.text for page in shown.values() if page.oddFooter.right.text)


def test_a_campaign_without_items_is_a_ledger_without_rows() -> None:
    assert book(shown=campaign())["事项"].max_row == 3


def test_progress_is_told_up_to_the_end() -> None:
    told: list[float] = []
    many = campaign(items=[{"id": f"i{number}"} for number in range(250)])
    ledger.write(scopes.of(many, PERIOD, Filters(), "en"), told.append)
    assert told == sorted(told)
    assert len(told) == 3
    assert told[-1] == 1
