"""A list of conflicts to decide in: a row for each value, and a cell to mark the one to take."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from data import exports, wording
from data.comparison import naming
from data.errors import CellError
from data.formulas import restored
from data.merging.conflicts import Choose, Conflict, Side
from data.merging.sources import Source
from data.readers import files, workbooks
from data.readers.report import Report
from data.writers import plain_workbook

_COLUMNS = ("key", "table", "row", "field", "source", "place", "value", "take")
_KEY, _SOURCE, _VALUE, _TAKE = (_COLUMNS.index(name) for name in ("key", "source", "value", "take"))

Decided = Mapping[tuple[str, str], str]
"""The values to take, by key of the conflict and name of the source."""


def to_bytes(conflicts: Sequence[Conflict], ending: str, lang: str) -> bytes:
    """Write the list as a workbook or as CSV, for Excel."""
    rows = [_row(conflict, side, lang) for conflict in conflicts for side in conflict.sides]
    headers = [wording.text(f"merge.column.{name}", lang) for name in _COLUMNS]
    frame = pd.DataFrame(rows, columns=headers, dtype="str")
    if ending == files.CSV_ENDING:
        return exports.to_csv(frame)
    return plain_workbook.write({wording.text("merge.conflicts", lang): frame}, lang)


def read(path: Path) -> Decided:
    """Read a list in which values are marked. Raises Unreadable."""
    content = files.gather(path).contents[path.name]
    if path.suffix.lower() == files.XLSX_ENDING:
        rows = [row for sheet in workbooks.read(path.name, content, Report()) for row in sheet.rows]
    else:
        try:
            text = content.decode(files.encoding(content))
            rows = [[*map(restored, row)] for row in csv.reader(io.StringIO(text, newline=""))]
        except (CellError, csv.Error) as error:
            raise files.refusal("binary_file", path.name) from error
    # The header is the key of no conflict.
    whole = (row for row in rows if len(row) >= len(_COLUMNS))
    return {(row[_KEY], row[_SOURCE]): row[_VALUE] for row in whole if row[_TAKE].strip()}


def choosing(decided: Decided, preferred: Sequence[Source]) -> Choose:
    """Take what was marked, else what the first of the preferred sources says."""

    def choose(conflict: Conflict) -> Side | None:
        marked = [side for side in conflict.sides if decided.get((conflict.key, side.source)) == side.value]
        if marked:
            # Two marks for one field decide nothing.
            return marked[0] if len(marked) == 1 else None
        names = [source.name for source in preferred]
        return min(
            (side for side in conflict.sides if side.source in names),
            key=lambda side: names.index(side.source),
            default=None,
        )

    return choose


def _row(conflict: Conflict, side: Side, lang: str) -> list[str]:
    field = naming.field_name(conflict.table, conflict.column, lang)
    place = side.problem(conflict).place
    what = naming.row_name(conflict.table, lang)
    return [conflict.key, what, conflict.row, field, side.source, place, side.value, ""]
