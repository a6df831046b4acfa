"""One table written in several files, each cell with the place it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.columns import Kind
from data.models import columns
from data.readers import cells as readings
from data.readers.sheets import Cells, Codes, Distinct, Place, Sheet, Value
from data.words import Precision

Cell = tuple[int, int]
"""A row: number of the part, and position there."""


@dataclass(frozen=True, slots=True)
class JoinedSheet(Sheet):
    """A sheet made of rows of others, its parts."""

    parts: Sequence[Sheet] = ()
    rows: Sequence[Cell] = ()
    """Where each row was written."""
    elsewhere: Mapping[tuple[int, str], Cell] = field(default_factory=dict)
    """Where single cells were written, by row and column, if not with their row."""

    def origin(self, row: int, column: str = "") -> tuple[Sheet, int]:
        """Find the sheet a cell was written in, and its row there."""
        part, at = self.elsewhere.get((row, column), self.rows[row])
        return self.parts[part], at

    def place(self, row: int, column: str = "") -> Place:
        """Find a cell where it was written."""
        sheet, at = self.origin(row, column)
        return sheet.place(at, column)


def stacked(
    parts: Sequence[Sheet],
    rows: Sequence[Cell],
    elsewhere: Mapping[tuple[int, str], Cell],
    parents: Sequence[Sequence[int]],
) -> JoinedSheet:
    """Stack rows of several sheets; `parents` are, for each of them, the joined rows of nested ones."""
    stack = _Stack(parts, rows, parents)
    for (position, name), cell in elsewhere.items():
        stack.moved[name][position] = cell
    return JoinedSheet(
        parts[0].table,
        parts[0].file,
        {name: stack.column(name) for name in dict.fromkeys(name for part in parts for name in part.cells)},
        lines=stack.lines(),
        extras={name: stack.column(name) for name in dict.fromkeys(n for part in parts for n in part.extras)},
        parts=parts,
        rows=rows,
        elsewhere=elsewhere,
    )


class _Stack:
    """Columns of several sheets put on top of each other."""

    def __init__(
        self, parts: Sequence[Sheet], rows: Sequence[Cell], parents: Sequence[Sequence[int]]
    ) -> None:
        self.moved: defaultdict[str, dict[int, Cell]] = defaultdict(dict)
        """By column and row, the cells taken from other rows."""
        self._parts = parts
        self._parents = parents
        places = np.array(rows, dtype=np.intp).reshape(-1, 2)
        self._rows = [(at := np.flatnonzero(places[:, 0] == n), places[at, 1]) for n in range(len(parts))]

    def lines(self) -> Codes:
        """Stack the lines of the rows."""
        return self._spread([part.lines for part in self._parts])

    def column(self, name: str) -> Cells:
        """Stack a column, with one list of values."""
        distinct, own = Distinct(), []
        for part, parents in zip(self._parts, self._parents, strict=True):
            given = part.column(name)
            numbers = [distinct.number(value) for value in _values(part, name, parents)] if given else []
            # The last stands for a code of -1.
            to_joined = np.array([*numbers, -1], dtype=np.int32)
            own.append(to_joined[given.codes] if given else np.full(len(part), -1, dtype=np.int32))
        codes = self._spread(own)
        for position, (part_number, row) in self.moved[name].items():
            codes[position] = own[part_number][row]
        return Cells(distinct.values(), codes)

    def _spread(self, own: Sequence[Codes]) -> Codes:
        spread = np.empty(sum(len(at) for at, _ in self._rows), dtype=np.int32)
        for codes, (at, rows) in zip(own, self._rows, strict=True):
            spread[at] = codes[rows]
        return spread


def _values(sheet: Sheet, name: str, parents: Sequence[int]) -> list[Value]:
    """List the values of a column as they are to be read beside those of other files."""
    given = sheet.column(name)
    assert given is not None
    column = columns(sheet.table).get(name)
    if sheet.order is not None and column is not None and column.kind is Kind.DATE:
        # Only this file says which figure of a date is the day.
        periods = readings.mean(column, given.values, None, sheet.order).values
        dated = zip(periods, given.values, strict=True)
        return [p.end.isoformat() if p and p.precision is Precision.DAY else value for p, value in dated]
    return [parents[value] if isinstance(value, int) else value for value in given.values]
