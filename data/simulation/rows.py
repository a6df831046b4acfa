"""Rows of a simulated table as they will stand in its file: text only, with a column for each translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from data.models import columns
from data.simulation.phrases import Words

Cell = str | int | float | Words | Sequence[str] | None
JOIN = "、"


class Rows:
    """A table in the making, kept by column."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.count = 0
        self._cells: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, **cells: Cell) -> None:
        """Add a row; columns left out are empty."""
        for name, cell in cells.items():
            if isinstance(cell, Words):
                self._put(name, cell.zh)
                self._put(f"{name}.en", cell.en)
            elif isinstance(cell, str):
                self._put(name, cell)
            elif cell is None:
                self._put(name, "")
            else:
                self._put(name, str(cell) if isinstance(cell, (int, float)) else JOIN.join(cell))
        self.count += 1

    def _put(self, name: str, text: str) -> None:
        column = self._cells[name]
        if len(column) < self.count:
            column.extend([""] * (self.count - len(column)))
        column.append(text)

    def frame(self) -> pd.DataFrame:
        """Close the table: columns in the order of the model, each translation after its text."""
        for column in self._cells.values():
            column.extend([""] * (self.count - len(column)))
        return in_order(self.table, pd.DataFrame(dict(self._cells), dtype=object))


def in_order(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Order the columns as the model declares them; required columns stay even without rows."""
    names = [name for column in columns(table) for name in (column, f"{column}.en") if name in frame]
    missing = [c.name for c in columns(table).values() if c.required and c.name not in frame]
    return frame.reindex(columns=[*missing, *names])
