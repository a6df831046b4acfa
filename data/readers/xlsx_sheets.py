"""The tables of a workbook as sheets: a worksheet per table, or a single one of items."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from data import table_names
from data.models import TABLES
from data.problems import Loss, Problem, Severity, Unreadable
from data.readers import collector, workbooks, worksheet_headers, worksheet_tables
from data.readers.mappings import TableMapping
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Sheet
from data.readers.workbooks import Worksheet
from data.words import fold

NOTHING: Mapping[str, Any] = MappingProxyType({})
# A sheet with as many known headers may well be meant for the table.
_LIKELY = 3


def read(
    file: str,
    content: bytes,
    report: Report,
    taken: Mapping[str, Sheet] = NOTHING,
    mapping: TableMapping | None = None,
) -> dict[str, Sheet]:
    """Read the tables of a workbook that are not taken from another file, with all problems in the report."""
    try:
        with collector.paused():
            worksheets = workbooks.read(file, content, report)
    except Unreadable as unreadable:
        for problem in unreadable.problems:
            report.add(problem)
        return {}
    found = {}
    meant = _meant(worksheets, mapping)
    if mapping and meant and mapping.table not in taken:
        worksheets.remove(meant)
        if (sheet := worksheet_tables.read(mapping.table, file, meant, report, mapping)) is not None:
            found[mapping.table] = sheet
    for table, worksheet in _Assignment(file, {**taken, **found}, report).tables(worksheets):
        if (sheet := worksheet_tables.read(table, file, worksheet, report)) is not None:
            found[table] = sheet
        # Two million cells need not lie in memory twice.
        worksheet.rows.clear()
    return found


def _meant(worksheets: list[Worksheet], mapping: TableMapping | None) -> Worksheet | None:
    """Find the sheet a mapping is for: the one it names, else the first that is not hidden."""
    if mapping is None:
        return None
    name = mapping.said.sheet
    shown = [sheet for sheet in worksheets if not sheet.hidden]
    found = next((s for s in (worksheets if name else shown) if not name or fold(s.name) == fold(name)), None)
    if name and found is None:
        near = difflib.get_close_matches(name, [sheet.name for sheet in worksheets], n=1, cutoff=0.3)
        mapping.checker.tell("mapping_sheet", ("sheet",), name, near="".join(near))
    return found


class _Assignment:
    """Finds the table each worksheet holds."""

    def __init__(self, file: str, taken: Mapping[str, Sheet], report: Report) -> None:
        self._file = file
        self._others = {table: sheet.file for table, sheet in taken.items()}
        self._report = report

    def tables(self, worksheets: list[Worksheet]) -> Iterator[tuple[str, Worksheet]]:
        """List the tables with their worksheets; what is not read is reported."""
        unnamed = []
        for sheet in worksheets:
            if table_names.holds_no_table(sheet.name):
                continue
            table = table_names.find(sheet.name)
            if sheet.hidden:
                self._problem("hidden_sheet", sheet, table)
            elif not table:
                unnamed.append(sheet)
            elif table in self._others:
                self._problem("table_twice", sheet, table, {"other": self._others[table]}, ERROR)
            else:
                self._others[table] = f"{self._file}:{sheet.name}"
                yield table, sheet
        items = self._items(unnamed)
        if items:
            yield "items", items
        for sheet in unnamed:
            if sheet is not items:
                self._problem("unknown_sheet", sheet, "", self._guess(sheet))

    def _items(self, unnamed: list[Worksheet]) -> Worksheet | None:
        """Find the one sheet that holds items under whatever name."""
        if "items" in self._others:
            return None
        if len(unnamed) == 1 and not self._others:
            return unnamed[0]
        fitting = [s for s in unnamed if "title" in worksheet_headers.find("items", s).known("items")]
        return fitting[0] if len(fitting) == 1 else None

    def _guess(self, sheet: Worksheet) -> Mapping[str, str]:
        if near := table_names.guess(sheet.name):
            return near
        fits = {table: len(worksheet_headers.find(table, sheet).known(table)) for table in TABLES}
        best = max(fits, key=lambda table: fits[table])
        return table_names.labels(best) if fits[best] >= _LIKELY else {}

    def _problem(
        self,
        code: str,
        sheet: Worksheet,
        table: str,
        values: Mapping[str, str] = NOTHING,
        severity: Severity = WARNING,
    ) -> None:
        self._report.add(
            Problem(
                severity, code, self._file, table=table, found=sheet.name, values=dict(values),
                loss=Loss.TABLE, sheet=sheet.name,
            )
        )  # fmt: skip
