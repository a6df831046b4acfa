"""Cells that name several: where one name ends, and what says that the list is not complete."""

from __future__ import annotations

import functools
import re

from data.readers.sheets import Value
from data.words import NOBODY, fold


@functools.cache
def separators(marks: tuple[str, ...]) -> re.Pattern[str]:
    """Match what stands between the names in a cell: marks outside brackets, line breaks, and `<br>`.

    `各县（市、区）` and `各县、市、区` are one name each.
    """
    within = r"(?<!各[省市县区州旗])(?<![省市县区州旗]、[省市县区州旗])、"
    one = "|".join(within if mark == "、" else re.escape(mark) for mark in marks)
    return re.compile(rf"\n|<br\s*/?>|(?:{one})(?![^（(）)]*[）)])", re.IGNORECASE)


# Multi-valued cells split here, never on `,` or "and": names contain them.
SEPARATORS = separators(("、", ";", "；", "|"))
_OTHERS = re.compile(
    r"\s*(?:等(?:有关|相关)?(?:部门|单位|地区)?|(?:,? and others|,? et al\.?|,? etc\.?))$", re.IGNORECASE
)
"""How a list says that it is not complete."""


def split(value: Value, pattern: re.Pattern[str] = SEPARATORS) -> list[str]:
    """Split a cell that may hold several values."""
    if isinstance(value, tuple):
        return list(value)
    return [part for part in (p.strip() for p in pattern.split(str(value))) if part]


def named_by(part: str) -> str:
    """Take the name out of a part of a list: `甲局等` names 甲局, and `TBC` nobody."""
    name = _OTHERS.sub("", part)
    return "" if fold(name) in NOBODY else name
