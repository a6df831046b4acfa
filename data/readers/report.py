"""The problems found so far; a thousandth cell with the same fault is counted, not listed."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from data.columns import Column, Kind
from data.personal import mask
from data.problems import Loss, Problem, Severity
from data.readers.cells import Remark
from data.readers.sheets import Cells, Sheet

LIMIT = 1000
"""How many problems of one kind in one column of one file are listed."""

SHOWN_TOGETHER = 10
"""How many cells a warning about many of them names."""

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Report:
    """Collects problems while a campaign is read."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._counts: Counter[tuple[str, str, str, str]] = Counter()

    def add(self, problem: Problem) -> None:
        """Add a problem; what it quotes is masked, since problems are shown."""
        kind = (problem.code, problem.file, problem.table, problem.column)
        before = self._counts[kind]
        self._counts[kind] += 1
        if before < LIMIT:
            values = {name: mask(text) for name, text in problem.values.items()}
            self._problems.append(dataclasses.replace(problem, found=mask(problem.found), values=values))

    def rows(
        self,
        sheet: Sheet,
        rows: NDArray[np.intp],
        code: str,
        column: str = "",
        *,
        severity: Severity = ERROR,
        loss: Loss = Loss.NOTHING,
        values: Mapping[str, str] | Callable[[int], Mapping[str, str] | None] | None = None,
        ids: Callable[[int], str] | None = None,
        placed: bool = True,
    ) -> None:
        """Add the same problem for several rows of a sheet; not `placed`, it belongs to no row that stays."""
        for position in rows[:LIMIT]:
            row = int(position)
            own, at = sheet.origin(row, column)
            line, character, cell = own.place(at, column)
            cells = own.column(column)
            self.add(
                Problem(
                    severity,
                    code,
                    own.file,
                    line,
                    character,
                    cell,
                    sheet.table,
                    ids(row) if ids else _id(sheet, row),
                    column,
                    cells.found(at) if cells else "",
                    dict((values(row) if callable(values) else values) or {}),
                    loss,
                    row if placed else None,
                    sheet=own.sheet,
                )
            )
        if len(rows) > LIMIT:
            # Where several files make one table, the last of them stands for the rest.
            kind = (code, own.file, sheet.table, column)
            self._counts[kind] = max(self._counts[kind], LIMIT) + len(rows) - LIMIT

    def together(self, sheet: Sheet, rows: NDArray[np.intp], code: str, column: str) -> None:
        """Add one warning for all rows of a column in which the same kind of thing stands."""
        places = [sheet.place(int(row), column) for row in rows[:SHOWN_TOGETHER]]
        shown = [place.cell or str(place.line) for place in places]
        more = ["…"] if len(rows) > len(shown) else []
        values = {"count": f"{len(rows):,}", "cells": ", ".join([*shown, *more])}
        self.rows(sheet, rows[:1], code, column, severity=WARNING, values=values, placed=False)

    def remarks(
        self, sheet: Sheet, column: Column, cells: Cells, remarks: Mapping[int, Remark], name: str
    ) -> None:
        """Add a problem for every row in which a value with a remark stands."""
        if not remarks:
            return
        rows = np.flatnonzero(np.isin(cells.codes, list(remarks)))
        kinds: dict[tuple[str, Severity, Loss, bool], list[int]] = {}
        for row in rows:
            remark = remarks[int(cells.codes[row])]
            kind = (remark.code, remark.severity, remark.loss, remark.together)
            kinds.setdefault(kind, []).append(int(row))
        for (code, severity, loss, together), alike in kinds.items():
            if together:
                self.together(sheet, np.array(alike), code, name)
                continue
            # Without a required cell the row cannot stand; an id is made where there is none.
            needed = column.required and column.kind is not Kind.KEY
            lost = Loss.ROW if needed and loss is Loss.CELL else loss
            self.rows(
                sheet, np.array(alike), code, name, severity=severity, loss=lost,
                values=lambda row: remarks[int(cells.codes[row])].values,
            )  # fmt: skip

    def problems(self) -> tuple[Problem, ...]:
        """List the problems in the order of the files, with a count of those left out."""
        found = [*self._problems, *self._more()]
        return tuple(sorted(found, key=lambda p: (p.file, p.sheet, p.line or 0, p.character or 0)))

    def _more(self) -> Sequence[Problem]:
        last = {(p.code, p.file, p.table, p.column): p for p in self._problems}
        return [
            dataclasses.replace(
                last[kind], code="more", found="", values={"count": f"{count - LIMIT:,}"}, position=None
            )
            for kind, count in self._counts.items()
            if count > LIMIT
        ]


def _id(sheet: Sheet, row: int) -> str:
    cells = sheet.cells.get("id")
    return cells.found(row) if cells else ""
