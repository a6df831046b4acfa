"""Sheets of all tables into typed frames: rows that cannot stand are left out, references find their rows."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import Column, Kind
from data.models import TABLES, columns
from data.problems import Loss
from data.readers import cells, frames, ids, organizations, regions
from data.readers.links import LINKS, Linker
from data.readers.references import NAMES, Names
from data.readers.report import Report
from data.readers.sheets import Cells, Sheet, Value
from data.wording import LANGUAGES

Rows = NDArray[np.intp]


class Tables:
    """The frames of a campaign in the making, and where each of their rows was written."""

    def __init__(self, sheets: Mapping[str, Sheet], report: Report, language: str, year: int | None) -> None:
        self.frames: dict[str, pd.DataFrame] = {}
        self._sheets = dict(sheets)
        self._rows: dict[str, Rows] = {"campaign": np.arange(min(1, len(sheets.get("campaign", ()))))}
        self._report = report
        self._linker = Linker(self.frames, self._rows, report)
        self._language = language
        self._year = year
        if "organizations" not in self._sheets:
            self._sheets["organizations"] = organizations.named(self._sheets, report)
        # A header row alone, as in a template, lists nothing.
        if not len(self._sheets.get("regions", ())):
            self._sheets["regions"] = regions.built_in()
        for table in TABLES:
            if table != "campaign":
                self._read(table, self._sheets.get(table) or _empty(table))

    def names(self, table: str) -> Names:
        """Return all that the rows of a table are called."""
        return self._linker.names(table)

    def id_of_organization(self, row: int) -> str:
        """Return the id of a row of the organizations."""
        return str(self.frames["organizations"]["id"].iloc[row])

    def extras(self) -> dict[str, pd.DataFrame]:
        """Return the columns that no model declares, row by row beside the frames."""
        return {
            table: pd.DataFrame(
                {name: _texts(cells, self._rows[table]) for name, cells in sheet.extras.items()},
            )
            for table, sheet in self._sheets.items()
            if sheet.extras
        }

    def origin(self, table: str, rows: Rows) -> tuple[Sheet, Rows]:
        """Find the sheet rows from which rows of a frame were read."""
        return self._sheets.get(table) or _empty(table), self._rows[table][rows]

    def row(self, table: str, position: int) -> int:
        """Find the row of a frame that was read from a row of its sheet; -1 if it was left out."""
        kept = self._rows[table]
        row = int(np.searchsorted(kept, position))
        return row if row < len(kept) and kept[row] == position else -1

    def written(self, table: str, column: str, position: int) -> Value:
        """Return what stands in a cell of a sheet; empty for nothing."""
        cells = (self._sheets.get(table) or _empty(table)).cells.get(column)
        code = int(cells.codes[position]) if cells else -1
        return cells.values[code] if cells and code >= 0 else ""

    def _read(self, table: str, sheet: Sheet) -> None:
        if len(sheet):
            self._read_rows(table, sheet)
        else:
            self.frames[table], self._rows[table] = _no_rows(table), np.empty(0, dtype=np.intp)
        self._linker.link(table, sheet)

    def _read_rows(self, table: str, sheet: Sheet) -> None:
        data: frames.Arrays = {}
        stands = np.ones(len(sheet), dtype=bool)
        for column in columns(table).values():
            if column.kind in LINKS:
                continue
            arrays = self._column(column, sheet)
            if column.required and column.kind is not Kind.KEY:
                stands &= self._filled(column, arrays, sheet)
            data |= arrays
        if "id" in columns(table):
            data["id"], unique = ids.settle(sheet, data["id"], _title(table, data), self._report)
            stands &= unique
            if "code" in columns(table):
                data["code"] = ids.codes(sheet, data["id"], data["code"])
        self._rows[table] = np.flatnonzero(stands)
        frame = pd.DataFrame(data, copy=False)
        self.frames[table] = frame if stands.all() else frame[stands].reset_index(drop=True)

    def _column(self, column: Column, sheet: Sheet) -> frames.Arrays:
        """Read a column and its translations."""
        arrays = self._cells(column, sheet, column.name)
        if not column.translatable:
            return arrays
        given = {lang: name for lang in LANGUAGES if (name := f"{column.name}.{lang}") in sheet.cells}
        others = {lang: self._cells(column, sheet, name)[column.name] for lang, name in given.items()}
        return frames.translated(column, arrays[column.name], others, self._language)

    def _cells(self, column: Column, sheet: Sheet, name: str) -> frames.Arrays:
        found = sheet.cells.get(name) or Cells([], np.full(len(sheet), -1, dtype=np.int32))
        meanings = cells.mean(column, found.values, self._year, sheet.order)
        self._report.remarks(sheet, column, found, meanings.remarks, name)
        return frames.spread(column, meanings, found.codes)

    def _filled(self, column: Column, arrays: frames.Arrays, sheet: Sheet) -> NDArray[np.bool_]:
        """Find the rows in which a required column holds a value; a blank cell is reported here."""
        value = pd.Series(arrays[column.name])
        filled = ((value != "") if column.kind is Kind.TEXT else value.notna()).to_numpy()
        if column.kind is Kind.DATE:
            continuing = pd.Series(arrays[f"{column.name}.precision"]).notna().to_numpy() & ~filled
            self._report.rows(sheet, np.flatnonzero(continuing), "date_needed", column.name, loss=Loss.ROW)
        given = sheet.cells.get(column.name)
        blank = ~filled & (given.codes < 0 if given else True)
        self._report.rows(sheet, np.flatnonzero(blank), "required_missing", column.name, loss=Loss.ROW)
        return filled


@functools.cache
def _no_rows(table: str) -> pd.DataFrame:
    """Make the frame of a table of which nothing is given: most of them, in a small campaign."""
    nothing = np.empty(0, dtype=np.int32)
    data: frames.Arrays = {}
    for column in columns(table).values():
        if column.kind not in LINKS:
            data |= frames.spread(column, cells.mean(column, [], None), nothing)
    return pd.DataFrame(data, copy=False)


def _texts(cells: Cells, rows: Rows) -> Any:
    return frames.texts([str(value) for value in cells.values], cells.codes[rows])


def _title(table: str, data: frames.Arrays) -> Any:
    name = next((name for name in NAMES if name in columns(table)), None)
    return data[name] if name else None


def _empty(table: str) -> Sheet:
    return Sheet(table, "", {}, np.empty(0, dtype=np.int32))
