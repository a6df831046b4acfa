"""Exported workbooks: made to be filled in, and nothing in them runs."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name

from data import reading, table_names, template, writers
from data.campaign import Campaign
from data.models import TABLES, columns
from data.wording import LANGUAGES
from data.writers.workbook_cells import LONGEST
from tests.data.builder import campaign

SHEETS = {table: f"xl/worksheets/sheet{number}.xml" for number, table in enumerate(TABLES, 1)}


def _parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _written(there: Campaign, lang: str = "zh") -> dict[str, str]:
    return _parts(writers.write(there, "xlsx", lang, masked=False))


def _rows(there: Campaign, sheet: str, lang: str = "zh") -> list[list[Any]]:
    content = writers.write(there, "xlsx", lang, masked=False)
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def empty(lang: str) -> bytes:
    return template.files("xlsx", lang)["campaign.xlsx"]


def test_every_table_has_a_sheet_and_every_column_a_header(empty: bytes, lang: str) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(empty))
    explained = {"zh": "字段说明", "en": "Fields"}[lang]
    # The names of the provinces fit into a rule in Chinese only.
    lists = {"zh": [], "en": ["_lists"]}[lang]
    assert book.sheet_names == [*(table_names.label(table, lang) for table in TABLES), explained, *lists]
    for table in TABLES:
        header = book.get_sheet_by_name(table_names.label(table, lang)).to_python()[0]
        assert header == [column.header(lang) for column in columns(table).values()]


def test_every_field_is_explained(empty: bytes, lang: str) -> None:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(empty)).get_sheet_by_name(
        {"zh": "字段说明", "en": "Fields"}[lang]
    )
    rows = sheet.to_python()[1:]
    declared = [column for table in TABLES for column in columns(table).values()]
    assert [(row[1], row[2], row[3], row[7]) for row in rows] == [
        (c.name, c.zh, c.en, c.help(lang)) for c in declared
    ]
    assert [bool(row[4]) for row in rows] == [column.required for column in declared]
    allowed = next(str(row[5]) for row in rows if row[1] == "status")
    assert {"zh": "推进中", "en": "In progress"}[lang] in allowed
    assert {"zh": "无法识别", "en": "Unrecognised"}[lang] not in allowed


def test_headers_stay_in_sight_and_carry_notes(empty: bytes, lang: str) -> None:
    parts = _parts(empty)
    for sheet in SHEETS.values():
        assert 'xSplit="1" ySplit="1"' in parts[sheet]
    notes = "".join(text for name, text in parts.items() if name.startswith("xl/comments"))
    help_text = columns("items")["deadline"].help(lang)
    assert help_text
    assert help_text in notes
    assert {"zh": "必填", "en": "Required"}[lang] in notes
    assert "export." not in notes


def test_closed_lists_and_references_drop_down() -> None:
    there = campaign(organizations=[{"id": "a", "name": "甲"}], items=[{"lead": "a"}])
    rules = re.findall(r"<dataValidation .*?</dataValidation>", _written(there)[SHEETS["items"]])
    lists = {re.sub(r"\d.*", "", re.findall(r'sqref="(\w+)', rule)[0]): rule for rule in rules}
    letters = {header: xl_col_to_name(column) for column, header in enumerate(_rows(there, "事项")[0])}
    assert "未启动,推进中,已办结" in lists[letters["状态"]]
    assert "'单位'!$B$2:$B$" in lists[letters["牵头单位"]]
    assert letters["配合单位"] not in lists
    assert letters["事项"] not in lists


def test_a_list_too_long_for_a_rule_stands_on_a_hidden_sheet() -> None:
    parts = _written(campaign(language="en", title="Help"), "en")
    assert "_lists!$A$1:$A$34" in parts[SHEETS["leads"]]
    assert re.search(r'name="_lists"[^>]*state="hidden"', parts["xl/workbook.xml"])


@pytest.mark.parametrize(
    "text", ["=1+1", "https://example.com", "@SUM(1)", "+1", "012", "TRUE", "<r>x & y</t></r>"]
)
def test_a_text_stays_a_text(text: str) -> None:
    there = campaign(items=[{"title": text, "note": text}])
    parts = _written(there)
    assert "<f>" not in parts[SHEETS["items"]]
    assert "<hyperlink" not in parts[SHEETS["items"]]
    assert _rows(there, "事项")[1][2] == text


def test_days_are_dates_and_figures_numbers() -> None:
    deadline = {"deadline": ("2021-06-01", "2021-06-30", "month"), "deadline.text": "2021年6月底前"}
    items: list[dict[str, Any]] = [
        {"start": "2021-03-01", "progress": 45.5, **deadline},
        {"start": "1899-12-31"},
    ]
    header, first, second = _rows(campaign(items=items), "事项")
    start, progress, due = (header.index(name) for name in ("开始日期", "完成进度", "完成时限"))
    assert (first[start], first[progress], first[due]) == (dt.date(2021, 3, 1), 45.5, "2021年6月底前")
    # No two spreadsheet programs agree about days before 1900.
    assert second[start] == "1899-12-31"


def test_a_text_beyond_a_cell_is_cut_and_says_so() -> None:
    text = "长" * 20_000 + "🎉" * 20_000
    header, row = _rows(campaign(items=[{"note": text}]), "事项")
    cell = row[header.index("备注")]
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST
    assert cell.startswith("长" * 20_000 + "🎉")
    assert "40,000" in cell


def test_texts_no_xml_could_hold_do_no_harm() -> None:
    there = campaign(items=[{"title": "a\x01b\ufffec_x0041_"}])
    again = reading.read_content("a.xlsx", writers.write(there, "xlsx", "zh", masked=False))
    assert again["items"]["title"].tolist() == ["a\x01b\ufffdc_x0041_"]
