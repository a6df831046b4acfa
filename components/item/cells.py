"""Cells of the campaign in the reader's words, safe to show as Markdown; a missing cell is an empty text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd

from components import language
from components.board import Board
from components.language import t
from components.plain import plain
from data import children, day_numbers, formats, regions
from data.campaign import Rows
from data.words import Precision, Status, Word, label

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_FIGURES = re.compile(r"[\d\s./年月-]+")
"""Words of a date that say no more than the date itself."""


def rows(board: Board, table: str, item: int, *, column: str = "item", dated: str = "") -> Rows:
    """Find the rows of a table that name an item, without those dated after the board's day."""
    found = children.of(board.campaign, table, column, item)
    return known(board, table, dated, found) if dated else found


def known(board: Board, table: str, dated: str, found: Rows) -> Rows:
    """Leave out rows dated after the board's day; those without a date stay."""
    days = board.campaign.days(table, dated)[found]
    return found[days <= day_numbers.of_day(board.standing.day)]


def value(board: Board, table: str, column: str, row: int) -> Any:
    """Return a cell as it is in memory."""
    return board.campaign.cell(table, column, row)


def position(board: Board, table: str, column: str, row: int) -> int:
    """Return the row that a cell refers to, -1 for none."""
    return int(board.campaign.codes(table, column)[row])


def literal(board: Board, table: str, column: str, row: int) -> str:
    """Return a text in the reader's language as it was written; it is not Markdown."""
    return board.text(table, column, row)


def text(board: Board, table: str, column: str, row: int) -> str:
    """Return a text in the reader's language."""
    return plain(literal(board, table, column, row))


def written(board: Board, table: str, column: str, row: int) -> str:
    """Return the words a cell was written in, where its value does not say them all."""
    return str(value(board, table, f"{column}.text", row))


def day(board: Board, table: str, column: str, row: int) -> str:
    """Return a date as precisely as it is known, with the words as written where they say it differently."""
    date, precision = value(board, table, column, row), value(board, table, f"{column}.precision", row)
    words = written(board, table, column, row)
    if precision == Precision.CONTINUING:
        return Precision.CONTINUING.label(board.lang)
    if pd.isna(date):
        return plain(words)
    form = formats.day(date, board.lang, str(precision))
    if not words or precision == Precision.DAY or _FIGURES.fullmatch(words):
        return form
    if words in (formats.day(date, lang, str(precision)) for lang in language.LANGUAGES):
        return form
    return t("item.as_written", value=form, words=plain(words))


def deadline(date: dt.date | None) -> str:
    """Write a deadline of the history; one without an end continues."""
    return Precision.CONTINUING.label(language.current()) if date is None else language.day(date)


def organization_name(board: Board, table: str, column: str, row: int) -> str:
    """Name the organization of a cell; one that nobody knows is named as it was written. Not Markdown."""
    code = position(board, table, column, row)
    return board.organization(code) if code >= 0 else written(board, table, column, row)


def organization(board: Board, table: str, column: str, row: int) -> str:
    """Name the organization of a cell."""
    return plain(organization_name(board, table, column, row))


def organizations(board: Board, table: str, column: str, row: int) -> str:
    """Name all organizations of a cell, those that nobody knows as they were written."""
    places = board.campaign.positions("organizations")(list(value(board, table, column, row)))
    names = [board.organization(int(place)) for place in places if place >= 0]
    return plain(_with_words(listed(names), written(board, table, column, row)))


def region_names(board: Board, table: str, column: str, row: int) -> str:
    """Name the regions of a cell, one or several. Not Markdown."""
    cell = value(board, table, column, row)
    codes = cell if isinstance(cell, tuple) else (cell,)
    names = [regions.label(board.campaign, code, board.lang) for code in codes]
    return _with_words(listed(names), written(board, table, column, row))


def _with_words(known: str, words: str) -> str:
    return t("item.as_written", value=known, words=words) if known and words else known or words


def word(board: Board, kind: type[Word], table: str, column: str, row: int) -> str:
    """Name a value of a closed list."""
    return label(kind, value(board, table, column, row), board.lang)


def status(board: Board, table: str, row: int) -> str:
    """Name the status a row states; one nobody knows is shown as written, an unreported one is missing."""
    stated = value(board, table, "status", row)
    if not isinstance(stated, str) or stated == Status.NOT_REPORTED:
        return ""
    if stated == Status.UNRECOGNISED:
        words = plain(written(board, table, "status", row))
        return t("item.as_written", value=Status.UNRECOGNISED.label(board.lang), words=words)
    return label(Status, stated, board.lang)


def link(words: str, url: str) -> str:
    """Write a link to a page outside on words of Markdown; only http and https lead anywhere."""
    if not _LINK.fullmatch(url):
        return words
    return f"[{words}]({quote(url, safe=':/?#@!&=+,;%~-._')})"


def source(board: Board, table: str, row: int) -> str:
    """Name the source of a row with its date and its link; empty where it names none."""
    url = str(value(board, table, "source_url", row))
    name = text(board, table, "source", row) or (t("item.source_link") if url else "")
    if not name:
        return ""
    date = day(board, table, "source_date", row)
    return t("item.in_brackets", value=link(name, url), note=date) if date else link(name, url)


def listed(names: Sequence[str]) -> str:
    """Join names as the language does, leaving out empty ones."""
    return ("、" if language.current() == "zh" else "; ").join(name for name in names if name)
