"""The header row of a grid: which column of the table each header names, and what is wrong with it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.models import columns
from data.problems import Loss, Problem
from data.readers import headers, mapped
from data.readers.cells import GUESSES
from data.readers.mappings import TableMapping
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Place, Sheet, letters
from data.words import fold

WIDEST = 1000
"""How many columns a table may have."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MOST_NAMES = 20
"""How many columns one problem names."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a grid are, by position from 1."""

    names: Mapping[int, str]
    """Those of the model."""
    extras: Mapping[int, str]
    """The others, each apart from all the rest: by header, or by letter if there is none."""
    sources: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Those of the others from which a mapping reads a field, by its name."""


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The headers of a table as written, each with its place."""

    table: str
    file: str
    texts: Sequence[str]
    places: Sequence[Place]
    sheet: str = ""
    transposed: bool = False
    """Whether the headers stand below each other, in the first column."""
    mapping: TableMapping | None = None

    def columns(self, report: Report) -> Columns | None:
        """Tell what the columns are; None if a required one is missing."""
        if len(self.texts) > WIDEST:
            report.add(self._problem("too_many_columns", self._beginning, "", limit=f"{WIDEST:,}"))
            return None
        sources = self._sources()
        claimed = {position for positions in sources.values() for position in positions}
        names: dict[int, str] = {}
        taken = set(self.mapping.columns if self.mapping else ())
        for position, written in enumerate(self.texts, 1):
            name = headers.find(self.table, written)
            if name and name not in taken and position not in claimed:
                names[position] = name
                taken.add(name)
        if self._absent({*names.values(), *sources}, report):
            return None
        extras = self._extras(names)
        left = [
            position for position in extras if position not in claimed and self.texts[position - 1].strip()
        ]
        if self.mapping:
            self._tell_left(left, report)
        else:
            self._tell_each(left, extras, report)
        return Columns(names, extras, sources)

    def finish(self, sheet: Sheet, found: Columns, report: Report) -> Sheet:
        """Take out columns that have neither header nor content, and read the rest as the mapping says."""
        claimed = {position for positions in found.sources.values() for position in positions}
        for position, name in found.extras.items():
            if self.texts[position - 1].strip() or position in claimed:
                continue
            if (sheet.extras[name].codes >= 0).any():
                report.add(self._problem("unnamed_column", self.places[position - 1], name))
            else:
                del sheet.extras[name]
        if not self.mapping:
            mapped.tell_leftovers(sheet, report)
            return sheet
        sources = {name: [found.extras[p] for p in positions] for name, positions in found.sources.items()}
        return mapped.apply(self.mapping, sheet, sources, report)

    def _extras(self, names: Mapping[int, str]) -> dict[int, str]:
        """Name the columns that are not of the model, each apart from all the rest."""
        chinese = bool(_CHINESE.search("".join(self.texts)))
        extras: dict[int, str] = {}
        taken: set[str] = {*names.values()}
        for position, text in enumerate(self.texts, 1):
            written = text.strip()
            if position not in names:
                extras[position] = headers.told_apart(written or self._bare(position, chinese), taken)
            taken |= {written, extras.get(position, written)}
        return extras

    def _bare(self, position: int, chinese: bool) -> str:
        """Name a column that has no header."""
        if self.transposed:
            return f"第{position}行" if chinese else f"Row {position}"
        return f"{letters(position)}列" if chinese else f"Column {letters(position)}"

    def _sources(self) -> dict[str, list[int]]:
        """Find the columns that the mapping reads a field from; those that are not there are reported."""
        found: dict[str, list[int]] = {}
        for name, written in self.mapping.columns.items() if self.mapping else ():
            positions = [position for header in written if (position := self._position(name, header))]
            if positions:
                found[name] = list(dict.fromkeys(positions))
        return found

    def _position(self, name: str, written: str) -> int:
        """Find a column by its header, by the first line of it, or by its letter (its row, if transposed)."""
        folded = fold(written)
        for wanted in (
            lambda text, _: text == written,
            lambda text, _: fold(text) == folded,
            lambda text, _: fold(text.split("\n")[0]) == folded,
            lambda _, place: re.sub("[A-Z]" if self.transposed else "[0-9]", "", place.cell) == written,
        ):
            for position, (text, place) in enumerate(zip(self.texts, self.places, strict=True), 1):
                if wanted(text.strip(), place):
                    return position
        assert self.mapping is not None
        near = difflib.get_close_matches(written, self.texts, n=1, cutoff=0.5)
        self.mapping.checker.tell_missing(name, written, "".join(near))
        return 0

    def _tell_left(self, left: Sequence[int], report: Report) -> None:
        """Report together the columns that a mapping does not mention."""
        if not left:
            return
        some = [" ".join(self.texts[position - 1].split()) for position in left[:_MOST_NAMES]]
        values = {"count": str(len(left)), "names_zh": "、".join(some), "names_en": "; ".join(some)}
        report.add(self._problem("further_columns", self.places[left[0] - 1], "", **values))

    def _tell_each(self, left: Iterable[int], extras: Mapping[int, str], report: Report) -> None:
        """Report the columns that are no field, with a guess, or name one a second time."""
        for guesses, position in enumerate(left):
            written, place = self.texts[position - 1].strip(), self.places[position - 1]
            if headers.find(self.table, written) or extras[position] != written:
                report.add(self._problem("duplicate_header", place, written, kept=extras[position]))
            else:
                near = headers.guess(self.table, written) if guesses < GUESSES else {}
                report.add(self._problem("unknown_column", place, written, **near))

    def _absent(self, given: set[str], report: Report) -> bool:
        """Report the required columns that no header names and no mapping fills."""
        if self.mapping:
            given |= {*self.mapping.defaults, self.mapping.sections}
        there = {name.partition(".")[0] for name in given}
        absent = [c for c in columns(self.table).values() if c.required and c.name not in ("id", *there)]
        for column in absent:
            written = ", ".join(text for text in self.texts if text.strip())
            missing = {"name_zh": column.zh, "name_en": column.en}
            report.add(self._problem("missing_column", self._beginning, written, **missing))
        return bool(absent)

    @property
    def _beginning(self) -> Place:
        return Place(self.places[0].line if self.places else None, None, "")

    def _problem(self, code: str, place: Place, found: str, **values: str) -> Problem:
        lost = code in ("missing_column", "too_many_columns")
        severity, loss = (ERROR, Loss.TABLE) if lost else (WARNING, Loss.NOTHING)
        return Problem(
            severity, code, self.file, *place, self.table,
            found=found, values=values, loss=loss, sheet=self.sheet,
        )  # fmt: skip
