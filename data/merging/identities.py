"""By what the rows of several files are known to be the same row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.merging.meanings import Meaning, MeantCells
from data.models import columns, parent
from data.readers.references import NAMES

Key = tuple[Meaning, ...]
Keys = tuple[Sequence[Key], Sequence[Key]]
"""Under which keys the like of a row is looked for, and under which the row itself is found."""

# What a row is known by as surely as by its id.
_SURE = {"items": ("id", "code")} | dict.fromkeys(("regions", "organizations", "groups"), ("id", "name"))
_READING = ("indicator", "date", "region")


def keys(cells: MeantCells) -> Iterator[Keys]:
    """Yield the keys of each row.

    A row with an id or a code is the row of that id or code; one that has neither is the row of its title
    under its parent. A reading is the one of its day and region, an update is all that it says.
    """
    sheet = cells.sheet
    title = next((name for name in NAMES if name in columns(sheet.table)), "")
    above = parent(sheet.table)
    named = [above.name] if above else []
    for row in range(len(sheet)):
        known: list[Key] = [
            (name, cell) for name in _SURE.get(sheet.table, ("id",)) if (cell := cells.of(name, row))
        ]
        if sheet.table == "campaign":
            called: Key = ()
        elif sheet.table == "readings":
            called = tuple(cells.of(name, row) for name in _READING)
        elif cells.of(title, row):
            called = tuple(cells.of(name, row) for name in (*named, title))
        else:
            called = (frozenset((name, cells.of(name, row)) for name in cells.names),)
        if known:
            yield [*known, ("alone", *called)], [*known, ("called", *called)]
        else:
            yield [("called", *called)], [("called", *called), ("alone", *called)]
