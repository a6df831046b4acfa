"""What stands in the cells of a workbook: numbers and dates as they are shown, formulas, errors."""

import datetime as dt
from typing import Any

import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data import reading
from data.campaign import Campaign
from tests.data.workbook import ITEMS, altered, workbook

HEADER = ITEMS[0]


def _read(content: bytes) -> Campaign:
    return reading.read_content("book.xlsx", content)


def _found(campaign: Campaign) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in campaign.problems]


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (dt.datetime(2021, 6, 30), "yyyy-mm-dd", "2021-06-30"),
        (dt.datetime(2021, 6, 30, 9, 5), "yyyy-mm-dd hh:mm", "2021-06-30 09:05"),
        (44377, 'yyyy"年"m"月"d"日"', "2021-06-30"),
        (44348, 'yyyy"年"m"月"', "2021-06"),
        (44349, 'yyyy"年"m"月"', "2021-06-02"),
        (44197, "yyyy", "2021"),
        (44377, "", "44377"),
        (0.5, "hh:mm", "12:00"),
        (1.5, "[h]:mm", "36:00"),
        (0.45, "0%", "45%"),
        (0.123, "0.0%;[Red]-0.0%", "12.3%"),
        (0.07, "0.00%", "7%"),
        (1.0, "", "1"),
        (0.30000000000000004, "", "0.3"),
        (1234567890123456, "", "1234567890123460"),
        (1e-7, "", "0.0000001"),
        (-1.5, "", "-1.5"),
        (True, "", "TRUE"),
        ("012", "", "012"),
        (" 甲 ", "", "甲"),
        ("一\n二", "", "一\n二"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value: Any, shown: str, text: str) -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write(1, 2, value, book.add_format({"num_format": shown}) if shown else None)

    campaign = _read(workbook(write, 附件=[("编号", "事项", "备注"), ("A", "甲")]))
    assert campaign["items"]["note"].tolist() == [text]


@pytest.mark.parametrize(("number", "text"), [("31", "2021-06-30"), ("57", "2021-06-30"), ("9", "4437700%")])
def test_formats_that_programs_know_by_number_are_known(number: str, text: str) -> None:
    content = workbook(
        lambda book, sheet: sheet.write(1, 2, 44377, book.add_format({"num_format": "0.0000"})),
        附件=[("编号", "事项", "备注"), ("A", "甲")],
    )
    changed = altered(
        content,
        styles=lambda xml: xml.replace(b'numFmtId="164" fontId', b'numFmtId="%s" fontId' % number.encode()),
    )
    assert _read(changed)["items"]["note"].tolist() == [text]


@pytest.mark.parametrize(
    ("written", "text"), [("1E400", "inf"), ("NaN", "nan"), ("-1E-400", "0"), ("x", "x")]
)
def test_what_no_program_writes_as_a_number_is_read_as_it_stands(written: str, text: str) -> None:
    content = workbook(附件=[("编号", "事项", "备注"), ("A", "甲", 45)])
    changed = altered(content, sheet1=lambda xml: xml.replace(b"<v>45</v>", f"<v>{written}</v>".encode()))
    assert _read(changed)["items"]["note"].tolist() == [text]


def test_a_workbook_that_counts_days_from_1904_reads_the_same_days() -> None:
    content = workbook(
        lambda book, sheet: sheet.write(1, 2, 44377 - 1462, book.add_format({"num_format": "yyyy-mm-dd"})),
        附件=[("编号", "事项", "备注"), ("A", "甲")],
    )
    changed = altered(content, workbook=lambda xml: xml.replace(b"<workbookPr", b'<workbookPr date1904="1"'))
    assert _read(changed)["items"]["note"].tolist() == ["2021-06-30"]


def test_cells_that_hold_errors_are_named() -> None:
    def errors(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_formula("D2", "=NA()", None, "#N/A")
        sheet.write_formula("E2", "=1+1", None, "")

    rows = [HEADER, ("A", "甲", "学生司")]
    campaign = _read(workbook(errors, 附件=rows))
    assert _found(campaign) == [("error_value", "D2"), ("formula_without_value", "E2")]
    assert campaign.problems[0].found == "#N/A"
    assert campaign["items"]["deadline"].isna().all()


def test_a_formula_that_gives_an_empty_text_was_calculated() -> None:
    content = workbook(
        lambda _, sheet: sheet.write_formula("D2", '=""', None, "x"), 附件=[HEADER, ("A", "甲", "学生司")]
    )
    changed = altered(content, sheet1=lambda xml: xml.replace(b"<v>x</v>", b"<v></v>"))
    assert _read(changed).problems == ()
