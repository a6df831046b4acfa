"""A grid read through a mapping: its columns take the fields they are meant for, its cells what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from data.columns import Column, Kind
from data.models import columns
from data.readers import lists
from data.readers.mappings import SEVERAL, TableMapping
from data.readers.report import Report
from data.readers.sheets import Cells, Sheet, Value
from data.words import fold

_JOINED = SEVERAL | {Kind.TEXT}

_LEFT = {"markup_read": "markup_kept", "escapes_read": "escapes_kept"}

# What programs that write web pages leave in their exports.
_LEFTOVERS: Mapping[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "markup_read": (re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE), lambda _: "\n"),
    "escapes_read": (re.compile(r"\\u([0-9a-fA-F]{4})"), lambda found: chr(int(found[1], 16))),
}


def apply(mapping: TableMapping, sheet: Sheet, sources: Mapping[str, Sequence[str]], report: Report) -> Sheet:
    """Read a sheet through its mapping; `sources` are the further columns a field is made of, by header."""
    taken = {header for headers in sources.values() for header in headers}
    claimed = {
        name: _together(_column(mapping, name), [sheet.extras[header] for header in headers])
        for name, headers in sources.items()
    }
    extras = {name: found for name, found in sheet.extras.items() if name not in taken}
    sheet = _without_leftovers(replace(sheet, cells={**sheet.cells, **claimed}, extras=extras), report)
    if mapping.sections:
        sheet = _with_sections(sheet, mapping.sections, report)
    own = dict(sheet.cells)
    for name in own.keys() & set(mapping.fill_down):
        own[name] = _filled_down(own[name])
    for name in own:
        own[name] = own[name].revalued([_meant(mapping, name, value) for value in own[name].values])
    for name, value in mapping.defaults.items():
        own[name] = _with_default(own.get(name), value, len(sheet))
    return replace(sheet, cells=own, order=mapping.order)


def _column(mapping: TableMapping, name: str) -> Column:
    return columns(mapping.table)[name.partition(".")[0]]


def _together(column: Column, parts: Sequence[Cells]) -> Cells:
    """Read a field from several columns: from all where it is prose or holds several, else from the first."""
    if len(parts) == 1:
        return parts[0]
    rows, codes = np.unique(np.stack([part.codes for part in parts]), axis=1, return_inverse=True)
    values: list[Value] = []
    for combination in rows.T:
        texts = [str(part.values[code]) for part, code in zip(parts, combination, strict=True) if code >= 0]
        values.append("\n".join(texts) if column.kind in _JOINED else "".join(texts[:1]))
    return Cells(values, codes.astype(np.int32).ravel(), parts[0].character).revalued(values)


def tell_leftovers(sheet: Sheet, report: Report) -> None:
    """Report what would be read as meant through a mapping; without one, texts stand as they are written."""
    for name, found in (*sheet.cells.items(), *sheet.extras.items()):
        column = columns(sheet.table).get(name.partition(".")[0])
        if column and column.kind is not Kind.TEXT:
            continue
        for code, (pattern, _) in _LEFTOVERS.items():
            if odd := [n for n, value in enumerate(found.values) if pattern.search(str(value))]:
                report.together(sheet, np.flatnonzero(np.isin(found.codes, odd)), _LEFT[code], name)


def _without_leftovers(sheet: Sheet, report: Report) -> Sheet:
    """Read line breaks and escapes as what they stand for; each is told once per column."""

    def read(name: str, found: Cells) -> Cells:
        values = list(found.values)
        for code, (pattern, meant) in _LEFTOVERS.items():
            odd = [n for n, value in enumerate(values) if isinstance(value, str) and pattern.search(value)]
            if odd:
                rows = np.flatnonzero(np.isin(found.codes, odd))
                report.together(sheet, rows, code, name)
                for n in odd:
                    values[n] = pattern.sub(meant, str(values[n])).strip()
        return found.revalued(values)

    return replace(
        sheet,
        cells={name: read(name, found) for name, found in sheet.cells.items()},
        extras={name: read(name, found) for name, found in sheet.extras.items()},
    )


def _with_sections(sheet: Sheet, name: str, report: Report) -> Sheet:
    """Let rows with a single filled cell speak, as headings, for the rows below them."""
    found = [*sheet.cells.values(), *sheet.extras.values()]
    filled = np.stack([column.codes >= 0 for column in found])
    alone = filled.sum(axis=0) == 1
    # Nothing follows a note at the end, so it is no heading.
    below = np.flatnonzero(~alone)
    alone[below[-1] + 1 if len(below) else 0 :] = False
    if not alone.any():
        return sheet
    rows = np.flatnonzero(alone)
    texts: list[Value] = [found[int(filled[:, row].argmax())].found(int(row)) for row in rows]
    heading = np.cumsum(alone) - 1
    given = sheet.cells.get(name) or Cells([], np.full(len(sheet), -1, dtype=np.int32))
    codes = np.where((given.codes < 0) & (heading >= 0), heading + len(given.values), given.codes)
    report.together(sheet, rows, "headings_read", name)
    filled_in = Cells([*given.values, *texts], codes.astype(np.int32), given.character)
    return replace(sheet, cells={**sheet.cells, name: filled_in}).kept(~alone)


def _filled_down(found: Cells) -> Cells:
    last = np.maximum.accumulate(np.where(found.codes >= 0, np.arange(len(found.codes)), -1))
    return replace(found, codes=np.where(last >= 0, found.codes[last], -1).astype(np.int32))


def _meant(mapping: TableMapping, name: str, value: Value) -> Value:
    """Read a value as the mapping says; where several may stand, one by one."""
    meanings, separators = mapping.values.get(name, {}), mapping.split.get(name)
    if isinstance(value, str) and (whole := meanings.get(fold(value))) is not None:
        return whole
    if _column(mapping, name).kind not in SEVERAL or not (meanings or name in mapping.split):
        return value
    if separators == ():
        parts = [" ".join(str(value).split())]
    else:
        parts = lists.split(value, lists.separators(separators) if separators else lists.SEPARATORS)
    return tuple(part for part in (meanings.get(fold(part), part) for part in parts) if part)


def _with_default(found: Cells | None, value: str, rows: int) -> Cells:
    if found is None:
        return Cells([value], np.zeros(rows, dtype=np.int32))
    codes = np.where(found.codes < 0, len(found.values), found.codes)
    return replace(found, values=[*found.values, value], codes=codes.astype(np.int32))
