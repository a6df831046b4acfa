import datetime as dt
from typing import Any

import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data import reading
from data.campaign import Campaign
from data.problems import Loss, Problem, Severity
from tests.data.workbook import ITEMS, Change, workbook

HEADER = ITEMS[0]


def _read(content: bytes) -> Campaign:
    return reading.read_content("book.xlsx", content)


def _found(campaign: Campaign) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.partition(":")[2]) for problem in campaign.problems]


def _only(campaign: Campaign) -> Problem:
    (found,) = campaign.problems
    return found


@pytest.mark.parametrize("name", ["items", "Items", "事项", "Sheet1", "附件1"])
def test_one_sheet_of_items_has_any_name(name: str) -> None:
    campaign = _read(workbook(**{name: ITEMS}))
    assert campaign.problems == ()
    assert campaign["items"]["id"].tolist() == ["A"]
    assert campaign["items"]["progress"].tolist() == [45]
    assert campaign.settings.title == {"zh": "book"}


def test_every_table_has_a_sheet_of_its_own() -> None:
    campaign = _read(
        workbook(
            活动=[("活动名称", "开始日期"), ("办实事", "2021-03-01")],
            Items=ITEMS,
            updates=[("事项", "日期", "状态"), ("A", "2021-05-01", "推进中")],
            进展二=[],
        )
    )
    assert campaign.problems == ()
    assert campaign.settings.title == {"zh": "办实事"}
    assert campaign["updates"]["item"].tolist() == ["A"]


def test_settings_may_stand_below_each_other() -> None:
    rows = [
        ("办实事活动信息",),
        ("活动名称", "办实事"),
        (),
        ("结束日期", "2021-13-01"),
        ("开始日期", "2021-03-01"),
    ]
    campaign = _read(workbook(活动=rows, 事项=ITEMS))
    assert campaign.settings.title == {"zh": "办实事"}
    assert campaign.settings.start == dt.date(2021, 3, 1)
    assert _found(campaign) == [("impossible_date", "活动!B4")]


def test_a_second_column_of_settings_is_not_lost_silently() -> None:
    campaign = _read(
        workbook(活动=[("活动名称", "办实事", "别的"), ("开始日期", "2021-03-01", "")], 事项=ITEMS)
    )
    assert _found(campaign) == [("one_row_expected", "活动!C1")]


def test_a_table_on_two_sheets_is_read_from_the_first() -> None:
    campaign = _read(workbook(事项=ITEMS, items=[HEADER, ("B", "乙", "学生司", "", "")]))
    assert campaign["items"]["id"].tolist() == ["A"]
    found = next(problem for problem in campaign.problems if problem.code == "table_twice")
    assert (found.sheet, found.values["other"], found.loss) == ("items", "book.xlsx:事项", Loss.TABLE)


@pytest.mark.parametrize(
    ("name", "rows", "near"),
    [
        ("进展情况", [("x",)], "进展"),
        ("Sheet2", [("所属事项", "进展日期", "进展情况"), ("A", "2021-05-01", "做")], "进展"),
        ("Sheet2", [("随便", "什么")], ""),
    ],
)
def test_a_sheet_named_after_no_table_brings_a_guess(name: str, rows: Any, near: str) -> None:
    found = _only(_read(workbook(**{name: rows, "活动": [("活动名称",), ("办实事",)], "事项": ITEMS})))
    assert (found.code, found.sheet, found.severity) == ("unknown_sheet", name, Severity.WARNING)
    assert found.values.get("near_zh", "") == near


def test_hidden_sheets_are_named_but_those_of_templates_are_not() -> None:
    def hide(book: Workbook, _: Worksheet) -> None:
        for sheet in book.worksheets()[1:]:
            sheet.hide()

    campaign = _read(
        workbook(hide, 附件=ITEMS, 进展=[("a",)], _lists=[("a",)], 字段说明=[("a",)], Fields=[("a",)])
    )
    assert _found(campaign) == [("hidden_sheet", "进展")]


def test_charts_on_sheets_of_their_own_are_no_tables() -> None:
    def draw(book: Workbook, _: Worksheet) -> None:
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=附件!$E$2:$E$2"})
        book.add_chartsheet("图").set_chart(chart)

    assert _read(workbook(draw, 附件=ITEMS)).problems == ()


def test_a_title_above_the_headers_is_passed_over() -> None:
    def title(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:E1", "重点事项清单")

    rows = [(), ("填报单位：学生司", "", "", "2021年6月"), (), *ITEMS]
    campaign = _read(workbook(title, 附件=rows))
    assert campaign.problems == ()
    assert campaign["items"]["title"].tolist() == ["甲"]


def test_a_table_may_stand_anywhere_on_its_sheet() -> None:
    rows = [(), (), *(("", "", *row) for row in (HEADER, ("A", "甲", "学生司", "6/7", 45)))]
    assert _found(_read(workbook(附件=rows))) == [("ambiguous_date", "附件!F4")]


@pytest.mark.parametrize("merged_down", [True, False])
def test_of_two_rows_of_headers_the_lower_counts(merged_down: bool) -> None:
    def headers(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("C1:D1", "责任分工")
        if merged_down:
            for column, text in (("A", "编号"), ("B", "事项"), ("E", "完成时限")):
                sheet.merge_range(f"{column}1:{column}2", text)

    rows = [
        ("编号", "事项", "", "", "完成时限"),
        ("", "", "牵头单位", "配合单位", ""),
        ("A", "甲", "学生司", "财务司", "2021-06-30"),
    ]
    campaign = _read(workbook(headers, 附件=rows))
    assert campaign.problems == ()
    item = campaign["items"].iloc[0]
    assert (item["lead"], item["support"], str(item["deadline"].date())) == (
        "学生司",
        ("财务司",),
        "2021-06-30",
    )


def test_an_unknown_header_below_another_bears_both_names() -> None:
    def headers(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("C1:D1", "牵头单位")
        sheet.merge_range("A1:A2", "编号")
        sheet.merge_range("B1:B2", "事项")

    rows = [(), ("", "", "名称", "处室"), ("A", "甲", "学生司", "一处")]
    campaign = _read(workbook(headers, 附件=rows))
    assert campaign["items"]["lead"].tolist() == ["学生司"]
    assert [(p.code, p.found) for p in campaign.problems] == [("unknown_column", "牵头单位 处室")]


def test_a_merged_cell_holds_for_all_its_rows_but_not_across() -> None:
    def merge(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("C2:C4", "学生司")
        sheet.merge_range("D2:E3", "2021年6月")

    rows = [HEADER, *((key, f"事{key}", "", "", "") for key in "ABC")]
    campaign = _read(workbook(merge, 附件=rows))
    assert campaign["items"]["lead"].tolist() == ["学生司"] * 3
    assert campaign["items"]["deadline.text"].tolist() == ["2021年6月", "2021年6月", ""]
    assert campaign["items"]["progress.text"].tolist() == [""] * 3


@pytest.mark.parametrize(
    ("note", "change"),
    [
        ("注：由各司填报", None),
        ("备注1.由各司填报", None),
        ("* as reported", None),
        ("本表由各单位于每月月底前填报，未按时填报的单位由办公室进行催办并予以通报。", None),
        ("一、就业", lambda _, sheet: sheet.merge_range("A3:E3", "一、就业")),
    ],
)
def test_a_note_is_no_row_of_data(note: str, change: Change | None) -> None:
    campaign = _read(workbook(change, 附件=[*ITEMS, (note,), ("B", "乙", "学生司", "", "")]))
    assert campaign["items"]["id"].tolist() == ["A", "B"]
    found = _only(campaign)
    assert (found.code, found.cell, found.found, found.severity) == (
        *("taken_for_note", "A3", note),
        Severity.WARNING,
    )


def test_a_row_of_one_short_text_is_no_note() -> None:
    campaign = _read(workbook(附件=[*ITEMS, ("", "注册登记便利化"), ("C",)]))
    assert campaign["items"]["title"].tolist() == ["甲", "注册登记便利化"]
    assert ("required_missing", "附件!B4") in _found(campaign)


def test_columns_are_told_by_their_headers_as_in_a_csv() -> None:
    campaign = _read(
        workbook(附件=[("编号", "事项", "牵头单位", "完成时线", "责任单位"), ("A", "甲", "x", "y", "z")])
    )
    assert _found(campaign) == [("unknown_column", "附件!D1"), ("duplicate_header", "附件!E1")]
    assert campaign.problems[0].values["near_zh"] == "完成时限"


def test_a_first_row_may_say_what_its_header_says() -> None:
    content = workbook(Items=[("Item", "Lead", "Note"), ("Item", "Office", "x"), ("Two", "Office", "y")])
    campaign = reading.read_content("a.xlsx", content)
    assert campaign["items"]["title"].tolist() == ["Item", "Two"]


def test_drop_downs_and_footers_belong_to_no_cell() -> None:
    def add(_: Workbook, sheet: Worksheet) -> None:
        sheet.data_validation("E2:E9", {"validate": "list", "source": ["45", "50"]})
        sheet.conditional_format("E2:E9", {"type": "formula", "criteria": "=$E2>50"})
        sheet.set_footer("&P / &N")

    rows = (HEADER[::-1], ITEMS[1][::-1])
    assert _read(workbook(add, 事项=rows)).problems == ()
