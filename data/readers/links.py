"""The columns that refer to other rows, read once the rows they may name are known."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import Column, Kind
from data.models import columns
from data.problems import Loss
from data.readers import frames
from data.readers.references import Names, References, cyclic
from data.readers.report import Report
from data.readers.sheets import Cells, Sheet

LINKS = (Kind.REFERENCE, Kind.REFERENCES)


class Linker:
    """Links the frames of a campaign, table by table, in the order in which they refer to each other."""

    def __init__(
        self, tables: dict[str, pd.DataFrame], rows: dict[str, NDArray[np.intp]], report: Report
    ) -> None:
        self._frames = tables
        self._rows = rows
        self._report = report
        self._named: dict[str, Names] = {}

    def names(self, table: str) -> Names:
        """Return all that the rows of a table are called."""
        if table not in self._named:
            self._named[table] = Names(table, self._frames[table])
        return self._named[table]

    def link(self, table: str, sheet: Sheet) -> None:
        """Add a table's references to its frame; a row without a required one is left out."""
        stands = np.ones(len(self._frames[table]), dtype=bool)
        arrays: frames.Arrays = {}
        for column in columns(table).values():
            if column.kind in LINKS:
                arrays |= self._column(column, sheet, stands, arrays)
        arrays.pop(FURTHER, None)
        own = self._frames[table]
        arrays |= {str(name): own[name].array for name in own}
        # A frame made at once, its columns in order, is far quicker than two joined and sorted.
        linked = pd.DataFrame({name: arrays[name] for name in _order(table, arrays)}, copy=False)
        if not stands.all():
            linked = linked[stands].reset_index(drop=True)
            self._rows[table] = self._rows[table][stands]
        self._frames[table] = linked

    def _column(
        self, column: Column, sheet: Sheet, stands: NDArray[np.bool_], arrays: frames.Arrays
    ) -> frames.Arrays:
        assert column.target is not None
        rows = self._rows[column.table]
        given = sheet.cells.get(column.name) or Cells([], np.full(len(sheet), -1, dtype=np.int32))
        codes = given.codes[rows]
        found = References(column, given.values, self.names, self._rows[column.target])
        self._report.remarks(sheet, column, given, found.remarks, column.name)
        ids = self._frames[column.target]["id"]
        made: frames.Arrays = {f"{column.name}.text": frames.words(found.words, codes)}
        if column.kind is Kind.REFERENCES:
            made[column.name] = frames.tuples(_ids(found.rows, ids), codes)
            if column.name == "support" and FURTHER in arrays:
                made |= _joined(made[column.name], arrays[FURTHER], made["support.text"])
            return made
        first = frames.references(found.first(), codes, ids)
        if column.required:
            stands &= np.asarray(first.codes) >= 0
            self._report.rows(sheet, rows[codes < 0], "required_missing", column.name, loss=Loss.ROW)
        elif column.target == column.table:
            first = self._without_cycles(column, first, sheet)
        if column.name == "lead":
            further = _ids([some[1:] for some in found.rows], ids)
            if any(further):
                made[FURTHER] = frames.tuples(further, codes)
        return made | {column.name: first}

    def _without_cycles(self, column: Column, above: pd.Categorical, sheet: Sheet) -> pd.Categorical:
        """Cut the rows that are above themselves loose: whoever climbs to the top must arrive."""
        codes = np.asarray(above.codes).astype(np.intp)
        circle = cyclic(codes)
        if not len(circle):
            return above
        rows = self._rows[column.table][circle]
        self._report.rows(sheet, rows, "parent_cycle", column.name, loss=Loss.CELL)
        codes[circle] = -1
        return pd.Categorical.from_codes(codes, dtype=above.dtype)


FURTHER = "lead.further"
"""Those named after the first in a lead cell; they support."""


def _ids(rows: list[tuple[int, ...]], ids: pd.Series[str]) -> list[tuple[str, ...]]:
    listed = ids.tolist() if any(rows) else []
    return [tuple(listed[row] for row in some) for some in rows]


def _joined(cells: NDArray[np.object_], further: NDArray[np.object_], words: pd.Categorical) -> frames.Arrays:
    """Let those named after the lead support; words that are kept of a cell go on to say all of it."""
    joined = np.empty(len(cells), dtype=object)
    joined[:] = [tuple(dict.fromkeys(own + more)) for own, more in zip(cells, further, strict=True)]
    said = [
        "、".join([text, *after[len(own) :]]) if text else ""
        for text, own, after in zip(words, cells, joined, strict=True)
    ]
    return {"support": joined, "support.text": frames.words(said, np.arange(len(said), dtype=np.int32))}


def _order(table: str, names: Iterable[str]) -> list[str]:
    """Order columns as the model does, each with what stands beside it."""
    position = {name: number for number, name in enumerate(columns(table))}
    return sorted(names, key=lambda name: position[name.partition(".")[0]])
