"""Tables of several files joined row by row: what is the same stands once, what differs is a conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.merging.conflicts import Choose, Conflict, Side
from data.merging.identities import Key, keys
from data.merging.joined_sheets import Cell, JoinedSheet, stacked
from data.merging.meanings import Meaning, Meanings, MeantCells
from data.merging.sources import Source
from data.models import TABLES, parent
from data.readers.references import NAMES


class Joining:
    """The sources of a campaign joined table by table, parents before the rows that refer to them."""

    def __init__(self, sources: Sequence[Source], year: int | None, choose: Choose) -> None:
        self.sheets: dict[str, JoinedSheet] = {}
        self.conflicts: list[Conflict] = []
        """Those that nothing decided."""
        self._meanings = Meanings(year)
        self._choose = choose
        # By table and source: which joined row each row became.
        self._positions: dict[str, dict[str, list[int]]] = {}
        # The settings name an organization, so they come last.
        for table in (*(name for name in TABLES if name != "campaign"), "campaign"):
            if giving := [source for source in sources if table in source.sheets]:
                self._join(table, giving)

    def _join(self, table: str, sources: Sequence[Source]) -> None:
        above = parent(table)
        parents = self._positions.get((above.target or "") if above else "", {})
        parts = [MeantCells(s.sheets[table], self._meanings, parents.get(s.name, ())) for s in sources]
        rows = _alike(parts)
        positions = self._positions[table] = {
            source.name: [0] * len(source.sheets[table]) for source in sources
        }
        for position, members in enumerate(rows):
            for part, row in members:
                positions[sources[part].name][row] = position
        for source in sources:
            self._meanings.call(source.sheets[table], positions[source.name])
        elsewhere: dict[tuple[int, str], Cell] = {}
        for position, members in enumerate(rows):
            for name, cells in _filled(parts, members) if len(members) > 1 else ():
                taken = cells[0] if len(cells) == 1 else self._decided(parts, sources, members, name, cells)
                if taken != members[0]:
                    elsewhere[position, name] = taken
        held = [parents.get(source.name, ()) for source in sources]
        self.sheets[table] = stacked([part.sheet for part in parts], [m[0] for m in rows], elsewhere, held)

    def _decided(
        self,
        parts: Sequence[MeantCells],
        sources: Sequence[Source],
        members: Sequence[Cell],
        name: str,
        cells: Sequence[Cell],
    ) -> Cell:
        """Take the value that was decided on; where nothing was, the conflict stays."""
        sides = [
            Side(sources[part].name, parts[part].sheet, row, parts[part].written(name, row))
            for part, row in cells
        ]
        conflict = Conflict(parts[0].sheet.table, self._known_by(parts, members), name, sides)
        side = self._choose(conflict)
        if side is None:
            self.conflicts.append(conflict)
        return cells[0 if side is None else sides.index(side)]

    def _known_by(self, parts: Sequence[MeantCells], members: Sequence[Cell]) -> str:
        """Name a row as people do: by code or id, else by what it stands under, its title, day and region."""

        def written(name: str) -> str:
            return next((said for part, row in members if (said := parts[part].written(name, row))), "")

        if sure := written("code") or written("id"):
            return sure
        part, row = members[0]
        above = parent(parts[part].sheet.table)
        under = parts[part].of(above.name, row) if above else None
        names = [self._row_name(above.target or "", under)] if above else []
        return " ".join(name for name in (*names, *map(written, (*NAMES, "date", "region"))) if name)

    def _row_name(self, table: str, meaning: Meaning) -> str:
        """Name the joined row that a reference means; an unknown one names itself."""
        (row,) = meaning or ("",)
        if not isinstance(row, int):
            return str(row)
        sheet, at = self.sheets[table].origin(row)
        given = (sheet.column(name) for name in ("code", "id", *NAMES))
        return next((said for cells in given if cells and (said := cells.found(at))), "")


def _alike(parts: Sequence[MeantCells]) -> list[list[Cell]]:
    """Find the rows that are the same in several parts; no part has two of them."""
    rows: list[list[Cell]] = []
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        # What stands in one file alone is the same as nothing else.
        for row, (sought, called) in enumerate(
            keys(part) if len(parts) > 1 else [((), ())] * len(part.sheet)
        ):
            like = (at for key in sought for at in found.get(key, ()) if rows[at][-1][0] != number)
            position = next(like, len(rows))
            if position == len(rows):
                rows.append([])
            rows[position].append((number, row))
            for key in called:
                found[key].append(position)
    return rows


def _filled(parts: Sequence[MeantCells], members: Sequence[Cell]) -> Iterator[tuple[str, list[Cell]]]:
    """Yield each column that any of the rows fills, with the first cell of each meaning."""
    for name in dict.fromkeys(name for part, _ in members for name in parts[part].names):
        meant: dict[Meaning, Cell] = {}
        for part, row in members:
            if (meaning := parts[part].of(name, row)) is not None:
                meant.setdefault(meaning, (part, row))
        if meant:
            yield name, [*meant.values()]
