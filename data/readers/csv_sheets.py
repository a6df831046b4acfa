"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import csv
import io
import itertools
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from data.models import columns
from data.problems import Loss, Problem
from data.readers import files, headers
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Cells, Codes, Distinct, Sheet, codes, letters

DELIMITERS = (",", "\t", ";", "，")
CHUNK = 20_000


def read(table: str, file: str, content: bytes, report: Report) -> Sheet | None:
    """Read a table; None if nothing of it can be used, with the reason in the report."""

    def fail(code: str, line: int | None = None) -> None:
        report.add(Problem(ERROR, code, file, line, table=table, loss=Loss.FILE))

    if not content.strip():
        return fail("empty_file")
    try:
        encoding = files.encoding(content)
    except ValueError as error:
        return fail(str(error))
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    delimiter = _delimiter(table, text)
    records = _Records(csv.reader(text, delimiter=delimiter))
    try:
        header = next((record for record in records if "".join(record).strip()), None)
        if header is None:
            return fail("empty_file")
        names = _names(_Header(table, file, records.start, records.number), header, report)
        if names is None:
            return None
        grid = _Grid(table, file, len(header), report)
        grid.fill(records)
    except csv.Error:
        fail("broken_cell", records.start)
        if "grid" not in locals():
            return None
    unclosed = content.count(b'"') % 2 == 1 and grid.drop_open_record()
    if unclosed:
        fail("unclosed_quote", unclosed)
    return grid.sheet(names)


def _delimiter(table: str, text: io.TextIOWrapper) -> str:
    """Choose the delimiter that makes most known headers of the first line with words, then the most cells."""
    line = next((line for line in text if line.strip()), "")
    text.seek(0)

    def fit(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(bool(headers.find(table, cell)) for cell in cells), len(cells)

    return max(DELIMITERS, key=fit)


class _Records(Iterator[list[str]]):
    """Records with the line on which each begins and its number in the grid."""

    def __init__(self, reader: Iterator[list[str]]) -> None:
        self._reader = reader
        self.start = 0
        self.number = 0

    def __next__(self) -> list[str]:
        self.start = self._reader.line_num + 1  # type: ignore[attr-defined]
        self.number += 1
        return next(self._reader)


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
        place = (self.line, position, letters(position) + str(self.number)) if position else (self.line, None, "")
        return Problem(severity, code, self.file, *place, self.table, found=found, values=values, loss=loss)


def _names(at: _Header, header: list[str], report: Report) -> list[str] | None:
    """Name the column of each header, empty for one that is not read; None if a required column is missing."""
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


@dataclass
class _Grid:
    """The cells of a table in the making, column by column."""

    table: str
    file: str
    width: int
    report: Report
    lines: array[int] = field(default_factory=lambda: array("i"))
    numbers: array[int] = field(default_factory=lambda: array("i"))
    spread: bool = False
    """Whether the last record goes over several lines."""

    def __post_init__(self) -> None:
        self.columns = [Distinct() for _ in range(self.width)]

    def fill(self, records: _Records) -> None:
        """Take over all records."""
        while chunk := self._chunk(records):
            for distinct, cells in zip(self.columns, zip(*chunk, strict=True), strict=True):
                distinct.extend(cells)
            self.spread = any("\n" in cell for cell in chunk[-1])

    def _chunk(self, records: _Records) -> list[list[str]]:
        chunk: list[list[str]] = []
        try:
            for record in records:
                if len(record) != self.width and not self._fit(record, records):
                    continue
                chunk.append(record)
                self.lines.append(records.start)
                self.numbers.append(records.number)
                if len(chunk) == CHUNK:
                    break
        except csv.Error:
            # What was read before the broken cell stands; the next call meets the end of the file.
            self._problem("broken_cell", records, Loss.FILE)
        return chunk

    def _fit(self, record: list[str], records: _Records) -> bool:
        """Bring a record to the width of the header; False if its cells cannot be told apart."""
        if not "".join(record).strip():
            return False
        if len(record) < self.width:
            self._problem("short_row", records, Loss.NOTHING, len(record))
            record.extend(itertools.repeat("", self.width - len(record)))
            return True
        if any(cell.strip() for cell in record[self.width :]):
            self._problem("long_row", records, Loss.ROW, len(record))
            return False
        del record[self.width :]
        return True

    def _problem(self, code: str, records: _Records, loss: Loss, cells: int = 0) -> None:
        severity = ERROR if loss else WARNING
        values = {"cells": str(cells), "columns": str(self.width)}
        cell = f"A{records.number}"
        self.report.add(
            Problem(severity, code, self.file, records.start, None, cell, self.table, values=values, loss=loss)
        )

    def drop_open_record(self) -> int:
        """Take back a last record that swallowed the rest of the file; returns its line, 0 if it did not."""
        if not self.spread:
            return 0
        for distinct in self.columns:
            distinct.codes.pop()
        self.numbers.pop()
        return self.lines.pop()

    def sheet(self, names: list[str]) -> Sheet:
        """Close the table: blank cells are no cells, blank rows no rows."""
        cells = {
            name: _cells(distinct, position)
            for position, (name, distinct) in enumerate(zip(names, self.columns, strict=True), 1)
            if name
        }
        lines, numbers = codes(self.lines), codes(self.numbers)
        filled = np.zeros(len(lines), dtype=bool)
        for column in cells.values():
            filled |= column.codes >= 0
        if not filled.all():
            lines, numbers = lines[filled], numbers[filled]
            cells = {name: Cells(c.values, c.codes[filled], c.character) for name, c in cells.items()}
        return Sheet(self.table, self.file, cells, lines, numbers=numbers)


def _cells(distinct: Distinct, position: int) -> Cells:
    values = [value.strip() if isinstance(value, str) else value for value in distinct.values()]
    kept: Codes = np.arange(len(values), dtype=np.int32)
    kept[[i for i, value in enumerate(values) if not value]] = -1
    found = codes(distinct.codes)
    return Cells(values, kept[found] if len(kept) else found, position)
