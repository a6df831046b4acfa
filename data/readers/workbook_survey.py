"""What a workbook's XML says that calamine does not pass on, and whether it may be passed on at all.

calamine lays a sheet out in full, from the first cell to the last, and copies a shared text wherever it is
referred to; a small file could ask for more memory than there is. So the cells are counted here beforehand.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.readers import number_formats
from data.readers.number_formats import Format
from data.readers.workbook_xml import DamagedError, Start, parse

MOST_CELLS = 1_500_000
MOST_TEXT = 32_000_000
"""How many characters all cells of a workbook may hold."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

_LETTERS = re.compile(r"[A-Z]{1,3}")


class TooMuchError(Exception):
    """A workbook holds more than is read."""


@dataclass(slots=True)
class Outline:
    """How far the filled cells of a sheet reach, and what is to be known of some of them (row, column)."""

    rows: int = 0
    columns: int = 0
    furthest: str = ""
    formats: defaultdict[int, dict[int, Format]] = field(default_factory=lambda: defaultdict(dict))
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Error values such as `#REF!`; an empty text is a formula that was never calculated."""


class Survey:
    """A look at all sheets of a workbook. Raises DamagedError or TooMuchError."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = {name.lower(): content for name, content in parts.items()}
        self._formats = _formats(self._parts.get("xl/styles.xml", b""))
        self._lengths = _lengths(self._parts.get("xl/sharedstrings.xml", b""))
        self._cells = 0
        self._text = 0
        self.outlines = [self._outline(part) for part in self._worksheets()]
        """One for each sheet the workbook lists, None for what is no sheet of cells."""

    def _worksheets(self) -> list[str]:
        """List the part of every sheet in the order of the workbook."""
        targets: dict[str, str] = {}
        listed: list[str] = []

        def relate(attributes: Mapping[str, str]) -> None:
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def sheet(attributes: Mapping[str, str]) -> None:
            listed.append(next((value for name, value in attributes.items() if name.endswith(":id")), ""))

        parse(self._parts.get("xl/_rels/workbook.xml.rels", b""), {"Relationship": relate})
        parse(self._parts.get("xl/workbook.xml", b""), {"sheet": sheet})
        return [_part(targets.get(key, "")) for key in listed]

    def _outline(self, part: str) -> Outline | None:
        if part not in self._parts or not part.startswith("xl/worksheets/"):
            return None
        cells = _Cells(self._formats, self._lengths, MOST_CELLS - self._cells, MOST_TEXT - self._text)
        cells.read(self._parts[part])
        self._cells += cells.count
        self._text += cells.text
        return cells.outline


def _part(target: str) -> str:
    path = target.lower().removeprefix("/")
    return path if path.startswith("xl/") else f"xl/{path}"


def _formats(styles: bytes) -> dict[str, Format]:
    """Map the number of a cell style to what its format says."""
    codes: dict[str, str] = {}
    numbers: dict[str, list[str]] = {"cellXfs": [], "cellStyleXfs": []}
    lists = [numbers["cellStyleXfs"]]

    def code(attributes: Mapping[str, str]) -> None:
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def style(attributes: Mapping[str, str]) -> None:
        lists[-1].append(attributes.get("numFmtId", ""))

    def list_of(name: str) -> Start:
        return lambda _: lists.append(numbers[name])

    if styles:
        parse(styles, {"numFmt": code, "xf": style, **{name: list_of(name) for name in numbers}})
    kinds = (
        number_formats.of(int(n), codes.get(n, "")) if n.isdecimal() else None for n in numbers["cellXfs"]
    )
    return {str(style): kind for style, kind in enumerate(kinds) if kind}


def _lengths(shared: bytes) -> list[int]:
    """Measure the shared texts."""
    found: list[int] = []

    def take(text: str) -> None:
        if found:
            found[-1] += len(text)

    if shared:
        parse(shared, {"si": lambda _: found.append(0)}, take)
    return found


# What may hold text beyond the last cell.
_AFTER_CELLS = ("conditionalFormatting", "dataValidations", "customSheetViews", "headerFooter", "extLst")


class _Cells:
    """Goes through the cells of one sheet."""

    def __init__(self, formats: Mapping[str, Format], lengths: list[int], cells: int, text: int) -> None:
        self.outline = Outline()
        self.count = 0
        self.text = 0
        self._formats = formats
        self._lengths = lengths
        self._most_cells = cells
        self._most_text = text
        self._row = -1
        self._column = -1
        self._cell: Mapping[str, str] | None = None
        self._has_formula = self._has_value = False
        # Pieces of text since the cell, or its value, began; there are millions of them to be taken.
        self._pieces: list[str] = []

    def read(self, content: bytes) -> None:
        starts = {"c": self._start, "row": self._start_row, "v": self._start_value, "f": self._start_formula}
        starts |= dict.fromkeys(_AFTER_CELLS, lambda _: self._settle())
        parse(content, starts, self._pieces.append)
        self._settle()

    def _start(self, attributes: Mapping[str, str]) -> None:
        self._settle()
        self._cell = attributes
        self._has_formula = self._has_value = False
        self._pieces.clear()
        if "r" in attributes:
            self._row, self._column = position(attributes["r"])
        else:
            self._column += 1

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._settle()
        written = attributes.get("r", "")
        self._row = int(written) - 1 if written.isdecimal() else self._row + 1
        self._column = -1

    def _start_value(self, _: Mapping[str, str]) -> None:
        if self._has_value:
            raise DamagedError
        self._has_value = True
        self._pieces.clear()

    def _start_formula(self, _: Mapping[str, str]) -> None:
        self._has_formula = True

    def _settle(self) -> None:
        """Note what the last cell holds."""
        cell, self._cell = self._cell, None
        if cell is None:
            return
        kind, row, column = cell.get("t", "n"), self._row, self._column
        value = "" if self._has_formula and not self._has_value else "".join(self._pieces).strip()
        if not value:
            # A formula may well give an empty text; that is a value.
            if self._has_formula and kind != "str":
                self.outline.errors[row, column] = ""
            return
        self._count(kind, value)
        if kind == "e":
            self.outline.errors[row, column] = value
        elif (style := cell.get("s", "")) in self._formats:
            self.outline.formats[row][column] = self._formats[style]
        self._reach(row, column, cell)

    def _reach(self, row: int, column: int, cell: Mapping[str, str]) -> None:
        outline = self.outline
        if row < outline.rows and column < outline.columns:
            return
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            raise DamagedError
        outline.rows = max(outline.rows, row + 1)
        outline.columns = max(outline.columns, column + 1)
        outline.furthest = cell.get("r", "")

    def _count(self, kind: str, value: str) -> None:
        self.count += 1
        if kind != "s":
            self.text += len(value)
        elif value.isdecimal() and int(value) < len(self._lengths):
            self.text += self._lengths[int(value)]
        else:
            raise DamagedError
        if self.count > self._most_cells or self.text > self._most_text:
            raise TooMuchError


def position(cell: str) -> tuple[int, int]:
    """Find row and column of a cell such as `C17`, from 0. Raises DamagedError."""
    letters = cell.rstrip("0123456789")
    number = cell[len(letters) :]
    if not 1 <= len(number) <= 7 or number == "0":
        raise DamagedError
    return int(number) - 1, _column(letters)


@functools.lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise DamagedError
    return functools.reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0) - 1
