"""Rows that are no data: remarks, sources and signatures below a table."""

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
_NARROWEST = 3
"""A table of fewer columns may well hold rows with a single filled cell."""


def left_out(sheet: Sheet, report: Report) -> Sheet:
    """Leave out rows whose only text says that it is a remark; each is reported."""
    named = {**sheet.cells, **sheet.extras}
    if len(named) < _NARROWEST:
        return sheet
    filled = np.zeros(len(sheet), dtype=np.int32)
    for found in named.values():
        filled += found.codes >= 0
    alone = np.flatnonzero(filled == 1)
    kept = np.ones(len(sheet), dtype=bool)
    for name, found in named.items():
        rows = np.array([row for row in alone if NOTE.match(found.found(int(row)))], dtype=np.intp)
        report.rows(sheet, rows, "taken_for_note", name, severity=WARNING, loss=Loss.ROW, placed=False)
        kept[rows] = False
    return sheet if kept.all() else sheet.kept(kept)
