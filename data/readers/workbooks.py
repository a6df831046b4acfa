"""A workbook as worksheets of text, read by calamine once nothing in it can do harm."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from data.problems import Loss, Problem
from data.readers import files, foreign_files, number_formats
from data.readers.archives import Archive
from data.readers.header_row import WIDEST
from data.readers.report import ERROR, Report
from data.readers.workbook_survey import MOST_CELLS, MOST_TEXT, Outline, Survey, TooMuchError
from data.readers.workbook_xml import DamagedError

LARGEST_XML = 128 * files.MEGABYTE
LARGEST_AREA = 4_000_000
"""How many cells, filled or not, lie between the first and the last filled cells of all sheets."""

# Pictures, charts and pivot tables are no part of what is read.
_READ = re.compile(r"(\[content_types\]|_rels/[^/]*|xl/_rels/[^/]*|xl/[^/]+|xl/worksheets/[^/]+)\.(xml|rels)")
_MACROS = "xl/vbaproject.bin"

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell, each as row and column from 0."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet of a workbook from cell A1 on, all rows of the same length."""

    name: str
    hidden: bool
    rows: list[list[str]]
    merged: list[Range]
    errors: Mapping[tuple[int, int], str]
    """Error values by row and column from 0; an empty text is a formula that was never calculated."""


def read(file: str, content: bytes, report: Report) -> list[Worksheet]:
    """Read the sheets of a workbook that hold anything. Raises Unreadable."""
    foreign_files.refuse_disguised(file, content)
    parts = _parts(file, content)
    try:
        outlines = Survey(parts).outlines
    except DamagedError as error:
        raise files.refusal("damaged_workbook", file) from error
    except TooMuchError as error:
        limits = {"cells": f"{MOST_CELLS:,}", "letters": f"{MOST_TEXT:,}"}
        raise files.refusal("workbook_too_large", file, **limits) from error
    with _calamine(file):
        book = CalamineWorkbook.from_filelike(_packed(parts))
        parts.clear()
        if len(book.sheets_metadata) != len(outlines):
            raise files.refusal("damaged_workbook", file)
        return list(_worksheets(file, book, outlines, report))


def _parts(file: str, content: bytes) -> dict[str, bytes]:
    """Take the parts that are read out of the archive. Raises Unreadable."""
    archive = Archive(file, content)
    names = [name for name in archive.names if _READ.fullmatch(name.lower())]
    if any(name.lower() == _MACROS for name in archive.names):
        raise files.refusal("macro_workbook", file, ending=files.XLSX_ENDING)
    size = sum(archive.names[name].file_size for name in names)
    if size > LARGEST_XML:
        limits = {"size": f"{size // files.MEGABYTE}", "limit": f"{LARGEST_XML // files.MEGABYTE}"}
        raise files.refusal("zip_too_large", file, **limits)
    if "xl/workbook.xml" not in names:
        raise files.refusal("damaged_workbook", file)
    return {name: archive.read(name) for name in names}


def _packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Pack the parts anew, so that calamine sees what has been looked at and nothing else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


@contextlib.contextmanager
def _calamine(file: str) -> Iterator[None]:
    try:
        yield
    except python_calamine.CalamineError as error:
        raise files.refusal("damaged_workbook", file) from error
    except BaseException as error:
        # A panic of calamine, which its own errors do not cover.
        if type(error).__name__ != "PanicException":
            raise
        raise files.refusal("damaged_workbook", file) from None


def _worksheets(
    file: str, book: CalamineWorkbook, outlines: list[Outline | None], report: Report
) -> Iterator[Worksheet]:
    area = 0
    for number, (about, outline) in enumerate(zip(book.sheets_metadata, outlines, strict=True)):
        if outline is None or not outline.rows:
            continue
        area += outline.rows * outline.columns
        if area > LARGEST_AREA or outline.columns > WIDEST:
            area -= outline.rows * outline.columns
            report.add(_too_far(file, about.name, outline))
            continue
        sheet = book.get_sheet_by_index(number)
        hidden = about.visible is not SheetVisibleEnum.Visible
        rows = list(_rows(sheet, outline))
        yield Worksheet(about.name, hidden, rows, _merged(sheet, rows), outline.errors)


def _too_far(file: str, name: str, outline: Outline) -> Problem:
    values = {"rows": f"{outline.rows:,}", "columns": f"{outline.columns:,}"}
    values |= {"limit": f"{WIDEST:,}", "cells": f"{LARGEST_AREA:,}"}
    return Problem(
        ERROR, "sheet_too_large", file, found=outline.furthest, values=values, loss=Loss.TABLE, sheet=name
    )


def _merged(sheet: CalamineSheet, rows: list[list[str]]) -> list[Range]:
    """List the merged ranges within the rows; beyond the number of cells they can only overlap."""
    height, width = len(rows), len(rows[0]) if rows else 0
    room = height * width
    found = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        bottom, right = min(bottom, height - 1), min(right, width - 1)
        room -= max(0, bottom - top + 1) * max(0, right - left + 1)
        if room >= 0 and top <= bottom and left <= right:
            found.append(((top, left), (bottom, right)))
    return found


def _rows(sheet: CalamineSheet, outline: Outline) -> Iterator[list[str]]:
    """Write out the rows; calamine leaves out columns before the first that is filled."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    # Equal texts are kept once: a column of a long table says few different things.
    texts: dict[str, str] = {}
    for number, row in enumerate(sheet.iter_rows()):
        shown = outline.formats.get(number, {})
        first = len(before)
        yield before + [
            texts.setdefault(value, value)
            if isinstance(value, str)
            else number_formats.text(value, shown.get(column))
            for column, value in enumerate(row, first)
        ]
