"""A mapping written out, with the reasons for each guess and what to check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from data import wording
from data.columns import Kind
from data.models import columns
from data.readers.sheets import letters
from data.suggestion import fields
from data.suggestion.foreign_table import ForeignTable
from data.words import NOBODY, fold

_PLAIN = re.compile(r"[^\W\d_][\w .()/&'’+-]*")
_LONGEST = 60
"""A longer header is named by the letter of its column."""
_SEVERAL = (Kind.REFERENCE, Kind.REFERENCES)


def write(table: ForeignTable, found: Mapping[str, int], name: str, lang: str) -> str:
    """Write the mapping of a table whose fields are found."""
    return "\n".join(_Draft(table, found, name, lang).lines()) + "\n"


class _Draft:
    def __init__(self, table: ForeignTable, found: Mapping[str, int], name: str, lang: str) -> None:
        self._table = table
        self._found = found
        self._name = name
        self._lang = lang

    def lines(self) -> Iterator[str]:
        yield f"# {self._word('head')}"
        yield from self._file()
        yield from self._columns()
        yield from self._values()
        yield from self._names()
        yield from self._campaign()

    def _word(self, key: str, names: str = "") -> str:
        return wording.text(f"suggest.{key}", self._lang, names=names)

    def _file(self) -> Iterator[str]:
        """Say how the file itself is read."""
        table = self._table
        said = {
            "sheet": _text(table.sheet) if table.sheet else "",
            "encoding": table.encoding,
            "delimiter": {"\t": "tab", ";": '";"', "，": "，"}.get(table.delimiter, ""),
            "skip_rows": str(table.skipped or ""),
            "transpose": "true" if table.transposed else "",
            "sections": "theme" if table.headings and "theme" not in self._found else "",
        }
        for key, value in said.items():
            if value:
                yield f"{key}: {value}  # {self._word(key)}"
        order = fields.order_of_dates(table, self._found)
        if order == "unclear":
            yield f"# dates: day first  # {self._word('dates.unclear')}"
        elif order:
            yield f"dates: {order}  # {self._word('dates')}"

    def _columns(self) -> Iterator[str]:
        yield "columns:"
        for field, position in self._found.items():
            yield f"  {field}: {self._source(position)}  # {columns('items')[field].header(self._lang)}"
        left = [
            " ".join(header.split())
            for position, header in enumerate(self._table.headers)
            if header and position not in self._found.values()
        ]
        if left:
            yield f"  # {self._word('left', names=self._listed(left))}"

    def _listed(self, names: list[str]) -> str:
        names = ["".join(c if c.isprintable() else " " for c in name) for name in names]
        short = [name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…" for name in names[:20]]
        return ("、" if self._lang == "zh" else "; ").join([*short, *(["…"] if len(names) > 20 else [])])

    def _source(self, position: int) -> str:
        """Name a column by its header, by the first line of it, or by its place where that is shorter."""
        headers = self._table.headers
        for name in (headers[position], headers[position].split("\n")[0]):
            others = (fold(other) for place, other in enumerate(headers) if place != position)
            if "\n" not in name and len(name) <= _LONGEST and fold(name) not in others:
                return _text(name)
        place = str(position + 1) if self._table.transposed else letters(position + 1)
        return f'"{place}"'

    def _values(self) -> Iterator[str]:
        guesses = fields.statuses(self._table, self._found)
        if not guesses:
            return
        lines = [
            f"    {_text(word)}: {meant.value}" if meant else f"    # {_text(word)}: in_progress"
            for word, meant in guesses.items()
        ]
        mark = "" if any(guesses.values()) else "# "
        yield f"{mark}values:  # {self._word('values')}"
        yield f"{mark}  status:"
        yield from lines

    def _names(self) -> Iterator[str]:
        """Say where a comma stands between names."""
        marks = {
            field: mark
            for field in self._found
            if columns("items")[field].kind in _SEVERAL
            and (mark := fields.separator(self._table, self._found, field))
        }
        if marks:
            yield f"split:  # {self._word('split')}"
            for field, mark in marks.items():
                yield f'  {field}: ["{mark}", "、", ";", "；"]'

    def _campaign(self) -> Iterator[str]:
        text = "".join(self._table.headers) + "".join(
            value for column in self._table.columns for value in column[:20]
        )
        chinese = len(re.findall(r"[\u4e00-\u9fff]", text)) * 3 > len(text)
        yield f"# defaults: {{level: department, reported: 2021-06-30}}  # {self._word('defaults')}"
        yield f"campaign:  # {self._word('campaign')}"
        yield f"  title: {_text(self._name)}"
        yield f"  language: {'zh' if chinese else 'en'}"
        if fields.lack_year(self._table, self._found):
            years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", f"{self._name} {self._table.above}"))
            mark, year = ("", years.pop()) if len(years) == 1 else ("# ", "2021")
            yield f"  {mark}start: {year}-01-01  # {self._word('start')}"
            yield f"  {mark}end: {year}-12-31"
        yield f"  # as_of: 2021-06-30  # {self._word('as_of')}"


def _text(text: str) -> str:
    """Write a text so that YAML reads it back."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and fold(text) not in NOBODY:
        return text
    # YAML refuses control characters as they are.
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in json.dumps(text, ensure_ascii=False))
