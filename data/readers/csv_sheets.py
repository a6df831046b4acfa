"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import csv
import io
import itertools
import re
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
    names = _names(_Header(table, file, line, number), header, report)
    if names is None:
        return None
    grid = Grid(table, file, len(header), report)
    with collector.paused():
        while (chunk := records.take(CHUNK))[0]:
            grid.add(*chunk)
    if records.broken:
        fail("unclosed_quote", records.broken)
    elif content.count(b'"') % 2 == 1 and (open_line := grid.drop_open_record()):
        fail("unclosed_quote", open_line)
    return grid.sheet(names)


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
        if code == "duplicate_header":
            severity = ERROR
        cell = letters(position) + str(self.number) if position else ""
        place = (self.file, self.line, position or None, cell, self.table)
        return Problem(severity, code, *place, found=found, values=values, loss=loss)


def _names(at: _Header, header: list[str], report: Report) -> list[str] | None:
    """Name the column of each header, empty where none is read; None if a required one is missing."""
    names: list[str] = []
    for position, written in enumerate(header, 1):
        name = headers.find(at.table, written)
        if name and name in names:
            report.add(at.problem("duplicate_header", position, written))
            name = ""
        elif not name and written.strip():
            report.add(at.problem("unknown_column", position, written, **headers.guess(at.table, written)))
        names.append(name)
    absent = [
        c
        for c in columns(at.table).values()
        if c.required and c.name != "id" and not any(name.partition(".")[0] == c.name for name in names)
    ]
    for column in absent:
        written = ", ".join(cell for cell in header if cell.strip())
        missing = {"name_zh": column.zh, "name_en": column.en}
        report.add(at.problem("missing_column", 0, written, **missing))
    return None if absent else names
