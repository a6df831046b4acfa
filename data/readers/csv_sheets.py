"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import csv
import io
import itertools
import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import CellError
from data.problems import Loss, Problem
from data.readers import collector, files, headers
from data.readers.grids import Grid
from data.readers.header_row import WIDEST, HeaderRow
from data.readers.report import ERROR, Report
from data.readers.sheets import Place, Sheet, letters

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
    places = [Place(line, position, f"{letters(position)}{number}") for position in range(1, len(header) + 1)]
    row = HeaderRow(table, file, header, places)
    names = row.names(report)
    if names is None:
        return None
    extras = row.extras(names, report)
    grid = Grid(table, file, len(header), report)
    with collector.paused():
        while (chunk := records.take(CHUNK))[0]:
            grid.add(*chunk)
    if records.broken:
        fail("unclosed_quote", records.broken)
    elif content.count(b'"') % 2 == 1 and (open_line := grid.drop_open_record()):
        fail("unclosed_quote", open_line)
    return row.without_blanks(grid.sheet(names, extras), report)


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
        return sum(bool(headers.find(table, cell)) for cell in cells[:WIDEST]), len(cells)

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
