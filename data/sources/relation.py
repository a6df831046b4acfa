"""A table that lives elsewhere as questions see it: columns of the model, rows that a viewer may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.columns import Kind
from data.models import columns
from data.models.sources import Elsewhere
from data.sources import statement
from data.sources.source import Failed, Source, unreachable
from data.sources.statement import POSITION, quoted

PRECISION = "precision"
"""What the column that tells how precisely a date is known adds to the name of that date."""
WORDS = "text"
"""What the column that holds the words in place of a figure adds to its name."""


@dataclass(frozen=True)
class Relation:
    """The rows of one table; `found` gives the source's own name of each column that it has."""

    table: str
    source: Source
    place: Elsewhere
    found: Mapping[str, str]
    count: int = 0
    """How many rows it had when it was opened."""
    allowed: tuple[Mapping[str, tuple[str, ...]], ...] = ()

    def narrowed(self, **allowed: Sequence[str]) -> Relation:
        """Keep the rows that name, in any of these columns, one of the ids it allows; narrows what is left.

        Every question asked of the narrowed table carries this into its WHERE. No ids allow no rows.
        """
        unknown = allowed.keys() - columns(self.table).keys()
        if unknown or not allowed:
            raise KeyError(f"{self.table}: no such column: {sorted(unknown)}")
        further = {name: tuple(ids) for name, ids in allowed.items()}
        return replace(self, allowed=(*self.allowed, further))

    def hiding(self, names: Iterable[str]) -> Relation:
        """Take columns away, with their translations and words, as if the source had none of them."""
        hidden = set(names)
        kept = {name: own for name, own in self.found.items() if name.partition(".")[0] not in hidden}
        return replace(self, found=kept)

    def ask(self, sql: str, **values: object) -> pd.DataFrame:
        """Answer a SELECT from `known`, which has the columns of the model. Raises Unreachable."""
        known, bound = self._known()
        try:
            return self.source.query(f"WITH known AS (\n{known}\n)\n{sql}", {**bound, **values})
        except Failed as failed:
            raise unreachable(self.table, self.place, failed) from failed

    def version(self) -> str:
        """Return what changes whenever the rows do. Raises Unreachable."""
        try:
            return self.source.version(f"SELECT {', '.join(self._sums())} FROM {self.source.rows}")
        except Failed as failed:
            raise unreachable(self.table, self.place, failed) from failed

    def _sums(self) -> list[str]:
        """Sum every column up: how many cells, the latest date, an exact sum of the numbers."""
        sums = ["COUNT(*) AS n"]
        for number, (name, given) in enumerate(self.found.items()):
            own, column = quoted(given), columns(self.table).get(name)
            sums.append(f"COUNT({own}) AS c{number}")
            if column and column.kind is Kind.DATE:
                sums.append(f"MAX(CAST({own} AS DATE)) AS m{number}")
            elif column and column.kind is Kind.NUMBER:
                sums.append(f"SUM(CAST({own} AS DECIMAL(38, 6))) AS m{number}")
        return sums

    def _known(self) -> tuple[str, dict[str, object]]:
        cells = []
        for name, column in columns(self.table).items():
            given = self.found.get(name)
            cells.append(f"{statement.cell(column, given)} AS {quoted(name)}")
            for ending, kind in ((PRECISION, Kind.DATE), (WORDS, Kind.NUMBER)):
                if column.kind is kind and (own := self.found.get(f"{name}.{ending}")):
                    cells.append(
                        f"COALESCE(CAST({quoted(own)} AS VARCHAR), '') AS {quoted(f'{name}.{ending}')}"
                    )
        cells += [
            f"COALESCE(CAST({quoted(given)} AS VARCHAR), '') AS {quoted(name)}"
            for name, given in self.found.items()
            if "." in name and columns(self.table)[name.partition(".")[0]].translatable
        ]
        position = self.found.get(POSITION)
        cells.append(f"{f'CAST({quoted(position)} AS BIGINT)' if position else '0'} AS {quoted(POSITION)}")
        where, values = self._where()
        joined = ",\n".join(cells)
        return f"SELECT {joined}\nFROM {self.source.rows}\nWHERE {where}", values

    def _where(self) -> tuple[str, dict[str, object]]:
        """Ask for rows that can stand, and that a viewer may see."""
        own = columns(self.table)
        parts = [
            f"{quoted(self.found[name])} IS NOT NULL"
            for name, column in own.items()
            if column.required and name in self.found
        ]
        values: dict[str, object] = {}
        for number, group in enumerate(self.allowed):
            any_of = []
            for name, ids in group.items():
                expression = statement.cell(own[name], self.found.get(name))
                asked, bound = statement.among(expression, f"allowed_{number}_{name}", ids)
                any_of.append(asked)
                values |= bound
            parts.append(f"({' OR '.join(any_of)})")
        return "\nAND ".join(parts) or "1 = 1", values
