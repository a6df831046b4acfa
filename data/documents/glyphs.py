"""Which characters the fonts of this machine have: no document shows a text as boxes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import typst
from fontTools.ttLib import TTFont, TTLibError

from data import wording

# Blanks and what is never shown need no glyph.
_UNSEEN = {*map(chr, range(0x20)), *" \u00a0\u00ad\u200b\u200c\u200d\u2028\u2029\u2060\u3000\ufeff"}
_SHOWN = 12


class FontError(Exception):
    """No font of this machine has some characters of a document."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__("".join(missing))
        self.missing = missing

    def describe(self, lang: str) -> str:
        """Say which characters cannot be shown, and what to install."""
        shown = wording.text("documents.font.joint", lang).join(
            wording.text("documents.font.sign", lang, sign=sign, code=f"{ord(sign):04X}")
            for sign in self.missing[:_SHOWN]
        )
        return wording.text("documents.font.missing", lang, n=len(self.missing), shown=shown)


def check(texts: Iterable[str]) -> None:
    """Make sure that some font has every character of some texts. Raises FontError."""
    wanted = set().union(*texts) - _UNSEEN
    for path, number in _files():
        if not wanted:
            return
        wanted -= _characters(path, number)
    if wanted:
        raise FontError(sorted(wanted))


@functools.cache
def fonts() -> typst.Fonts:
    """Find the fonts of this machine, once."""
    return typst.Fonts()


@functools.cache
def _files() -> list[tuple[str, int]]:
    found = {(font.path, font.index) for font in fonts().fonts() if font.path}
    return sorted(found, key=lambda each: (each[1], each[0]))


@functools.cache
def _characters(path: str, number: int) -> frozenset[str]:
    """List the characters of a font; a broken one has none."""
    try:
        with TTFont(path, fontNumber=number, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (OSError, TTLibError, KeyError, AssertionError):
        return frozenset()
