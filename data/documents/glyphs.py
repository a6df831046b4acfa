"""Which characters the fonts of this machine have: no document shows a text as boxes."""

from __future__ import annotations

import bisect
import functools
import struct
from collections.abc import Iterable, Sequence

import typst
from fontTools.ttLib import TTFont, TTLibError

from data import wording
from data.briefing.office import DocumentError

# Blanks and what is never shown need no glyph.
_UNSEEN = {*map(chr, range(0x20)), *" \u00a0\u00ad\u200b\u200c\u200d\u2028\u2029\u2060\u3000\ufeff"}
_SHOWN = 12


class FontError(DocumentError):
    """No font of this machine has some characters of a document."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__("font.missing")
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
        wanted = {sign for sign in wanted if not _has(path, number, ord(sign))}
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


def _has(path: str, number: int, code: int) -> bool:
    starts, ends = _ranges(path, number)
    place = bisect.bisect_right(starts, code) - 1
    return place >= 0 and code <= ends[place]


@functools.cache
def _ranges(path: str, number: int) -> tuple[list[int], list[int]]:
    """List the first and the last characters of the ranges a font has; a broken one has none."""
    try:
        with TTFont(path, fontNumber=number, lazy=True) as font:
            table = font.reader["cmap"]
            offsets = (struct.unpack_from(">I", table, 8 + 8 * record)[0] for record in range(_u16(table, 2)))
            # Large fonts have a table of ranges: taken as it is, it is read a hundred times faster.
            full = next((offset for offset in offsets if _u16(table, offset) == 12), None)
            if full is None:
                codes = sorted(font.getBestCmap() or ())
                return codes, codes
            count = struct.unpack_from(">I", table, full + 12)[0]
            groups = sorted(struct.iter_unpack(">III", table[full + 16 : full + 16 + 12 * count]))
            return [group[0] for group in groups], [group[1] for group in groups]
    except (OSError, TTLibError, KeyError, AssertionError, struct.error):
        return [], []


def _u16(table: bytes, place: int) -> int:
    found: int = struct.unpack_from(">H", table, place)[0]
    return found
