"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import CellError
from data.models import columns
from data.problems import Loss, Problem
from data.readers import collector, files, headers
from data.readers.grids import Grid
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Sheet, letters

DELIMITERS = (",", "\t", ";", "，")
CHUNK = 20_000
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
LINE_ENDS = re.compile(r"\r\n|\r|\n")


def read(table: str, file: str, content: bytes, report: Report) -> Sheet | None:
    """Read a table; None if nothing of it can be used, with the reason in the report."""

    def fail(code: str, line: int | None = None) -> Sheet | None:
        report.add(Problem(ERROR, code, file, line, table=table, loss=Loss.FILE))
        return None

    if not content.strip():
        return fail("empty_file")
    try:
        encoding = files.encoding(content)
    except CellError as error:
        return fail(error.code, int(error.values.get("line", 0)) or None)
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    delimiter = _delimiter(table, text)
    records = _Records(csv.reader(text, delimiter=delimiter))
    header, line, number = _header(records)
    if header is None:
        return fail("empty_file")
    at = _Header(table, file, line, number)
    names = _names(at, header, report)
    if names is None:
        return None
    extras = _extras(at, header, names, report)
    grid = Grid(table, file, len(header), report)
    with collector.paused():
        while (chunk := records.take(CHUNK))[0]:
            grid.add(*chunk)
    if records.broken:
        fail("unclosed_quote", records.broken)
    elif content.count(b'"') % 2 == 1 and (open_line := grid.drop_open_record()):
        fail("unclosed_quote", open_line)
    return _without_blanks(at, grid.sheet(names, extras), header, report)


def _header(records: _Records) -> tuple[list[str] | None, int, int]:
    """Find the first record that is not blank."""
    while (chunk := records.take(1))[0]:
        ((header,), (line,), (number,)) = chunk
        if "".join(header).strip():
            return header, int(line), int(number)
    return None, 0, 0


def _delimiter(table: str, text: io.TextIOWrapper) -> str:
    """Choose the delimiter that makes most known headers of the first line, then the most cells."""
    line = next((line for line in text if line.strip()), "")
    text.seek(0)

    def fit(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(bool(headers.find(table, cell)) for cell in cells), len(cells)

    return max(DELIMITERS, key=fit)


class _Records:
    """Records in chunks, with the line on which each begins and its number in the grid."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._number = 0
        self.broken = 0
        """Line of a cell larger than any spreadsheet allows: an open quotation mark swallowed the rest."""

    def take(self, most: int) -> tuple[list[list[str]], NDArray[np.int32], NDArray[np.int32]]:
        """Return the next records, their lines and their numbers."""
        before = self._reader.line_num
        records: list[list[str]] = []
        failed = False
        try:
            # What was read before an error stays in the list; after one the reader would go on anywhere.
            records.extend(itertools.islice(self._reader, 0 if self.broken else most))
        except csv.Error:
            failed = True
        starts = np.arange(len(records) + 1, dtype=np.int32)
        if self._reader.line_num - before != len(records):
            starts[1:] = np.cumsum([1 + sum(len(LINE_ENDS.findall(cell)) for cell in r) for r in records])
        starts += before + 1
        if failed:
            self.broken = int(starts[-1])
        numbers = np.arange(len(records), dtype=np.int32) + self._number + 1
        self._number += len(records)
        return records, starts[:-1], numbers


@dataclass(frozen=True, slots=True)
class _Header:
    table: str
    file: str
    line: int
    number: int

    def problem(self, code: str, position: int, found: str, **values: str) -> Problem:
        severity, loss = (ERROR, Loss.TABLE) if code == "missing_column" else (WARNING, Loss.NOTHING)
        cell = letters(position) + str(self.number) if position else ""
        place = (self.file, self.line, position or None, cell, self.table)
        return Problem(severity, code, *place, found=found, values=values, loss=loss)


def _names(at: _Header, header: list[str], report: Report) -> dict[int, str] | None:
    """Name the columns of the model by position from 1; None if a required one is missing."""
    names: dict[int, str] = {}
    for position, written in enumerate(header, 1):
        name = headers.find(at.table, written)
        if name and name not in names.values():
            names[position] = name
    there = {name.partition(".")[0] for name in names.values()}
    absent = [c for c in columns(at.table).values() if c.required and c.name not in ("id", *there)]
    for column in absent:
        written = ", ".join(cell for cell in header if cell.strip())
        missing = {"name_zh": column.zh, "name_en": column.en}
        report.add(at.problem("missing_column", 0, written, **missing))
    return None if absent else names


def _extras(at: _Header, header: list[str], names: Mapping[int, str], report: Report) -> dict[int, str]:
    """Name the other columns, each apart from all the rest: by header, or by letter where there is none."""
    extras: dict[int, str] = {}
    for position, cell in enumerate(header, 1):
        written = cell.strip()
        if position in names:
            continue
        twice = bool(headers.find(at.table, written)) or written in extras.values()
        letter = letters(position)
        bare = written or (f"{letter}列" if _CHINESE.search("".join(header)) else f"Column {letter}")
        kept = headers.told_apart(bare, {*header[: position - 1], *extras.values()})
        extras[position] = kept
        if twice:
            report.add(at.problem("duplicate_header", position, written, kept=kept))
        elif written:
            guess = headers.guess(at.table, written)
            report.add(at.problem("unknown_column", position, written, **guess))
    return extras


def _without_blanks(at: _Header, sheet: Sheet, header: list[str], report: Report) -> Sheet:
    """Take out the columns that have neither header nor content; those with content alone are reported."""
    for name, cells in list(sheet.extras.items()):
        if header[cells.character - 1].strip():
            continue
        if (cells.codes >= 0).any():
            report.add(at.problem("unnamed_column", cells.character, name))
        else:
            del sheet.extras[name]
    return sheet
