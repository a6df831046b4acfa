"""Many cells of the campaign at once: the timeline shows hundreds, and one by one they cost too much."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from components.board import Board
from data import formats
from data.campaign import Rows


def titles(board: Board, table: str, rows: Rows) -> list[str]:
    """Return titles in the reader's language; not Markdown."""
    found: list[str] = board.campaign.words(table, "title", board.lang)[rows].tolist()
    return found


def dates(board: Board, table: str, column: str, rows: Rows) -> list[dt.date | None]:
    """Return dates; None for a missing one."""
    found: list[dt.date | None] = (
        board.campaign[table][column].array[rows].to_numpy().astype("datetime64[D]").tolist()
    )
    return found


def state_dates(board: Board, column: str, rows: Rows) -> list[dt.date | None]:
    """Return dates of the items' standing; None for a missing one."""
    found: list[dt.date | None] = (
        board.standing.items[column].array[rows].to_numpy().astype("datetime64[D]").tolist()
    )
    return found


def leads(board: Board, rows: Rows) -> list[str]:
    """Name the organizations that lead items; one that nobody knows as it was written. Not Markdown."""
    items = board.campaign["items"]
    codes = items["lead"].cat.codes.to_numpy()[rows].tolist()
    names = {code: board.organization(code) for code in set(codes)}
    words = items["lead.text"].array[rows].tolist()
    return [names[code] if code >= 0 else text for code, text in zip(codes, words, strict=True)]


# The same days come again and again, and writing one takes as long as all else about it.
@lru_cache(maxsize=4096)
def written(date: dt.date, lang: str) -> str:
    """Write a date in a language."""
    return formats.day(date, lang)
