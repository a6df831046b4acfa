"""What several files say differently of the same field, and what was decided about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.problems import Problem
from data.readers.report import ERROR
from data.readers.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, with the source, and the sheet and row in which it stands."""

    source: str
    sheet: Sheet
    row: int
    value: str

    def problem(self, conflict: Conflict, **values: str) -> Problem:
        """Report the value at its place."""
        line, character, cell = self.sheet.place(self.row, conflict.column)
        table, column = conflict.table, conflict.column
        place = (self.sheet.file, line, character, cell, table, conflict.row, column)
        return Problem(ERROR, "merge_conflict", *place, self.value, values, sheet=self.sheet.sheet)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a row for which files give different values."""

    table: str
    row: str
    """What the row is known by: its id or code, else its title."""
    column: str
    sides: Sequence[Side]

    @property
    def key(self) -> str:
        """Name the field so that a decision finds it again."""
        return ":".join((self.table, self.row, self.column))

    def problems(self) -> list[Problem]:
        """Report every further value against the first."""
        first = self.sides[0]
        at = {"row": self.row, "other": first.value, "place": first.problem(self).place}
        return [side.problem(self, **at) for side in self.sides[1:]]


Choose = Callable[[Conflict], Side | None]
"""Finds the value that was decided on; None where nothing was."""
