"""What cells of several files mean, so that two ways of writing the same are no conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.columns import Column
from data.dates import Period
from data.models import columns
from data.readers import cells, regions
from data.readers.links import LINKS
from data.readers.lists import split
from data.readers.references import NAMES
from data.readers.sheets import Sheet, Value
from data.words import fold

Meaning = Any
"""What may stand in a set, and is equal where two cells mean the same."""

_CALLED = ("id", "code", *NAMES, "aliases")


class Meanings:
    """What written values stand for, given the year of the campaign and what its rows are called."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        # By table: which joined row a folded name means; None where it means several.
        self._rows: dict[str, dict[str, int | None]] = {}
        units = regions.built_in()
        self.call(units, range(len(units)))

    def call(self, sheet: Sheet, joined: Sequence[int]) -> None:
        """Note what the rows of a sheet are called, by their positions among the joined rows."""
        names = self._rows.setdefault(sheet.table, {})
        for column, given in sheet.cells.items():
            if column.partition(".")[0] not in _CALLED:
                continue
            for row, code in enumerate(given.codes):
                for name in (
                    split(given.values[code]) if column == "aliases" else given.values[code : code + 1]
                ):
                    if code >= 0 and names.setdefault(fold(str(name)), joined[row]) != joined[row]:
                        names[fold(str(name))] = None

    def of(self, sheet: Sheet, name: str, parents: Sequence[int] = ()) -> list[Meaning]:
        """Tell what the distinct values of a column mean; `parents` are the joined rows of nested ones."""
        given = sheet.column(name)
        column = columns(sheet.table).get(name.partition(".")[0])
        assert given is not None
        if column is None:
            return [*given.values]
        if column.kind in LINKS:
            return [self._referred(column, value, parents) for value in given.values]
        found = cells.mean(column, given.values, self._year, sheet.order)
        return [_plain(meaning, value) for meaning, value in zip(found.values, given.values, strict=True)]

    def _referred(self, column: Column, value: Value, parents: Sequence[int]) -> Meaning:
        """Tell which rows a reference means, by their positions; unknown names mean themselves."""
        if isinstance(value, int):
            return (parents[value],)
        names = self._rows.get(column.target or "", {})
        whole = isinstance(value, str) and fold(value) in names
        parts = [fold(part) for part in ([str(value)] if whole else split(value))]
        return tuple(part if (row := names.get(part)) is None else row for part in parts)


class MeantCells:
    """What the cells of a sheet mean, column by column when they are asked for."""

    def __init__(self, sheet: Sheet, meanings: Meanings, parents: Sequence[int]) -> None:
        self.sheet = sheet
        self.names = [*sheet.cells, *sheet.extras]
        self._meant: dict[str, list[Meaning]] = {}
        self._meanings = meanings
        self._parents = parents

    def of(self, name: str, row: int) -> Meaning:
        """Tell what a cell means; None for nothing."""
        given = self.sheet.column(name)
        if given is None or given.codes[row] < 0:
            return None
        if name not in self._meant:
            self._meant[name] = self._meanings.of(self.sheet, name, self._parents)
        return self._meant[name][given.codes[row]]

    def written(self, name: str, row: int) -> str:
        """Return what is written in a cell."""
        given = self.sheet.column(name)
        return given.found(row) if given else ""


def _plain(meaning: object, value: Value) -> Meaning:
    if isinstance(meaning, Period):
        return meaning.start, meaning.end, meaning.precision
    # What cannot be read means what it says; NaN is not even equal to itself.
    return fold(str(value)) if meaning is None or meaning != meaning else meaning
