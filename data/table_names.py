"""What tables are called by people: in both languages, as sheets of a workbook and files of a folder."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping

from data import wording
from data.models import TABLES
from data.wording import LANGUAGES
from data.words import fold

LISTS = "_lists"
"""The sheet of the product's own workbooks that holds the values drop-downs offer."""


def label(table: str, lang: str) -> str:
    """Name a table in the reader's language."""
    return wording.text(f"fields.table.{table}", lang)


def find(written: str) -> str:
    """Find the table a name stands for, such as `items`, `Items` or `事项`; empty for none."""
    return _spellings().get(fold(written), "")


def guess(written: str) -> Mapping[str, str]:
    """Return what a problem with an unknown name says about the table that was meant."""
    close = difflib.get_close_matches(fold(written), _spellings(), n=1)
    return labels(_spellings()[close[0]]) if close else {}


def labels(table: str) -> Mapping[str, str]:
    """Name a table in every language, as the best guess of a problem."""
    return {f"near_{lang}": label(table, lang) for lang in LANGUAGES}


def holds_no_table(sheet: str) -> bool:
    """Tell whether a sheet of the product's own workbooks explains the fields or holds lists."""
    return sheet in (LISTS, *(wording.text("export.fields", lang) for lang in LANGUAGES))


@functools.cache
def _spellings() -> Mapping[str, str]:
    names = {table: (table, *(label(table, lang) for lang in LANGUAGES)) for table in TABLES}
    return {fold(name): table for table, spelled in names.items() for name in spelled}
