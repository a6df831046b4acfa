"""The sheets of a ledger as rows of cells, in a reader's language; personal data are masked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from data.words import Light

Cell = str | float | dt.date | Light | None
"""A text, a number, a day, or the light of an item; None is an empty cell."""


class Column(NamedTuple):
    """A column: how it is headed, and how wide it is in letters."""

    header: str
    width: float


class Row(NamedTuple):
    """A row: its cells, or the heading of the group of rows that follow it."""

    cells: tuple[Cell, ...]
    heads: bool = False
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns, and its rows, made one by one while they are written."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterator[Row]
    count: int
    """How many rows there are."""
    fixed: int = 0
    """How many columns stay in sight."""
