"""Rows that are no data: remarks, sources, signatures and sums below a table."""

from __future__ import annotations

import re

import numpy as np

from data.problems import Loss
from data.readers.report import WARNING, Report
from data.readers.sheets import Sheet

# Remarks, and who filled in the form, as they stand below a table.
NOTE = re.compile(
    r"(注|备注|附注|说明|填[表报]说明|填[表报]人|制表人?|审核人?|(数据|资料)?来源|notes?|remarks?|source)"
    r"\s*\d*\s*[:：.、)）]|[*＊※]",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(合\s*计|总\s*计|小\s*计|(grand |sub-?)?total)\s*[:：]?", re.IGNORECASE)
_NARROWEST = 3
"""A table of fewer columns may well hold rows with a single filled cell."""


def left_out(sheet: Sheet, report: Report) -> Sheet:
    """Leave out rows whose only text says that it is a remark, and a last row of sums; each is reported."""
    named = {**sheet.cells, **sheet.extras}
    if len(named) < _NARROWEST:
        return sheet
    filled = np.zeros(len(sheet), dtype=np.int32)
    for found in named.values():
        filled += found.codes >= 0
    kept = np.ones(len(sheet), dtype=bool)

    def leave_out(rows: list[int], code: str, name: str) -> None:
        left = np.array(rows, dtype=np.intp)
        report.rows(sheet, left, code, name, severity=WARNING, loss=Loss.ROW, placed=False)
        kept[left] = False

    alone = np.flatnonzero(filled == 1).tolist()
    for name, found in named.items():
        leave_out([row for row in alone if NOTE.match(found.found(row))], "taken_for_note", name)
    # An organization may be called Total; a list of items ends with a sum.
    if sheet.table == "items" and kept.any():
        last = int(np.flatnonzero(kept)[-1])
        name, first = min(named.items(), key=lambda one: one[1].character)
        leave_out([last] if _TOTAL.fullmatch(first.found(last)) else [], "taken_for_total", name)
    return sheet if kept.all() else sheet.kept(kept)
