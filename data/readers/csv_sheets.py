"""A CSV table as a sheet: any usual encoding and delimiter, every oddity reported with its line."""

from __future__ import annotations

import csv
import io
import itertools
import re
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import CellError
from data.formulas import restored
from data.problems import Loss, Problem
from data.readers import collector, encodings, headers, notes
from data.readers.grids import Grid
from data.readers.header_row import WIDEST, HeaderRow
from data.readers.mappings import TableMapping
from data.readers.report import ERROR, Report
from data.readers.sheets import Place, Sheet, letters

DELIMITERS = (",", "\t", ";", "，")
CHUNK = 20_000
LINE_ENDS = re.compile(r"\r\n|\r|\n")


def read(
    table: str, file: str, content: bytes, report: Report, mapping: TableMapping | None = None
) -> Sheet | None:
    """Read a table; None if nothing of it can be used, with the reason in the report."""
    if not content.strip():
        return _failed("empty_file", table, file, report)
    try:
        text = encodings.opened(table, file, content, mapping.said.encoding if mapping else "", report)
    except CellError as error:
        return _failed(error.code, table, file, report, int(error.values.get("line", 0)) or None)
    skipped = mapping.said.skip_rows if mapping else 0
    delimiter = (mapping.said.delimiter if mapping else "") or _delimiter(table, text, skipped)
    records = _Records(csv.reader(text, delimiter=delimiter))
    if mapping and mapping.said.transpose:
        return _across(table, file, records, report, mapping)
    records.take(skipped)
    header, line, number = _header(records)
    if header is None:
        return _failed("empty_file", table, file, report)
    places = [Place(line, position, f"{letters(position)}{number}") for position in range(1, len(header) + 1)]
    row = HeaderRow(table, file, header, places, mapping=mapping)
    found = row.columns(report)
    if found is None:
        return None
    grid = Grid(table, file, len(header), report)
    with collector.paused():
        while (chunk := records.take(CHUNK))[0]:
            grid.add(*chunk)
    if records.broken:
        _failed("unclosed_quote", table, file, report, records.broken)
    elif content.count(b'"') % 2 == 1 and (open_line := grid.drop_open_record()):
        _failed("unclosed_quote", table, file, report, open_line)
    sheet = notes.left_out(_restored(grid.sheet(found.names, found.extras)), report)
    return row.finish(sheet, found, report)


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
        cells.values[:] = [restored(str(value)).strip() for value in cells.values]
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
