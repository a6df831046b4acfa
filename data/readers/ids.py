"""Ids of rows: given, unique and well-formed, or made from what the row says."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.problems import Loss
from data.readers.report import WARNING, Report
from data.readers.sheets import Sheet


def settle(sheet: Sheet, given: Any, titles: Any, report: Report) -> tuple[Any, NDArray[np.bool_]]:
    """Give every row without an id one, and find the rows that may stand: no second row of the same id."""
    ids = pd.Series(given, dtype="str")
    # What is no id was reported cell by cell; a row is more than its number on a list.
    missing = (ids == "").to_numpy()
    later = (ids.duplicated() & (ids != "")).to_numpy()
    if later.any():
        first = ids[~ids.duplicated()]
        lines = dict(zip(first, sheet.lines[first.index.to_numpy()], strict=True))
        report.rows(
            sheet, np.flatnonzero(later), "duplicate_id", "id", loss=Loss.ROW,
            values=lambda row: {"line": str(lines[ids[row]])},
        )  # fmt: skip
    if missing.any():
        rows = np.flatnonzero(missing)
        report.rows(
            sheet, rows[:1], "generated_ids", "id", severity=WARNING, values={"count": f"{len(rows):,}"}
        )
        ids = ids.copy()
        ids[rows] = _made(sheet.table, rows, titles, set(ids))
    return ids.array, ~later


def codes(sheet: Sheet, settled: Any, given: Any) -> Any:
    """Keep numbers on a list that had to be rewritten as ids, where the row has no other code."""
    written, ids = sheet.cells.get("id"), set(settled)
    odd = [n for n, value in enumerate(written.values) if value not in ids] if written else []
    if written is None or not odd:
        return given
    kept = pd.Series(given, dtype="str")
    rows = np.flatnonzero(np.isin(written.codes, odd) & (kept == "").to_numpy())
    kept.iloc[rows] = [written.found(int(row)) for row in rows]
    return kept.array


def _made(table: str, rows: NDArray[np.intp], titles: Any, taken: set[str]) -> list[str]:
    """Make ids from titles: they stay when rows are added or sorted, as running numbers would not."""
    made = []
    numbers: dict[str, int] = {}
    for row in rows:
        title = titles[row] if titles is not None else ""
        stem = found = f"{table.removesuffix('s')}-{hashlib.sha256(str(title).encode()).hexdigest()[:6]}"
        while found in taken:
            # Counting on from the last, since a whole column may hold one title.
            numbers[stem] = numbers.get(stem, 1) + 1
            found = f"{stem}-{numbers[stem]}"
        taken.add(found)
        made.append(found)
    return made
