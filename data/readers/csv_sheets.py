"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import re
from dataclasses import replace
from typing import Any

import numpy as np

from data.errors import CellError
from data.formulas import restored
from data.problems import Loss, Problem
from data.readers import collector, csv_columns, encodings, headers, notes
from data.readers.csv_columns import LINE_ENDS
from data.readers.grids import Grid
from data.readers.header_row import WIDEST, HeaderRow
from data.readers.mappings import TableMapping
from data.readers.report import ERROR, Report
from data.readers.sheets import Codes, Place, Sheet, letters

DELIMITERS = (",", "\t", ";", "，")
CHUNK = 20_000


def read(
    table: str, file: str, content: bytes, report: Report, mapping: TableMapping | None = None
) -> Sheet | None:
    """Read a table; None if nothing of it can be used, with the reason in the report."""
    if not content.strip():
        return _failed("empty_file", table, file, report)
    try:
        content = encodings.decoded(table, file, content, mapping.said.encoding if mapping else "", report)
    except CellError as error:
        return _failed(error.code, table, file, report, int(error.values.get("line", 0)) or None)
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors="replace", newline="")
    skipped = mapping.said.skip_rows if mapping else 0
    delimiter = (mapping.said.delimiter if mapping else "") or _delimiter(table, text, skipped)
    records = _Records(text, delimiter)
    if mapping and mapping.said.transpose:
        return _across(table, file, records, report, mapping)
    records.take(skipped)
    header, line, number = _header(records)
    if header is None:
        return _failed(
            "unclosed_quote" if records.broken else "empty_file", table, file, report, records.broken or None
        )
    places = [Place(line, position, f"{letters(position)}{number}") for position in range(1, len(header) + 1)]
    row = HeaderRow(table, file, header, places, mapping=mapping)
    found = row.columns(report)
    if found is None:
        return None
    grid = Grid(table, file, len(header), report)
    if whole := csv_columns.read(content, records.line, len(header), delimiter):
        columns, spans = whole
        grid.fill(columns, *records.places(records.line, spans))
    elif open_line := _fill(grid, records, content):
        _failed("unclosed_quote", table, file, report, open_line)
    sheet = notes.left_out(_restored(grid.sheet(found.names, found.extras)), report)
    return row.finish(sheet, found, report)


def _fill(grid: Grid, records: _Records, content: bytes) -> int:
    """Take over all records; returns the line of a quotation mark that stays open, 0 if none does."""
    with collector.paused():
        while (chunk := records.take(CHUNK))[0]:
            grid.add(*chunk)
    return records.broken or (grid.drop_open_record() if content.count(b'"') % 2 else 0)


def _failed(code: str, table: str, file: str, report: Report, line: int | None = None) -> Sheet | None:
    """Report why nothing, or no more, of a table can be used."""
    report.add(Problem(ERROR, code, file, line, table=table, loss=Loss.FILE))
    return None


def _across(table: str, file: str, records: _Records, report: Report, mapping: TableMapping) -> Sheet | None:
    """Read a table whose headers stand below each other in the first column, and whose rows beside them."""
    rows, lines, numbers = records.take(WIDEST + 1)
    # Skipped rows stay as blank ones, so that the others keep their numbers.
    rows[: mapping.said.skip_rows] = [[]] * min(mapping.said.skip_rows, len(rows))
    width = max(map(len, rows), default=0)
    columns = [list(cells) for cells in itertools.zip_longest(*rows, fillvalue="")]
    if not any("".join(column).strip() for column in columns[:1]):
        return _failed("empty_file", table, file, report)
    places = [Place(int(line), 1, f"A{number}") for line, number in zip(lines, numbers, strict=True)]
    row = HeaderRow(table, file, [*map(restored, columns[0])], places, transposed=True, mapping=mapping)
    found = row.columns(report)
    if found is None:
        return None
    grid = Grid(table, file, len(rows), report)
    positions = np.arange(2, width + 1, dtype=np.int32)
    grid.add(columns[1:], positions, positions)
    sheet = _restored(grid.sheet(found.names, found.extras, transposed=True))
    for kind in (sheet.cells, sheet.extras):
        for name, cells in kind.items():
            kind[name] = replace(cells, lines=np.broadcast_to(lines[cells.character - 1], len(sheet)))
    return row.finish(sheet, found, report)


def _restored(sheet: Sheet) -> Sheet:
    """Read texts that were made harmless for spreadsheets as they were."""
    for cells in (*sheet.cells.values(), *sheet.extras.values()):
        for number, value in enumerate(cells.values):
            if str(value).startswith("'"):
                cells.values[number] = restored(str(value)).strip()
    return sheet


def _header(records: _Records) -> tuple[list[str] | None, int, int]:
    """Find the first record that is not blank."""
    while (chunk := records.take(1))[0]:
        ((header,), (line,), (number,)) = chunk
        if "".join(header).strip():
            return [*map(restored, header)], int(line), int(number)
    return None, 0, 0


def _delimiter(table: str, text: io.TextIOWrapper, skipped: int) -> str:
    """Choose the delimiter that makes most known headers of the first line, then the most cells."""
    line = next((line for line in itertools.islice(text, skipped, None) if line.strip()), "")
    text.seek(0)

    def fit(delimiter: str) -> tuple[int, int]:
        cells: list[str] = []
        # A line may hold a cell larger than any spreadsheet allows.
        with contextlib.suppress(csv.Error):
            cells = next(csv.reader([line], delimiter=delimiter), cells)
        return sum(bool(headers.find(table, cell)) for cell in cells[:WIDEST]), len(cells)

    return max(DELIMITERS, key=fit)


class _Records:
    """Records in chunks, with the line on which each begins and its number in the grid."""

    def __init__(self, text: io.TextIOWrapper, delimiter: str) -> None:
        self._reader: Any = csv.reader(text, delimiter=delimiter)
        self._number = 0
        self.broken = 0
        """Line of a cell larger than any spreadsheet allows: an open quotation mark swallowed the rest."""

    @property
    def line(self) -> int:
        """How many lines were read."""
        return int(self._reader.line_num)

    def take(self, most: int) -> tuple[list[list[str]], Codes, Codes]:
        """Return the next records, their lines and their numbers."""
        before = self.line
        records: list[list[str]] = []
        failed = False
        try:
            # What was read before an error stays in the list; after one the reader would go on anywhere.
            records.extend(itertools.islice(self._reader, 0 if self.broken else most))
        except csv.Error:
            failed = True
        spans = np.ones(len(records), dtype=np.int32)
        if self.line - before != len(records):
            spans[:] = [1 + sum(len(re.findall(LINE_ENDS, cell)) for cell in record) for record in records]
        if failed:
            self.broken = before + 1 + int(spans.sum())
        return records, *self.places(before, spans)

    def places(self, before: int, spans: Codes) -> tuple[Codes, Codes]:
        """Return the lines and numbers of further records, each on so many lines, after those before."""
        lines = before + 1 + np.cumsum(spans, dtype=np.int32) - spans
        numbers = np.arange(len(spans), dtype=np.int32) + self._number + 1
        self._number += len(spans)
        return lines, numbers
