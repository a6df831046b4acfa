"""Files that are not what they seem, or ask for more than there is, are refused in a sentence."""

import io
import zipfile
from collections.abc import Callable

import pytest

from data import reading
from data.problems import Problem, Unreadable
from data.readers import archives, files, workbook_survey, workbooks
from tests.data.workbook import ITEMS, altered, workbook, zipped

BOOK = workbook(附件=ITEMS)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
TABLE = "编号,事项,牵头单位\nA,甲,学生司\n"


def _refused(name: str, content: bytes) -> Problem:
    with pytest.raises(Unreadable) as refused:
        reading.read_content(name, content)
    (problem,) = refused.value.problems
    for lang in ("zh", "en"):
        assert "problem." not in problem.describe(lang) + problem.expected(lang)
    return problem


@pytest.mark.parametrize(
    ("name", "code", "advice"),
    [
        ("清单.xls", "old_workbook", ".xlsx"),
        ("清单.et", "old_workbook", ".xlsx"),
        ("清单.ods", "old_workbook", ".xlsx"),
        ("清单.numbers", "old_workbook", ".xlsx"),
        ("清单.XLSM", "macro_workbook", "macros"),
        ("清单.wps", "text_document", "spreadsheet"),
        ("清单.docx", "text_document", "spreadsheet"),
        ("清单.pdf", "text_document", "spreadsheet"),
        ("清单.rar", "foreign_archive", ".zip"),
        ("清单.exe", "unknown_kind_of_file", ".xlsx"),
        ("清单", "unknown_kind_of_file", ".xlsx"),
    ],
)
def test_files_of_other_programs_are_told_what_to_become(name: str, code: str, advice: str) -> None:
    found = _refused(name, b"anything")
    assert found.code == code
    assert advice in found.suggestion("en")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"<html><table></table></html>", "damaged_workbook"),
        (TABLE.encode(), "damaged_workbook"),
        (OLE, "old_workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        (BOOK[: len(BOOK) // 2], "zip_damaged"),
        (zipped({"items.csv": TABLE}), "damaged_workbook"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "damaged_workbook"),
        (zipped({"xl/workbook.xml": "<workbook>"}), "damaged_workbook"),
        (zipped({"xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": b"x"}), "macro_workbook"),
    ],
)
def test_what_is_called_a_workbook_and_is_none_is_refused(content: bytes, code: str) -> None:
    assert _refused("book.xlsx", content).code == code


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (n, b"&%c;" % (n - 1) * 10) for n in b"bcdefghij")
    + b"]>"
)


@pytest.mark.parametrize("part", ["sheet1", "sharedStrings", "workbook", "styles"])
def test_entities_are_never_expanded(part: str) -> None:
    def declare(xml: bytes) -> bytes:
        beginning, end = xml.split(b"?>", 1)
        return beginning + b"?>" + ENTITIES + end.replace(b"</t>", b"&j;</t>")

    assert _refused("book.xlsx", altered(BOOK, **{part: declare})).code == "damaged_workbook"


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace(b'r="A1"', b'r="A"'),
        lambda xml: xml.replace(b'r="A1"', b'r="ZZZZZZ9"'),
        lambda xml: xml.replace(b'r="A1"', b'r="A1048577"'),
        lambda xml: xml.replace(b'r="A1"', b'r="XFE1"'),
        lambda xml: xml.replace(b"<v>0</v>", b"<v>99</v>"),
        lambda xml: xml.replace(b"<v>0</v>", b"<v>-1</v>"),
        lambda xml: xml.replace(b"<v>0</v>", b"<v>0</v><v>1</v>"),
        lambda xml: xml[:-1],
        lambda xml: xml.replace(b'encoding="UTF-8"', b'encoding="TRUE"'),
        lambda xml: xml.replace(b'encoding="UTF-8"', b'encoding="gbk"'),
        lambda xml: b"\xff\xfe" + xml,
    ],
)
def test_a_sheet_no_program_writes_is_refused(change: Callable[[bytes], bytes]) -> None:
    assert _refused("book.xlsx", altered(BOOK, sheet1=change)).code == "damaged_workbook"


def test_a_cell_far_away_costs_its_sheet_and_no_memory() -> None:
    campaign = reading.read_content(
        "book.xlsx", workbook(lambda _, sheet: sheet.write("XFD1048576", "x"), 事项=ITEMS, 进展=[("事项",)])
    )
    (found,) = campaign.problems
    assert (found.code, found.sheet, found.found) == ("sheet_too_large", "进展", "XFD1048576")
    assert campaign["items"]["id"].tolist() == ["A"]


def test_a_sheet_formatted_to_its_end_is_as_large_as_its_content() -> None:
    campaign = reading.read_content(
        "book.xlsx",
        workbook(
            lambda book, sheet: sheet.write_blank("XFD1048576", None, book.add_format({"bold": True})),
            事项=ITEMS,
        ),
    )
    assert campaign.problems == ()


def test_a_long_text_in_very_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(附件=[("编号", "事项"), *((f"A{n}", "长" * 100) for n in range(50))])
    assert len(reading.read_content("book.xlsx", book)["items"]) == 50
    monkeypatch.setattr(workbook_survey, "MOST_TEXT", 5000)
    assert _refused("book.xlsx", book).code == "workbook_too_large"


def test_cells_are_counted_over_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_survey, "MOST_CELLS", 15)
    assert reading.read_content("book.xlsx", BOOK).problems == ()
    assert _refused("book.xlsx", workbook(附件=ITEMS, 附件2=ITEMS)).code == "workbook_too_large"


def test_what_a_workbook_unpacks_to_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST_XML", 1000)
    assert _refused("book.xlsx", BOOK).code == "zip_too_large"


def _marked_as_encrypted(content: bytes) -> bytes:
    central = content.index(b"PK\x01\x02")
    return content[: central + 8] + b"\x01" + content[central + 9 :]


def _with_size(content: bytes, size: int) -> bytes:
    central = content.index(b"PK\x01\x02")
    return content[: central + 24] + size.to_bytes(4, "little") + content[central + 28 :]


def _by_bzip2() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("items.csv", TABLE)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and so on", "zip_damaged"),
        (b"", "zip_damaged"),
        (zipped({}), "nothing_to_read"),
        (zipped({"notes.txt": "x"}), "nothing_to_read"),
        (zipped({"items.csv": TABLE, "../items.csv": TABLE}), "zip_path"),
        (zipped({"/etc/items.csv": TABLE}), "zip_path"),
        (zipped({"C:\\data\\items.csv": TABLE}), "zip_path"),
        (zipped({"items.csv": TABLE, "more.zip": b"x"}), "zip_nested"),
        (zipped({f"{n}.csv": "x" for n in range(archives.MOST_ENTRIES + 1)}), "zip_too_many_files"),
        (zipped({"items.csv": b"\n" * archives.HARMLESS * 2}), "zip_bomb"),
        (_marked_as_encrypted(zipped({"items.csv": TABLE})), "zip_encrypted"),
        (_with_size(zipped({"items.csv": TABLE}), 2**31), "zip_too_large"),
        (_with_size(zipped({"items.csv": TABLE}), 5), "zip_damaged"),
        (_with_size(zipped({"items.csv": TABLE}), 5000), "zip_damaged"),
        (_by_bzip2(), "zip_damaged"),
    ],
)
def test_archives_not_to_be_trusted_are_refused(content: bytes, code: str) -> None:
    assert _refused("campaign.zip", content).code == code


def test_an_upload_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(files.LARGEST, ".xlsx", len(BOOK) - 1)
    assert _refused("book.xlsx", BOOK).code == "too_large"


def test_a_table_wider_than_any_is_refused() -> None:
    header = "编号,事项," + "x," * 1000
    assert _refused("items.csv", header.encode()).code == "too_many_columns"
