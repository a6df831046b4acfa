"""What fits on a slide: sizes are chosen by the length of the words, and what is too long goes on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from data.briefing.content import Block, Entry, Listing, Table, plain_text
from data.documents import entries, widths
from data.documents.slides.words import LINE

WIDTH, HEIGHT = 871.0, 350.0
"""Points of the room below the title."""
HEAD, DETAIL = (24, 22, 20), (20, 18, 16)
CELL = 14
CHART = 16
_ROOM = 8.0
"""Points between entries, and around the text of a cell."""


def title_size(words: str, sizes: Sequence[int] = (32, 28, 26, 24, 22, 20), lines: int = 2) -> int:
    """Choose the largest size in which words fit on so many lines."""
    return next((size for size in sizes if _lines(words, size, WIDTH) <= lines), sizes[-1])


def split(block: Block | None, lang: str) -> Iterator[Block | None]:
    """Cut a block into parts that fit on a slide each, in the smallest size at the worst."""
    if isinstance(block, Listing):
        yield from _split_list(block, lang)
    elif isinstance(block, Table):
        yield from _split_table(block, lang)
    else:
        yield block


def sizes(listing: Listing, lang: str) -> tuple[int, int]:
    """Choose the sizes of entries and their details in which a list fits."""
    for head, detail in zip(HEAD, DETAIL, strict=True):
        if sum(_entry(entry, head, detail, lang) for entry in listing.entries) <= HEIGHT:
            return head, detail
    return HEAD[-1], DETAIL[-1]


def row_heights(table: Table, lang: str) -> list[float]:
    """Measure the rows of a table in points."""
    shares = column_widths(table, lang)
    return [
        max(_lines(plain_text(cell), CELL, wide - _ROOM) for cell, wide in zip(row, shares, strict=True))
        * CELL
        * LINE
        + _ROOM
        for row in table.rows
    ]


def column_widths(table: Table, lang: str) -> list[float]:
    """Share the width of a slide among the columns of a table, in points."""
    # As on paper, in the larger type of a slide.
    paper = {"zh": 10.5, "en": 9.0}[lang]
    shares = widths.share(table, WIDTH * paper / CELL * 25.4 / 72, lang)
    return [share * WIDTH / sum(shares) for share in shares]


def _split_list(listing: Listing, lang: str) -> Iterator[Listing]:
    heights = [_entry(entry, HEAD[-1], DETAIL[-1], lang) for entry in listing.entries]
    for start, stop in _evenly(heights, HEIGHT):
        yield Listing(listing.entries[start:stop], listing.first + start)


def _split_table(table: Table, lang: str) -> Iterator[Table]:
    # The header may take two lines, and the first slide of a part has a caption too.
    for start, stop in _evenly(row_heights(table, lang), HEIGHT - 4 * CELL):
        note = table.note if stop == len(table.rows) else ""
        yield replace(table, rows=table.rows[start:stop], note=note)


def _evenly(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Cut what is stacked into as few parts as there must be, none of them much lower than the others."""
    fewest = len(_cut(heights, room))
    low = sum(heights) / fewest
    while low < room and len(_cut(heights, low)) > fewest:
        low += CELL
    return _cut(heights, min(low, room))


def _cut(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Cut as soon as the room is full; return where the parts begin and end."""
    cuts, used = [0], 0.0
    for place, high in enumerate(heights):
        if place > cuts[-1] and used + high > room:
            cuts.append(place)
            used = 0.0
        used += high
    return list(pairwise([*cuts, len(heights)]))


def _entry(entry: Entry, head: int, detail: int, lang: str) -> float:
    named, rest = entries.line(1, entry, lang)
    high = _lines(plain_text(named), head, WIDTH) * head * LINE
    if rest:
        high += _lines(plain_text(rest), detail, WIDTH) * detail * LINE
    return high + _ROOM


def _lines(words: str, size: float, wide: float) -> int:
    # Lines break before they are full.
    return max(1, math.ceil(widths.ems(words) * size * 1.06 / wide))
