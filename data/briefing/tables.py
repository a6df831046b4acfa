"""Tables of a briefing: headings out of the catalogs, and a word on the rows that are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.briefing.content import Column, Kind, Table
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, spans
from data.wording import text

Shape = Sequence[tuple[str, Kind, float]]
"""Name, kind and share of the width of each column; `briefing.column.<name>` words its heading."""


def table(scope: Scope, name: str, shape: Shape, rows: Iterable[Sequence[Piece]], total: int) -> Table:
    """Make a table captioned `briefing.<name>.caption`, of which `total` rows could be told.

    A column in which nothing stands is left out.
    """
    made = [tuple(map(spans, row)) for row in rows]
    filled = [place for place in range(len(shape)) if any(row[place] for row in made)]
    left = total - len(made)
    return Table(
        text(f"briefing.{name}.caption", scope.lang),
        tuple(_column(scope, *shape[place]) for place in filled),
        tuple(tuple(row[place] for place in filled) for row in made),
        text("briefing.more_rows", scope.lang, n=left) if left > 0 else "",
    )


def _column(scope: Scope, name: str, kind: Kind, width: float) -> Column:
    return Column(text(f"briefing.column.{name}", scope.lang), kind, width)
