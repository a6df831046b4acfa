"""Many cells of the campaign at once: the timeline shows hundreds, and one by one they cost too much."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from components.board import Board
from components.item import cells
from data import formats
from data.campaign import Rows
from data.day_numbers import Days


def titles(board: Board, table: str, rows: Rows) -> list[str]:
    """Return titles in the reader's language; not Markdown."""
    found: list[str] = board.campaign.words(table, "title", board.lang)[rows].tolist()
    return found


def dates(board: Board, table: str, column: str, rows: Rows) -> list[dt.date | None]:
    """Return dates; None for a missing one."""
    return _dates(board.campaign.days(table, column)[rows])


def state_dates(board: Board, column: str, rows: Rows) -> list[dt.date | None]:
    """Return dates of the items' standing; None for a missing one."""
    return _dates(board.standing.column(column)[rows])


def _dates(days: Days) -> list[dt.date | None]:
    # An unknown day has the number of a missing date.
    found: list[dt.date | None] = days.astype("datetime64[D]").tolist()
    return found


def leads(board: Board, rows: Rows) -> list[str]:
    """Name the organizations that lead items; one that nobody knows as it was written. Not Markdown."""
    return [cells.organization_name(board, "items", "lead", row) for row in rows.tolist()]


# The same days come again and again, and writing one takes as long as all else about it.
@lru_cache(maxsize=4096)
def written(date: dt.date, lang: str) -> str:
    """Write a date in a language."""
    return formats.day(date, lang)
