"""A difference as a workbook for meetings: a summary, and a sheet with a row for each change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from data import wording
from data.comparison.difference import Difference
from data.comparison.kinds import Kind
from data.comparison.lines import COLUMNS, lines
from data.comparison.naming import row_name

MOST_ROWS = 1_000_000
"""How many changes one sheet takes; the format ends at 1,048,576 rows."""

_LONGEST = 32_000
"""How many characters one cell takes; the format ends at 32,767."""

_WIDTHS = {"kind": 13, "table": 11, "code": 10, "item": 30, "id": 14, "title": 30, "field": 14}
_WIDEST = 46


def to_xlsx(difference: Difference, names: Sequence[str], lang: str) -> bytes:
    """Write a workbook in the reader's language; `names` are those of the earlier and the later version."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        _summary(book, difference, names, lang)
        _changes(book, difference, lang)
    return out.getvalue()


def headers(lang: str) -> list[str]:
    """Name the columns of `lines` for a reader."""
    return [_worded(f"column.{name}", lang) for name in COLUMNS]


def _summary(book: Any, difference: Difference, names: Sequence[str], lang: str) -> None:
    """Say what was compared, and count the changes of each kind by table."""
    sheet = book.add_worksheet(_worded("summary", lang))
    sheet.set_column(0, 0, 24)
    bold = book.add_format({"bold": True, "bottom": 1})
    about = zip(
        ("before", "after", "as_of"), (*names, difference.after.settings.today().isoformat()), strict=True
    )
    for row, (key, value) in enumerate(about):
        sheet.write_string(row, 0, _worded(f"version.{key}", lang))
        sheet.write_string(row, 1, value)
    counts = difference.changes.groupby(["table", "kind"], observed=True, sort=False).size()
    kinds = [kind for kind in Kind if kind in counts.index.get_level_values("kind")]
    top = len(names) + 2
    for place, header in enumerate([_worded("column.table", lang), *(kind.label(lang) for kind in kinds)]):
        sheet.write_string(top, place, header, bold)
    for row, table in enumerate(counts.index.get_level_values("table").unique(), top + 1):
        sheet.write_string(row, 0, row_name(table, lang))
        for place, kind in enumerate(kinds, 1):
            sheet.write_number(row, place, int(counts.get((table, kind), 0)))


def _changes(book: Any, difference: Difference, lang: str) -> None:
    """Write a row for each change, under a header that stays and filters."""
    sheet = book.add_worksheet(_worded("changes", lang))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (name, header) in enumerate(zip(COLUMNS, headers(lang), strict=True)):
        sheet.set_column(place, place, _WIDTHS.get(name, _WIDEST))
        sheet.write_string(0, place, header, bold)
    found = lines(difference, lang, slice(MOST_ROWS))
    for row, cells in enumerate(found.itertuples(index=False), 1):
        for place, cell in enumerate(cells):
            # As a text, whatever it looks like: no formula, no link, no number that loses its zeros.
            sheet.write_string(row, place, cell[:_LONGEST], wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(found)), len(COLUMNS) - 1)


def _worded(key: str, lang: str) -> str:
    return wording.text(f"comparison.{key}", lang)
