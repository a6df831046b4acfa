"""The words on a tile of a map: a name in short lines, so that it can be read on a phone."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable

ROOM = 8
"""Letters that fit on one line where few tiles stand beside each other."""

_LEAST, _ACROSS = 4, 60
"""Letters that fit where many do, and across a whole phone."""
_FONT, _WIDE_FONT = 11, 13
_LINES = 3
_VOWELS = frozenset("aeiouy")


def size(names: Iterable[str]) -> int:
    """Choose the size of letters; Chinese characters need more."""
    return _WIDE_FONT if any(map(_is_wide, names)) else _FONT


def lines(name: str, columns: int) -> list[str]:
    """Break a name for one of so many tiles beside each other into lines, three at most.

    Names are broken between words, long words within, and Chinese anywhere.
    """
    fitting = max(_LEAST, min(ROOM, _ACROSS // columns))
    if _is_wide(name):
        fitting = most = fitting // 2
        broken = textwrap.wrap(name, fitting)
    else:
        # Letters may shrink by a third before a line has to be cut.
        most = fitting * 3 // 2
        parted = re.sub(r"[^\W\d_]+", lambda word: _parted(word[0], fitting), name)
        broken = textwrap.wrap(parted, fitting, break_long_words=False)
    shown = [line if len(line) <= most else f"{line[: most - 1]}…" for line in broken[:_LINES]]
    if len(broken) > _LINES:
        shown[-1] = f"{shown[-1][: most - 1].rstrip('-…')}…"
    return shown


def _parted(word: str, fitting: int) -> str:
    """Part a long word near its middle, before a consonant that a vowel follows: Massachu-setts."""
    if len(word) <= fitting:
        return word
    plain = [unicodedata.normalize("NFD", letter.lower())[0] for letter in word]
    vowel = [letter in _VOWELS for letter in plain]
    before = [
        # An h sounds together with the consonant before it.
        place - (plain[place] == "h" and not vowel[place - 1])
        for place in range(2, len(word) - 1)
        if not vowel[place] and vowel[place + 1]
    ]
    places = [place for place in before if 2 <= place <= len(word) - 3]
    if not places:
        return word
    best = min(places, key=lambda place: (abs(place - len(word) / 2), -place))
    return f"{_parted(word[:best], fitting)}-{_parted(word[best:], fitting)}"


def _is_wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in text)
