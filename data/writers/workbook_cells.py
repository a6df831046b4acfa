"""Cells of a workbook: days as dates, figures as numbers, all else as text that nothing takes for more."""

from __future__ import annotations

import datetime as dt
import functools
import re

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data import wording
from data.columns import Kind
from data.readers import number_formats

LONGEST = 32_767
"""UTF-16 units that a cell takes."""
# Spreadsheets count days from 1900, and disagree about its first two months.
FIRST_DAY = dt.date(1900, 3, 1)

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIGURE = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


class Cells:
    """Writes the cells of one workbook."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self._lang = lang
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#8EA9DB"}
        self._head = book.add_format({**head, "bg_color": "#DDEBF7"})
        self._needed = book.add_format({**head, "bg_color": "#1F4E78", "font_color": "#FFFFFF"})
        top = {"valign": "top"}
        self._text = book.add_format({**top, "num_format": "@", "text_wrap": True})
        self._day = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "center"})
        self._figure = book.add_format(top)
        self._whole = book.add_format({**top, "num_format": "#,##0"})

    def format(self, kind: Kind) -> Format:
        """Format the cells of a column that are still empty."""
        return {Kind.DATE: self._day, Kind.NUMBER: self._figure}.get(kind, self._text)

    def head(self, sheet: Worksheet, column: int, text: str, *, needed: bool = False) -> None:
        """Write a header, dark where the column must be filled."""
        sheet.write_string(0, column, fitting(text, self._lang), self._needed if needed else self._head)

    def put(self, sheet: Worksheet, row: int, column: int, kind: Kind, text: str) -> None:
        """Write what a cell says."""
        if kind is Kind.DATE and (day := _day(text)):
            sheet.write_datetime(row, column, day, self._day)
        elif kind is Kind.NUMBER and (number := _number(text)) is not None:
            sheet.write_number(row, column, number, self._whole if number.is_integer() else self._figure)
        else:
            sheet.write_string(row, column, fitting(text, self._lang), self._text)


def fitting(text: str, lang: str) -> str:
    """Cut a text to what a cell takes, and replace what XML has no place for."""
    if text.isascii() and len(text) <= LONGEST:
        return text
    text = _NO_XML.sub("\ufffd", text)
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    mark = wording.text("export.cut", lang, count=f"{len(text):,}")
    return units[: 2 * (LONGEST - len(mark))].decode("utf-16-le", errors="ignore") + mark


@functools.lru_cache(8192)
def _day(text: str) -> dt.date | None:
    """Read a day that a spreadsheet can count."""
    if not _DAY.fullmatch(text):
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def _number(text: str) -> float | None:
    """Read a figure that a cell holds to its last digit, so that it is written the same again."""
    if not _FIGURE.fullmatch(text):
        return None
    number = float(text)
    return number if number_formats.text(number) == text else None
