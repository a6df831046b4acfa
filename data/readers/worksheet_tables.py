"""A worksheet as a table: from its headers down, or settings written below each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from data.columns import Kind
from data.models import columns
from data.problems import Loss, Problem, Severity
from data.readers import worksheet_headers
from data.readers.grids import Grid
from data.readers.header_row import Columns, HeaderRow
from data.readers.mappings import TableMapping
from data.readers.notes import NOTE
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Place, Sheet, letters
from data.readers.workbooks import Worksheet
from data.readers.worksheet_headers import Headers

LONG = 30
"""A number on a list is shorter than this many characters."""
# Settings are some twenty lines; a longer sheet is no list of them.
_MOST_SETTINGS = 500


def read(
    table: str, file: str, worksheet: Worksheet, report: Report, mapping: TableMapping | None = None
) -> Sheet | None:
    """Read a table; None if a required column is missing, with the reason in the report."""
    reader = _Reader(table, file, worksheet, report, mapping)
    if mapping and mapping.said.transpose:
        return reader.across(worksheet_headers.down(worksheet, mapping.said.skip_rows))
    if table == "campaign" and (keys := _keys(worksheet)):
        return reader.across(keys)
    return reader.rows(worksheet_headers.find(table, worksheet, mapping))


class _Reader:
    """Reads one worksheet."""

    def __init__(
        self, table: str, file: str, worksheet: Worksheet, report: Report, mapping: TableMapping | None
    ) -> None:
        self._table = table
        self._file = file
        self._worksheet = worksheet
        self._report = report
        self._mapping = mapping

    def rows(self, found: Headers) -> Sheet | None:
        """Read a row per row."""
        places = [_place(found.last, column) for column in range(len(found.texts))]
        headers = self._headers(found.texts, places)
        columns = headers.columns(self._report)
        if columns is None:
            return None
        first = found.last + 1
        rows = _filled_down(self._worksheet, first)
        notes = self._notes(columns.names, rows, first)
        for row, column in notes.items():
            text = rows[row - first][column].strip()
            self._problem("taken_for_note", row, column, "", text[:80], WARNING, Loss.ROW)
        kept = [row for row in range(first, first + len(rows)) if row not in notes]
        return self._sheet(headers, columns, [rows[row - first] for row in kept], kept)

    def across(self, keys: Headers) -> Sheet | None:
        """Read headers below each other, with a row of the table in each column on the right."""
        places = [_place(row, keys.last) for row in range(len(keys.texts))]
        headers = self._headers(keys.texts, places, transposed=True)
        columns = headers.columns(self._report)
        if columns is None:
            return None
        first = keys.last + 1
        across = [list(cells) for cells in zip(*self._worksheet.rows, strict=True)][first:]
        return self._sheet(headers, columns, across, range(first, first + len(across)))

    def _headers(
        self, texts: Sequence[str], places: Sequence[Place], *, transposed: bool = False
    ) -> HeaderRow:
        return HeaderRow(
            self._table, self._file, texts, places, self._worksheet.name, transposed, self._mapping
        )

    def _sheet(
        self, headers: HeaderRow, columns: Columns, rows: list[list[str]], numbers: Sequence[int]
    ) -> Sheet:
        names, extras = columns.names, columns.extras
        self._errors({**names, **extras}, set(numbers), headers.transposed)
        grid = Grid(self._table, self._file, len(headers.texts), self._report, self._worksheet.name)
        counted = np.array(numbers, dtype=np.int32) + 1
        grid.add(rows, counted, counted)
        sheet = grid.sheet(names, extras, transposed=headers.transposed)
        return headers.finish(sheet, columns, self._report)

    def _notes(
        self, names: Mapping[int, str], rows: Sequence[Sequence[str]], first: int
    ) -> Mapping[int, int]:
        """Find rows that are no data: row of the sheet to the column of their only text.

        Such are headings and remarks that are merged across columns, that say what they are, or that stand
        as a long text where a number on the list belongs.
        """
        # Through a mapping, a text across all columns may be the heading of a section.
        sections = self._mapping and self._mapping.sections
        wide = {start for start, end in self._worksheet.merged if end[1] > start[1] and not sections}
        found = {}
        for number, row in enumerate(rows, first):
            filled = [column for column, cell in enumerate(row) if cell and not cell.isspace()]
            if len(filled) == 1:
                text, name = row[filled[0]].strip(), names.get(filled[0] + 1, "")
                is_key = not sections and name == "id" and columns(self._table)[name].kind is Kind.KEY
                if (number, filled[0]) in wide or NOTE.match(text) or (is_key and len(text) > LONG):
                    found[number] = filled[0]
        return found

    def _errors(self, names: Mapping[int, str], numbers: set[int], transposed: bool) -> None:
        """Report cells that hold an error instead of a value."""
        for (row, column), found in sorted(self._worksheet.errors.items()):
            number, position = (column, row + 1) if transposed else (row, column + 1)
            if number in numbers and position in names:
                code = "error_value" if found else "formula_without_value"
                self._problem(code, row, column, names[position], found, ERROR, Loss.CELL)

    def _problem(
        self, code: str, row: int, column: int, name: str, found: str, severity: Severity, loss: Loss
    ) -> None:
        place = (*_place(row, column), self._table, "", name)
        self._report.add(
            Problem(severity, code, self._file, *place, found, loss=loss, sheet=self._worksheet.name)
        )


def _place(row: int, column: int) -> Place:
    return Place(row + 1, column + 1, f"{letters(column + 1)}{row + 1}")


def _filled_down(sheet: Worksheet, first: int) -> list[list[str]]:
    """Copy the rows from the given one on; what a merged cell says holds for all its rows."""
    rows = [list(row) for row in sheet.rows[first:]]
    for (top, left), (bottom, _) in sheet.merged:
        if top >= first:
            value = rows[top - first][left]
            for row in rows[top - first + 1 : bottom - first + 1]:
                row[left] = value
    return rows


def _keys(sheet: Worksheet) -> Headers | None:
    """Find the names of settings written below each other; None if more are written side by side."""
    if len(sheet.rows) > _MOST_SETTINGS:
        return None
    across = [[cell.strip() for cell in column] for column in zip(*sheet.rows, strict=True)]
    found = [Headers(texts, number) for number, texts in enumerate(across[:3])]
    best = max(found, key=lambda candidate: len(candidate.known("campaign")))
    if len(best.known("campaign")) <= len(worksheet_headers.find("campaign", sheet).known("campaign")):
        return None
    # A title above the list has no value.
    told = [any(map(str.strip, row[best.last + 1 :])) for row in sheet.rows]
    return Headers([text if has else "" for text, has in zip(best.texts, told, strict=True)], best.last)
