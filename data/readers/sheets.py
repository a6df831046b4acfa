"""Cells as written, before their meaning is read: one sheet per table, each cell with its place."""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.models.sources import Elsewhere
from data.words import DateOrder

Value = str | tuple[str, ...] | int
"""A text, the texts of a YAML list, or (for a nested row) the position of the parent in its sheet."""

Codes = NDArray[np.int32]


class Place(NamedTuple):
    """Where a cell stands in its file."""

    line: int | None
    character: int | None
    cell: str


@dataclass(frozen=True, slots=True)
class Cells:
    """One column: its values, and for every row which of them stands there (-1: nothing)."""

    values: list[Value]
    codes: Codes
    character: int = 0
    """Number of the column in a grid; 0 where there is none."""
    lines: Codes | None = None
    """Line and character of every cell; only where there is no grid."""
    characters: Codes | None = None

    def revalued(self, values: Sequence[Value]) -> Cells:
        """Take other values for the same codes; where nothing is left of a value, there is no cell."""
        kept: Codes = np.arange(len(values) + 1, dtype=np.int32)
        kept[[number for number, value in enumerate(values) if value in ("", ())]] = -1
        # The last stands for a code of -1.
        kept[-1] = -1
        return replace(self, values=[*values], codes=kept[self.codes])

    def kept(self, rows: NDArray[np.bool_]) -> Cells:
        """Keep some rows."""
        lines, characters = (None if own is None else own[rows] for own in (self.lines, self.characters))
        return replace(self, codes=self.codes[rows], lines=lines, characters=characters)

    def found(self, row: int) -> str:
        """Return what was written in a row, as text."""
        code = int(self.codes[row])
        value = self.values[code] if code >= 0 else ""
        return "、".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as written; `lines` and `characters` tell where a row begins, `numbers` its grid row.

    A transposed grid holds a row of the table in each of its columns, and `numbers` are those columns.
    """

    table: str
    file: str
    cells: dict[str, Cells]
    lines: Codes
    characters: Codes | None = None
    numbers: Codes | None = None
    extras: dict[str, Cells] = field(default_factory=dict)
    """Columns that no model declares, by their headers as written; no header is the name of a column."""
    sheet: str = ""
    """Name of the worksheet in a workbook."""
    transposed: bool = False
    order: DateOrder | None = None
    """Which figure of `01/02/2021` is the day, where a mapping says so."""
    source: Elsewhere | None = None
    """Where the rows live, if they stand in no file."""

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> Cells | None:
        """Find a column, declared or extra."""
        return self.cells.get(name) or self.extras.get(name)

    def kept(self, rows: NDArray[np.bool_]) -> Sheet:
        """Keep some rows."""
        characters, numbers = (
            None if places is None else places[rows] for places in (self.characters, self.numbers)
        )
        cells, extras = (
            {name: found.kept(rows) for name, found in some.items()} for some in (self.cells, self.extras)
        )
        return replace(
            self, cells=cells, extras=extras, lines=self.lines[rows], characters=characters, numbers=numbers
        )

    def origin(self, row: int, column: str = "") -> tuple[Sheet, int]:
        """Find the sheet a cell was written in, and its row there; a joined sheet is made of several."""
        return self, row

    def place(self, row: int, column: str = "") -> Place:
        """Find a cell, or the beginning of the row where nothing stands in that column."""
        cells = self.column(column)
        if self.numbers is not None:
            number = int(self.numbers[row])
            character = cells.character if cells else 1
            if self.transposed:
                across = int(cells.lines[row]) if cells and cells.lines is not None else character
                return Place(across, number, f"{letters(number)}{character}")
            return Place(
                int(self.lines[row]),
                character if column and cells else None,
                letters(character) + str(number),
            )
        if (
            cells is not None
            and cells.lines is not None
            and cells.characters is not None
            and cells.lines[row] > 0
        ):
            return Place(int(cells.lines[row]), int(cells.characters[row]), "")
        # Rows made of what other tables mention stand on no line of their own.
        line = int(self.lines[row]) or None
        return Place(line, int(self.characters[row]) if self.characters is not None else None, "")


def letters(number: int) -> str:
    """Name a column as a spreadsheet does: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


class Distinct:
    """The distinct values of a column in the making, with the codes of the rows so far."""

    def __init__(self, values: Iterable[Value] = (), codes: Codes | None = None) -> None:
        self._numbers: defaultdict[Value, int] = defaultdict(None, zip(values, itertools.count()))
        # A value seen for the first time gets the next number without a step of Python.
        self._numbers.default_factory = self._numbers.__len__
        self.codes = array("i", b"" if codes is None else codes.tobytes())

    def extend(self, values: Iterable[Value]) -> None:
        """Add the values of further rows."""
        self.codes.extend(map(self._numbers.__getitem__, values))

    def number(self, value: Value) -> int:
        """Return the code of a value."""
        return self._numbers[value]

    def values(self) -> list[Value]:
        """List the distinct values by code."""
        return list(self._numbers)


@dataclass
class _Sparse:
    distinct: Distinct = field(default_factory=Distinct)
    rows: array[int] = field(default_factory=lambda: array("i"))
    lines: array[int] = field(default_factory=lambda: array("i"))
    characters: array[int] = field(default_factory=lambda: array("i"))


class SheetBuilder:
    """A sheet in the making, cell by cell, for sources without a grid."""

    def __init__(self, table: str, file: str) -> None:
        self.table = table
        self.file = file
        self.source: Elsewhere | None = None
        self._columns: defaultdict[str, _Sparse] = defaultdict(_Sparse)
        self._extras: defaultdict[str, _Sparse] = defaultdict(_Sparse)
        self._lines = array("i")
        self._characters = array("i")

    def __len__(self) -> int:
        return len(self._lines)

    def start(self, line: int, character: int) -> int:
        """Begin a row; returns its position."""
        self._lines.append(line)
        self._characters.append(character)
        return len(self._lines) - 1

    def add(
        self, column: str, value: Value, row: int, line: int, character: int, *, extra: bool = False
    ) -> None:
        """Put a value into a row, under a column of the model or one that is extra."""
        cells = (self._extras if extra else self._columns)[column]
        cells.distinct.codes.append(cells.distinct.number(value))
        cells.rows.append(row)
        cells.lines.append(line)
        cells.characters.append(character)

    def finish(self) -> Sheet:
        """Close the sheet."""
        return Sheet(
            self.table,
            self.file,
            {name: self._dense(cells) for name, cells in self._columns.items()},
            lines=codes(self._lines),
            characters=codes(self._characters),
            extras={name: self._dense(cells) for name, cells in self._extras.items()},
            source=self.source,
        )

    def _dense(self, cells: _Sparse) -> Cells:
        def spread(values: array[int], missing: int) -> Codes:
            dense = np.full(len(self._lines), missing, dtype=np.int32)
            dense[codes(cells.rows)] = codes(values)
            return dense

        return Cells(
            cells.distinct.values(),
            spread(cells.distinct.codes, -1),
            lines=spread(cells.lines, 0),
            characters=spread(cells.characters, 0),
        )


def codes(numbers: array[int]) -> Codes:
    """Take an array of numbers over as it lies in memory."""
    return np.frombuffer(numbers, dtype=np.int32) if numbers else np.empty(0, dtype=np.int32)
