"""A table as it lies in its file: encoding, delimiter, orientation and the row of headers, all guessed."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.errors import CellError
from data.readers import encodings, files, workbooks
from data.readers.csv_sheets import DELIMITERS
from data.readers.report import Report
from data.suggestion import hints

SAMPLE = 2000
"""How many rows are looked at."""
_TOP = 50
"""Among how many rows the headers are looked for."""
_WESTERN = "cp1252"


@dataclass(frozen=True)
class ForeignTable:
    """Headers with the values below them, and how they were found."""

    headers: list[str]
    columns: list[list[str]]
    encoding: str = ""
    """Empty where reading finds it alone."""
    delimiter: str = ","
    sheet: str = ""
    """Name of the worksheet, where the workbook has several."""
    skipped: int = 0
    transposed: bool = False
    above: str = ""
    """What the skipped rows say."""
    headings: int = 0
    """How many rows with a single filled cell stand above others, as headings of sections do."""


def read(file: str, content: bytes) -> ForeignTable:
    """Read the beginning of a CSV or of the largest sheet of a workbook. Raises Unreadable."""
    if file.lower().endswith(files.XLSX_ENDING):
        sheets = [sheet for sheet in workbooks.read(file, content, Report()) if not sheet.hidden]
        if not sheets:
            raise files.refusal("nothing_to_read", file)
        largest = max(sheets, key=lambda sheet: sum(map(bool, itertools.chain(*sheet.rows))))
        return _table(largest.rows[:SAMPLE], sheet=largest.name if len(sheets) > 1 else "")
    encoding = _encoding(file, content)
    text = content.decode(encoding or files.encoding(content), errors="replace")
    best = max(DELIMITERS, key=lambda delimiter: _regularity(_records(text, delimiter)))
    return _table(_records(text, best), encoding=encoding, delimiter=best)


def _encoding(file: str, content: bytes) -> str:
    """Name the encoding if the mapping must state it."""
    if not content.strip():
        raise files.refusal("empty_file", file)
    try:
        found = files.encoding(content)
    except CellError as error:
        if error.code == "binary_file":
            raise files.refusal(error.code, file) from error
        return _closest(content)
    return _WESTERN if found == "gb18030" and encodings.looks_western(content) else ""


def _closest(content: bytes) -> str:
    """Choose the encoding of which a few bytes alone are broken, if there is one."""
    for name in ("utf-8", "gb18030"):
        text = content.decode(name, errors="replace")
        broken = text.count("\ufffd")
        if sum(not character.isascii() for character in text) > 10 * broken:
            return name
    return _WESTERN


def _records(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(itertools.islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), SAMPLE))
    except csv.Error:
        return []


def _regularity(records: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Measure how many rows have the most usual number of cells, of which there must be several."""
    widths = Counter(len(record) for record in records if record)
    if not widths:
        return 0, 0
    width, count = widths.most_common(1)[0]
    return (count / widths.total() if width > 1 else 0), width


def _table(
    records: Sequence[Sequence[str]], *, encoding: str = "", delimiter: str = ",", sheet: str = ""
) -> ForeignTable:
    width = max(map(len, records), default=0)
    rows = [[cell.strip() for cell in record] + [""] * (width - len(record)) for record in records]
    transposed = _is_transposed(rows)
    if transposed:
        skipped = 0
        rows = [list(cells) for cells in zip(*rows, strict=True)]
    else:
        skipped = _above(rows)
    headers, body = (rows[skipped], rows[skipped + 1 :]) if rows else ([], [])
    filled = [sum(map(bool, row)) for row in body]
    headings = sum(a == 1 and b > 1 for a, b in itertools.pairwise(filled)) if len(headers) > 2 else 0
    kept = [row for row, count in zip(body, filled, strict=True) if count > (1 if headings else 0)]
    columns = [[row[position] for row in kept] for position in range(len(headers))]
    above = " ".join(itertools.chain(*rows[:skipped]))
    return ForeignTable(headers, columns, encoding, delimiter, sheet, skipped, transposed, above, headings)


def _is_transposed(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column holds more of what headers say than any row at the top."""
    if not rows or len(rows) > _TOP:
        return False
    across = max(hints.known(row) for row in rows)
    return hints.known([row[0] for row in rows]) > across


def _above(rows: Sequence[Sequence[str]]) -> int:
    """Count the rows above the headers: the row that says most of what headers do, or a full one."""
    top = rows[:_TOP]
    told = [hints.known(row) for row in top]
    if max(told, default=0) > 1:
        first = told.index(max(told))
    else:
        filled = [sum(map(bool, row)) for row in top]
        least = max(filled, default=0) / 2
        first = next((number for number, count in enumerate(filled) if count and count >= least), 0)
    # Nothing is skipped for blank rows alone: reading passes over them.
    return first if any(map(any, rows[:first])) else 0
