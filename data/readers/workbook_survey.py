"""What a workbook's XML says that calamine does not pass on, and whether it may be passed on at all.

calamine lays a sheet out in full, from the first cell to the last, and copies a shared text wherever it is
referred to; a small file could ask for more memory than there is. So the cells are counted here beforehand.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from data.readers import number_formats
from data.readers.number_formats import Format

MOST_CELLS = 2_000_000
MOST_TEXT = 32_000_000
"""How many characters all cells of a workbook may hold."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class DamagedError(Exception):
    """The XML is none that a spreadsheet program writes."""


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

        def relate(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def sheet(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "sheet":
                key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
                listed.append(targets.get(key, ""))

        _parse(self._parts.get("xl/_rels/workbook.xml.rels", b""), relate)
        _parse(self._parts.get("xl/workbook.xml", b""), sheet)
        return [_part(target) for target in listed]

    def _outline(self, part: str) -> Outline | None:
        if part not in self._parts or not part.startswith("xl/worksheets/"):
            return None
        cells = _Cells(self._formats, self._lengths, MOST_CELLS - self._cells, MOST_TEXT - self._text)
        _parse(self._parts[part], cells.start, cells.end, cells.take)
        self._cells += cells.count
        self._text += cells.text
        return cells.outline


def _part(target: str) -> str:
    path = target.lower().removeprefix("/")
    return path if path.startswith("xl/") else f"xl/{path}"


def _formats(styles: bytes) -> dict[str, Format]:
    """Map the number of a cell style to what its format says."""
    codes: dict[str, str] = {}
    numbers: list[str] = []
    inside = ""

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs"):
            inside = tag
        elif tag == "xf" and inside == "cellXfs":
            numbers.append(attributes.get("numFmtId", ""))

    if styles:
        _parse(styles, start)
    found = (number_formats.of(int(n), codes.get(n, "")) if n.isdecimal() else None for n in numbers)
    return {str(style): kind for style, kind in enumerate(found) if kind}


def _lengths(shared: bytes) -> list[int]:
    """Measure the shared texts."""
    found: list[int] = []

    def start(tag: str, _: Mapping[str, str]) -> None:
        if tag == "si":
            found.append(0)

    def take(text: str) -> None:
        if found:
            found[-1] += len(text)

    if shared:
        _parse(shared, start, text=take)
    return found


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
        self._attributes: Mapping[str, str] = {}
        self._formula = False
        self._taking = False
        self._value = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            self._attributes, self._formula, self._value = attributes, False, ""
            if "r" in attributes:
                self._row, self._column = position(attributes["r"])
            else:
                self._column += 1
        elif tag == "row":
            written = attributes.get("r", "")
            self._row = int(written) - 1 if written.isdecimal() else self._row + 1
            self._column = -1
        elif tag in ("v", "t"):
            self._taking = True
        elif tag == "f":
            self._formula = True

    def take(self, text: str) -> None:
        if self._taking:
            self._value += text

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._taking = False
        elif tag == "c":
            self._settle()

    def _settle(self) -> None:
        """Note what a cell holds."""
        kind, at = self._attributes.get("t", "n"), (self._row, self._column)
        if not self._value:
            # A formula may well give an empty text; that is a value.
            if self._formula and kind != "str":
                self.outline.errors[at] = ""
            return
        if not (0 <= self._row < MOST_ROWS and 0 <= self._column < MOST_COLUMNS):
            raise DamagedError
        self.count += 1
        self.text += self._length(kind)
        if self.count > self._most_cells or self.text > self._most_text:
            raise TooMuchError
        if kind == "e":
            self.outline.errors[at] = self._value
        elif shown := self._formats.get(self._attributes.get("s", "")):
            self.outline.formats[self._row][self._column] = shown
        if self._row >= self.outline.rows or self._column >= self.outline.columns:
            self.outline.rows = max(self.outline.rows, self._row + 1)
            self.outline.columns = max(self.outline.columns, self._column + 1)
            self.outline.furthest = self._attributes.get("r", "")

    def _length(self, kind: str) -> int:
        if kind != "s":
            return len(self._value)
        number = self._value.strip()
        if not number.isdecimal() or int(number) >= len(self._lengths):
            raise DamagedError
        return self._lengths[int(number)]


def position(cell: str) -> tuple[int, int]:
    """Find row and column of a cell such as `C17`, from 0. Raises DamagedError."""
    found = _CELL.fullmatch(cell)
    if not found:
        raise DamagedError
    return int(found[2]) - 1, _column(found[1])


@functools.cache
def _column(letters: str) -> int:
    return functools.reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0) - 1


def _parse(
    content: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through XML, tags without their prefixes. Raises DamagedError if it is broken or has entities."""

    def refuse(*_: Any) -> None:
        raise DamagedError

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise DamagedError from error
