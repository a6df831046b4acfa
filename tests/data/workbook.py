"""Builds workbooks for tests, in memory: by hand where a spreadsheet program would refuse to."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

ITEMS = (("编号", "事项", "牵头单位", "完成时限", "完成进度"), ("A", "甲", "学生司", "2021-06-30", 45))

Change = Callable[[Workbook, Worksheet], None]


def workbook(change: Change | None = None, /, **sheets: Sequence[Sequence[Any]]) -> bytes:
    """Write sheets of rows; `change` may do more to the last one."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    # The same sheets make the same bytes at any time.
    book.set_properties({"created": dt.datetime(2021, 6, 30)})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    if change:
        change(book, sheet)
    book.close()
    return content.getvalue()


def altered(content: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """Write a workbook anew with some of its parts changed, each named by its file's stem."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            change = parts.get(name.rpartition("/")[2].partition(".")[0], bytes)
            new.writestr(zipfile.ZipInfo(name), change(old.read(name)), zipfile.ZIP_DEFLATED)
    return changed.getvalue()


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Pack files by name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()
