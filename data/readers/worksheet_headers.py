"""Where the headers of a worksheet stand: below its title, in one row or in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.readers import headers
from data.readers.mappings import TableMapping
from data.readers.workbooks import Range, Worksheet
from data.words import fold

SEARCHED = 20
"""Among how many rows at the top the headers are looked for."""


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of a sheet and the last row they take up, from 0."""

    texts: list[str]
    last: int

    def known(self, table: str) -> set[str]:
        """Tell which columns of a table are named."""
        return {name for text in self.texts if (name := headers.find(table, text))}


def find(table: str, sheet: Worksheet, mapping: TableMapping | None = None) -> Headers:
    """Find the row that names most columns of a table; a header above several is joined to theirs."""
    rows = _spread(sheet.rows[: SEARCHED + 1], sheet.merged)
    if mapping:
        return _mapped(rows, mapping)
    best = max(range(len(rows[:SEARCHED])), key=lambda row: _fit(table, rows[row]))
    below = rows[best + 1] if best + 1 < len(rows) else []
    # A first row may well repeat a header: a campaign called "Campaign".
    if _continues(table, rows[best], below, any(top <= best < end for (top, _), (end, _) in sheet.merged)):
        return Headers(_joined(table, rows[best], below), best + 1)
    above = rows[best - 1] if best else []
    if _continues(table, rows[best], above, _shared(rows[best], above)) or _groups(table, rows[best], above):
        return Headers(_joined(table, above, rows[best]), best)
    return Headers(rows[best], best)


def _mapped(rows: Sequence[list[str]], mapping: TableMapping) -> Headers:
    """Take the row below those to skip, or the one that holds most of the headers a mapping names."""
    skipped = mapping.said.skip_rows
    if skipped:
        return Headers(rows[skipped] if skipped < len(rows) else [], skipped)
    wanted = {fold(header) for some in mapping.columns.values() for header in some}
    known = [
        len({fold(cell) for cell in row} & wanted) + _fit(mapping.table, row)[0] for row in rows[:SEARCHED]
    ]
    best = known.index(max(known))
    return Headers(rows[best], best)


def down(sheet: Worksheet, skipped: int) -> Headers:
    """Take the headers below each other in the first column; rows to skip hold none."""
    texts = [row[0].strip() if number >= skipped else "" for number, row in enumerate(sheet.rows)]
    return Headers(texts, 0)


def _spread(rows: Sequence[list[str]], merged: Sequence[Range]) -> list[list[str]]:
    """Copy rows with every cell of a merged range filled."""
    filled = [[cell.strip() for cell in row] for row in rows]
    for (top, left), (bottom, right) in merged:
        for row in filled[top : bottom + 1]:
            row[left : right + 1] = [filled[top][left]] * (right + 1 - left)
    return filled


def _fit(table: str, row: Sequence[str]) -> tuple[int, int]:
    """Measure how much a row looks like headers; a title, however wide, is one cell."""
    known = {name for cell in row if (name := headers.find(table, cell))}
    return len(known), min(2, len(set(row) - {""}))


def _continues(table: str, row: Sequence[str], other: Sequence[str], shared: bool) -> bool:
    """Tell whether a row next to headers holds more of them: they share a cell, or all there are known."""
    new = [cell for cell, own in zip(other, row, strict=False) if cell and cell != own]
    return bool(new) and (shared or all(headers.find(table, cell) for cell in new))


def _groups(table: str, row: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether the row above groups headers: it is no mere title, and shares some or names columns."""
    return len(set(above) - {""}) > 1 and (_shared(row, above) or _fit(table, above)[0] > 0)


def _shared(row: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether a cell reaches over both rows."""
    return any(cell and cell == own for cell, own in zip(other, row, strict=False))


def _joined(table: str, upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join two rows: the lower header counts if it is known, else the upper, else both together."""
    taken = {headers.find(table, low) for up, low in zip(upper, lower, strict=True) if up in ("", low)}
    texts = []
    for up, low in zip(upper, lower, strict=True):
        choices = [cell for cell in (low, up) if cell]
        if low and up and low != up:
            choices.append(f"{up} {low}")
            choices = [c for c in choices if (name := headers.find(table, c)) and name not in taken] or [
                choices[-1]
            ]
        text = choices[0] if choices else ""
        taken.add(headers.find(table, text))
        texts.append(text)
    return texts
