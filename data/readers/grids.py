"""The cells of a grid gathered column by column, every row brought to the width of the header."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import numpy as np

from data.problems import Loss, Problem
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Cells, Codes, Distinct, Sheet, Value, codes


class Grid:
    """A table in the making."""

    def __init__(self, table: str, file: str, width: int, report: Report, sheet: str = "") -> None:
        self._table = table
        self._file = file
        self._sheet = sheet
        self._width = width
        self._report = report
        self._columns = [Distinct() for _ in range(width)]
        self._lines: list[Codes] = []
        self._numbers: list[Codes] = []
        self._last_is_spread = False

    def add(self, records: list[list[str]], lines: Codes, numbers: Codes) -> None:
        """Take over further records with the lines and numbers of their rows."""
        if set(map(len, records)) != {self._width}:
            fits = np.array(
                [self._fit(*record) for record in zip(records, lines, numbers, strict=True)], dtype=bool
            )
            records = list(itertools.compress(records, fits))
            lines, numbers = lines[fits], numbers[fits]
        if not records:
            return
        for distinct, cells in zip(self._columns, zip(*records, strict=True), strict=True):
            distinct.extend(cells)
        self._lines.append(lines)
        self._numbers.append(numbers)
        self._last_is_spread = any("\n" in cell for cell in records[-1])

    def fill(self, columns: list[Distinct], lines: Codes, numbers: Codes) -> None:
        """Take over a whole table whose rows are all as wide as the header."""
        self._columns, self._lines, self._numbers = columns, [lines], [numbers]

    def _fit(self, record: list[str], line: int, number: int) -> bool:
        """Bring a record to the width of the header; False if its cells cannot be told apart."""
        width = len(record)
        if width == self._width:
            return True
        if not "".join(record).strip():
            return False
        if width < self._width:
            self._problem("short_row", line, number, width, Loss.NOTHING)
            record.extend(itertools.repeat("", self._width - width))
            return True
        if any(cell.strip() for cell in record[self._width :]):
            self._problem("long_row", line, number, width, Loss.ROW)
            return False
        del record[self._width :]
        return True

    def _problem(self, code: str, line: int, number: int, width: int, loss: Loss) -> None:
        values = {"cells": str(width), "columns": str(self._width)}
        severity = ERROR if loss else WARNING
        place = (int(line), None, f"A{number}")
        self._report.add(
            Problem(
                severity, code, self._file, *place, self._table, values=values, loss=loss, sheet=self._sheet
            )
        )

    def drop_open_record(self) -> int:
        """Take back a last record that swallowed the rest of the file; returns its line, 0 if it did not."""
        if not self._last_is_spread:
            return 0
        for distinct in self._columns:
            distinct.codes.pop()
        self._numbers[-1] = self._numbers[-1][:-1]
        line = int(self._lines[-1][-1])
        self._lines[-1] = self._lines[-1][:-1]
        return line

    def sheet(
        self, names: Mapping[int, str], extras: Mapping[int, str], *, transposed: bool = False
    ) -> Sheet:
        """Close the table, its columns named by position: blank cells are no cells, blank rows no rows."""
        none = np.empty(0, dtype=np.int32)
        lines, numbers = np.concatenate([none, *self._lines]), np.concatenate([none, *self._numbers])
        own, further = (
            {name: _cells(self._columns[position - 1], position) for position, name in named.items()}
            for named in (names, extras)
        )
        filled = np.zeros(len(lines), dtype=bool)
        for column in (*own.values(), *further.values()):
            filled |= column.codes >= 0
        sheet = Sheet(
            self._table,
            self._file,
            own,
            lines,
            numbers=numbers,
            extras=further,
            sheet=self._sheet,
            transposed=transposed,
        )
        return sheet if filled.all() else sheet.kept(filled)


def _cells(distinct: Distinct, position: int) -> Cells:
    values: list[Value] = [str(value).strip() for value in distinct.values()]
    return Cells([], codes(distinct.codes), position).revalued(values)
