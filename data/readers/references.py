"""Whom and what rows refer to: by id, name, short name, alias or translation."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import Column, Kind
from data.problems import Loss, Severity
from data.readers.cells import GUESSES, Remark
from data.readers.lists import named_by, split
from data.readers.sheets import Value
from data.words import fold

NAMES = ("name", "short_name", "title")

_UNKNOWN = {"organizations": "unknown_organization", "regions": "unknown_region"}


class Names:
    """The rows of a table by all that they are called."""

    def __init__(self, table: str, frame: pd.DataFrame) -> None:
        self._ids = {key: row for row, key in enumerate(frame["id"].tolist())}
        self._table = table
        self._frame = frame
        self._guesses = 0

    @functools.cached_property
    def _rows(self) -> dict[str, set[int]]:
        """Fold all names; where everything is referred to by its id, nobody asks for them."""
        rows: dict[str, set[int]] = {}
        for name, row in self._names():
            rows.setdefault(fold(name), set()).add(row)
        return rows

    @functools.cached_property
    def _spelled(self) -> dict[str, str]:
        """Tell how each name is spelled, by the name folded."""
        spelled: dict[str, str] = {}
        for name, _ in self._names():
            spelled.setdefault(fold(name), name)
        return spelled

    def _names(self) -> Iterator[tuple[str, int]]:
        """List everything the rows are called."""
        yield from self._ids.items()
        for column in self._frame.columns:
            if column.partition(".")[0] in (*NAMES, "code") and not column.endswith(".text"):
                yield from ((name, row) for row, name in enumerate(self._frame[column].tolist()) if name)
        if "aliases" in self._frame:
            yield from ((name, row) for row, names in enumerate(self._frame["aliases"]) for name in names)

    def by_id(self, value: str | tuple[str, ...]) -> int | None:
        """Find the row of an id; most cells hold nothing else."""
        return self._ids.get(value) if isinstance(value, str) else None

    def knows(self, text: str) -> bool:
        """Tell whether anything is called so."""
        return text in self._ids or fold(text) in self._rows

    def find(self, text: str) -> int | Remark:
        """Find the row of that id or name, or say why there is none."""
        if text in self._ids:
            return self._ids[text]
        rows = self._rows.get(fold(text), set())
        if len(rows) == 1:
            return next(iter(rows))
        if rows:
            return Remark("ambiguous_reference", values={"name": text, "count": str(len(rows))})
        return Remark(
            _UNKNOWN.get(self._table, "unknown_reference"), values={"name": text, "near": self._near(text)}
        )

    def _near(self, text: str) -> str:
        # A number is as near to one code as to the next.
        if text.isdecimal():
            return ""
        # Among thousands of names, one guess would take longer than reading the file.
        self._guesses += 1
        known = self._spelled if len(self._spelled) <= 5000 and self._guesses <= GUESSES else ()
        close = difflib.get_close_matches(fold(text), known, n=1, cutoff=0.5)
        return self._spelled[close[0]] if close else ""


class References:
    """What the distinct values of a reference column name: rows of a table, words kept, and remarks."""

    def __init__(
        self, column: Column, values: list[Value], names: Callable[[str], Names], kept: NDArray[np.intp]
    ) -> None:
        self.rows: list[tuple[int, ...]] = [()] * len(values)
        self.words = [""] * len(values)
        self.remarks: dict[int, Remark] = {}
        self._kept = kept
        for position, value in enumerate(values):
            if isinstance(value, int):
                self.rows[position] = self._parent(value)
            else:
                assert column.target is not None
                named = names(column.target)
                row = named.by_id(value)
                if row is None:
                    self._read(column, position, value, named)
                else:
                    self.rows[position] = (row,)

    def _parent(self, row: int) -> tuple[int, ...]:
        """Find the parent of a nested row in its frame; it may have been left out."""
        position = int(np.searchsorted(self._kept, row))
        return (position,) if position < len(self._kept) and self._kept[position] == row else ()

    def _read(self, column: Column, position: int, value: str | tuple[str, ...], names: Names) -> None:
        # A name may itself hold a separator.
        whole = isinstance(value, str) and names.knows(value)
        parts = [str(value)] if whole else split(value)
        named = [(part, part if names.knows(part) else named_by(part)) for part in parts]
        found = [(part, names.find(name)) for part, name in named if name]
        self.rows[position] = tuple(dict.fromkeys(row for _, row in found if isinstance(row, int)))
        unknown = [row for _, row in found if isinstance(row, Remark)]
        # Of several leads the first leads and the others support, so nothing is lost.
        several = column.kind is Kind.REFERENCE and len(found) > 1 and column.name != "lead"
        if unknown:
            self.remarks[position] = unknown[0]
        elif several:
            self.remarks[position] = Remark(
                "one_expected", Severity.WARNING, Loss.CELL, {"name": found[0][0]}
            )
        if unknown or several or any(part != name for part, name in named):
            self.words[position] = "、".join(parts)

    def first(self) -> list[int]:
        """List the first row named by each value, -1 for none."""
        return [rows[0] if rows else -1 for rows in self.rows]


def cyclic(above: NDArray[np.intp]) -> NDArray[np.intp]:
    """Find the rows that are above themselves; `above` holds the row above each, -1 for none.

    Whoever still climbs after as many steps as there are rows is on a cycle; steps are doubled each time.
    """
    far = np.append(above, -1)
    for _ in range(max(1, len(above).bit_length())):
        far = far[far]
    return np.unique(far[far >= 0])
