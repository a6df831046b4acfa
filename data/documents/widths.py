"""How wide the columns of a table are, so that as few of its words as possible are broken."""

from __future__ import annotations

from itertools import pairwise

from data.briefing.content import Kind, Table

_EMS = {"zh": 3.7, "en": 3.3}
"""How wide a Chinese character is, in millimetres."""
_NARROWEST, _LONGEST, _ROOM = 6, 6.5, 2.4
"""Characters on a line of running text at least, of all else at most; millimetres beside a text."""


def share(table: Table, whole: float, lang: str) -> list[float]:
    """Share a width (millimetres): words, figures and days stay on one line, running text gets the rest."""
    em = _EMS[lang]
    measured = [_measure(table, place) for place in range(len(table.columns))]
    found = [most * em + _ROOM for _, most in measured]
    running = [place for place, column in enumerate(table.columns) if column.kind is Kind.TEXT]
    rest = whole - sum(wide for place, wide in enumerate(found) if place not in running)
    if sum(found) > whole and rest > len(running) * _NARROWEST * em:
        # By what is usual in each, so that the rows are as low as can be.
        weights = {place: max(measured[place][0], _NARROWEST) for place in running}
        for place in running:
            found[place] = rest * weights[place] / sum(weights.values())
    spare = max(whole - sum(found), 0) / len(found)
    return [(wide + spare) * whole / (sum(found) + spare * len(found)) for wide in found]


def _measure(table: Table, place: int) -> tuple[float, float]:
    """Measure what a column usually needs, and what it needs at most."""
    column = table.columns[place]
    texts = ["".join(span.text for span in row[place]) for row in table.rows]
    # A heading may take two lines; a Chinese one breaks anywhere, an English one between words.
    word = 0.0 if not column.heading.isascii() else 1.15 * _unbroken(column.heading)
    heading = max(ems(column.heading) / 2 + 0.5, word)
    if column.kind is Kind.TEXT:
        lengths = [ems(words) for words in texts]
        return max(min(sum(lengths) / max(len(lengths), 1), 40), heading), max([*lengths, heading]) + 0.3
    whole = ems if column.kind in (Kind.DATE, Kind.NUMBER) else _unbroken
    longest = max(map(whole, texts), default=0.0) + (1.5 if column.kind is Kind.LIGHT else 0.0)
    # A day that is broken is hard to read; names and words may take two lines.
    longest = longest if column.kind is Kind.DATE else min(longest, _LONGEST)
    most = max(longest, heading) + 0.3
    return most, most


def _unbroken(words: str) -> float:
    """Measure what stands on one line: Chinese words whole, English ones each for itself."""
    return max(map(ems, words.split()), default=0.0)


def ems(words: str) -> float:
    """Measure words in widths of a Chinese character, blanks between these and figures included."""
    wide = [ord(sign) > 0x2E80 for sign in words]
    turns = sum(one != other for one, other in pairwise(wide))
    return sum(1.0 if each else 0.65 for each in wide) + 0.25 * turns
