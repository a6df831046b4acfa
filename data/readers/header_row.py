"""The header row of a grid: which column of the table each header names, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.models import columns
from data.problems import Loss, Problem
from data.readers import headers
from data.readers.cells import GUESSES
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Place, Sheet, letters

WIDEST = 1000
"""How many columns a table may have."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The headers of a table as written, each with its place; columns are named by position from 1."""

    table: str
    file: str
    texts: Sequence[str]
    places: Sequence[Place]
    sheet: str = ""
    transposed: bool = False
    """Whether the headers stand below each other, in the first column."""

    def names(self, report: Report) -> dict[int, str] | None:
        """Name the columns of the model; None if a required one is missing."""
        if len(self.texts) > WIDEST:
            report.add(self._problem("too_many_columns", self._beginning, "", limit=f"{WIDEST:,}"))
            return None
        names: dict[int, str] = {}
        taken: set[str] = set()
        for position, written in enumerate(self.texts, 1):
            name = headers.find(self.table, written)
            if name and name not in taken:
                names[position] = name
                taken.add(name)
        there = {name.partition(".")[0] for name in taken}
        absent = [c for c in columns(self.table).values() if c.required and c.name not in ("id", *there)]
        for column in absent:
            written = ", ".join(text for text in self.texts if text.strip())
            missing = {"name_zh": column.zh, "name_en": column.en}
            report.add(self._problem("missing_column", self._beginning, written, **missing))
        return None if absent else names

    @property
    def _beginning(self) -> Place:
        return Place(self.places[0].line if self.places else None, None, "")

    def extras(self, names: Mapping[int, str], report: Report) -> dict[int, str]:
        """Name the other columns, each apart from all the rest: by header, or by letter if there is none."""
        chinese = bool(_CHINESE.search("".join(self.texts)))
        extras: dict[int, str] = {}
        taken: set[str] = set()
        guesses = 0
        for position, (text, place) in enumerate(zip(self.texts, self.places, strict=True), 1):
            written = text.strip()
            if position in names:
                taken.add(written)
                continue
            kept = headers.told_apart(written or self._bare(position, chinese), taken)
            if headers.find(self.table, written) or (written and kept != written):
                report.add(self._problem("duplicate_header", place, written, kept=kept))
            elif written:
                guesses += 1
                near = headers.guess(self.table, written) if guesses <= GUESSES else {}
                report.add(self._problem("unknown_column", place, written, **near))
            extras[position] = kept
            taken |= {written, kept}
        return extras

    def _bare(self, position: int, chinese: bool) -> str:
        """Name a column that has no header."""
        if self.transposed:
            return f"第{position}行" if chinese else f"Row {position}"
        return f"{letters(position)}列" if chinese else f"Column {letters(position)}"

    def without_blanks(self, sheet: Sheet, report: Report) -> Sheet:
        """Take out columns that have neither header nor content; those with content alone are reported."""
        for name, cells in list(sheet.extras.items()):
            position = cells.character - 1
            if self.texts[position].strip():
                continue
            if (cells.codes >= 0).any():
                report.add(self._problem("unnamed_column", self.places[position], name))
            else:
                del sheet.extras[name]
        return sheet

    def _problem(self, code: str, place: Place, found: str, **values: str) -> Problem:
        lost = code in ("missing_column", "too_many_columns")
        severity, loss = (ERROR, Loss.TABLE) if lost else (WARNING, Loss.NOTHING)
        return Problem(
            severity, code, self.file, *place, self.table,
            found=found, values=values, loss=loss, sheet=self.sheet,
        )  # fmt: skip
