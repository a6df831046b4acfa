"""Pieces of SQL that PostgreSQL and DuckDB, and with them most others, read alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.columns import Column, Kind

POSITION = "position"
"""A column of a source that no model declares: the order in which its rows were written."""

TYPES = {Kind.DATE: "DATE", Kind.NUMBER: "DOUBLE PRECISION"}
_LARGEST = "1e300"


def quoted(name: str) -> str:
    """Write an identifier."""
    return '"' + name.replace('"', '""') + '"'


def among(expression: str, name: str, values: Sequence[object]) -> tuple[str, dict[str, object]]:
    """Ask whether an expression is one of some values, each bound to a name of its own."""
    if not values:
        return "1 = 0", {}
    bound: dict[str, object] = {f"{name}_{number}": value for number, value in enumerate(values)}
    return f"{expression} IN ({', '.join(f':{each}' for each in bound)})", bound


def with_dollars(sql: str) -> str:
    """Write the values of a statement as DuckDB does: `$name`."""
    return re.sub(r"(?<![:\w]):(\w+)", r"$\1", sql)


def cell(column: Column, given: str | None) -> str:
    """Read a column of a source as what the model declares; what it lacks is missing in every row."""
    kind = TYPES.get(column.kind, "VARCHAR")
    own = f"CAST({quoted(given) if given else 'NULL'} AS {kind})"
    if column.kind is Kind.NUMBER:
        low, high = limits(column)
        # What is not a number compares with nothing, and infinity is beyond all.
        return f"CASE WHEN {own} >= {low} AND {own} <= {high} THEN {own} END"
    if column.kind is Kind.REFERENCE and not column.required:
        return f"NULLIF(TRIM({own}), '')"
    if column.kind in (Kind.DATE, Kind.KEY, Kind.REFERENCE):
        return own
    return f"COALESCE({own}, '')"


def limits(column: Column) -> tuple[str, str]:
    """Find the least and the greatest value that a column of numbers takes."""
    low, high = f"-{_LARGEST}", _LARGEST
    for mark in getattr(column.annotation, "__metadata__", ()):
        for bound in getattr(mark, "metadata", [mark]):
            low = str(found) if (found := getattr(bound, "ge", None)) is not None else low
            high = str(found) if (found := getattr(bound, "le", None)) is not None else high
    return low, high
