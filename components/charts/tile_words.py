"""The words on a tile of a map: a name in short lines, so that it can be read on a phone."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable

_HYPHENS = {"Heilongjiang": "Heilong-jiang", "Guangdong": "Guang-dong", "Chongqing": "Chong-qing"}
_FONT, _WIDE_FONT = 11, 13
_FEW, _ROOM, _LITTLE_ROOM = 8, 8, 6
"""Up to how many tiles beside each other a line has room for how many letters, and for how many beyond."""
_LINES = 2


def room(columns: int) -> int:
    """Tell how many letters fit on one line of a tile on a phone."""
    return _ROOM if columns <= _FEW else _LITTLE_ROOM


def size(names: Iterable[str]) -> int:
    """Choose the size of letters; Chinese characters need more."""
    return _WIDE_FONT if any(map(_is_wide, names)) else _FONT


def lines(name: str, letters: int) -> list[str]:
    """Break a name into two lines at most: between words, and Chinese anywhere."""
    wide = _is_wide(name)
    fitting = letters // 2 if wide else letters
    broken = textwrap.wrap(_HYPHENS.get(name, name), fitting, break_long_words=wide)
    # A long word goes beyond its line by a half at most, as far as letters may shrink.
    most = fitting if wide else fitting * 3 // 2
    shown = [line if len(line) <= most else f"{line[: most - 1]}…" for line in broken[:_LINES]]
    if len(broken) > _LINES:
        shown[-1] = f"{shown[-1][: most - 1].rstrip('…')}…"
    return shown


def _is_wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in text)
