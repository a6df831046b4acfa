"""Headers and keys as people write them: `牵头单位`, `Lead`, `lead`, `title.en`."""

from __future__ import annotations

import difflib
import functools
import itertools
from collections.abc import Container, Mapping

from data.columns import Column
from data.models import columns
from data.wording import LANGUAGES
from data.words import fold


@functools.cache
def _spellings(table: str) -> Mapping[str, str]:
    """Map every folded spelling to its column: own names win over headers, headers over other spellings."""
    declared = columns(table).values()
    found = {fold(column.name): column.name for column in declared}
    for column in declared:
        for header in (column.zh, column.en):
            found.setdefault(fold(header), column.name)
    for column in declared:
        for other in column.others:
            found.setdefault(fold(other), column.name)
    return found


@functools.lru_cache(maxsize=4096)
def find(table: str, header: str) -> str:
    """Find the column a header names, such as `lead` or, for a translation, `title.en`; empty for none."""
    if name := _spellings(table).get(fold(header), ""):
        return name
    stem, _, lang = header.strip().rpartition(".")
    name = _spellings(table).get(fold(stem), "")
    if lang.casefold() in LANGUAGES and name and columns(table)[name].translatable:
        return f"{name}.{lang.casefold()}"
    return ""


def told_apart(header: str, taken: Container[str]) -> str:
    """Name a further column under a header that stands already: `Lead (2)`."""
    numbered = (f"{header} ({number})" for number in itertools.count(2))
    return next(name for name in numbered if name not in taken) if header in taken else header


def near(table: str, header: str) -> Column | None:
    """Guess the column that was meant by an unknown header."""
    spellings = _spellings(table)
    close = difflib.get_close_matches(fold(header), spellings, n=1, cutoff=0.6)
    return columns(table)[spellings[close[0]]] if close else None


def guess(table: str, header: str) -> Mapping[str, str]:
    """Return what a problem with an unknown header says about the guess."""
    column = near(table, header)
    return {"near_zh": column.zh, "near_en": column.en} if column else {}
