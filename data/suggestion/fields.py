"""Which column of a foreign table may be which field of an item, by its header and its values."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from data import dates, figures
from data.errors import CellError
from data.readers import lists
from data.suggestion import hints
from data.suggestion.foreign_table import ForeignTable
from data.words import NOBODY, DateOrder, Status, fold

# A field is looked for where none before it was found.
_ORDER = (
    *("title", "id", "deadline", "start", "lead", "support", "owner", "status", "progress"),
    *("source_url", "theme", "commitment", "note"),
)
_LEAST = 0.25
"""What a header must fit at least."""
_FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")

Values = Sequence[str]


def assign(table: ForeignTable) -> dict[str, int]:
    """Assign fields to columns, best fits first; each column is at most one field."""
    fits = [
        (hints.score(field, header), -_ORDER.index(field), -position, field, position)
        for position, header in enumerate(table.headers)
        for field in _ORDER
        if header and _SUITS.get(field, _any)(_filled(table.columns[position]))
    ]
    found: dict[str, int] = {}
    for fit, _, _, field, position in sorted(fits, reverse=True):
        if fit >= _LEAST and field not in found and position not in found.values():
            found[field] = position
    if "title" not in found:
        # Where no column is left, the title is what another field says as well.
        likely = _likely_titles(table, set(found.values())) or _likely_titles(table, set())
        if likely:
            found["title"] = likely[0]
    return {field: found[field] for field in _ORDER if field in found}


def order_of_dates(table: ForeignTable, found: Mapping[str, int]) -> str:
    """Tell the order of day and month where dates need it, "unclear" if they do not tell; else empty."""
    pairs = [
        tuple(map(int, match.groups()))
        for field in ("start", "deadline")
        if field in found
        for value in table.columns[found[field]]
        if (match := _FIGURES.match(value))
    ]
    if not pairs:
        return ""
    day_first, month_first = (any(pair[place] > 12 for pair in pairs) for place in (0, 1))
    if day_first == month_first:
        return "unclear"
    return (DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST).value


def lack_year(table: ForeignTable, found: Mapping[str, int]) -> bool:
    """Tell whether there are dates that only the campaign's own dates tell the year of."""
    return any(
        _why_no_date(value) == "missing_year"
        for field in ("start", "deadline")
        if field in found
        for value in table.columns[found[field]]
    )


def statuses(table: ForeignTable, found: Mapping[str, int]) -> dict[str, Status | None]:
    """Guess what the words of the status column mean that reading would not know; None for no guess."""
    if "status" not in found:
        return {}
    words = Counter(_filled(table.columns[found["status"]]))
    return {word: hints.STATUSES.get(fold(word)) for word, _ in words.most_common(30) if not _is_status(word)}


def separator(table: ForeignTable, found: Mapping[str, int], field: str) -> str:
    """Find the comma between the names in a field: their parts are names elsewhere too; empty for none."""
    filled = sorted(set(_filled(table.columns[found[field]])))
    others = {value for name in ("lead", "support") if name in found for value in table.columns[found[name]]}
    for mark in (",", "，"):
        pattern = lists.separators((mark, "、", ";", "；"))
        several = [lists.split(value, pattern) for value in filled if mark in value]
        if not several or any(";" in value for value in filled):
            continue
        parts = list(itertools.chain(*several))
        often = Counter(parts)
        if sum(often[part] > 1 or part in others for part in parts) > 0.6 * len(parts):
            return mark
    return ""


def _filled(values: Values) -> list[str]:
    return [value for value in values if value and fold(value) not in NOBODY]


def _any(values: Values) -> bool:
    return bool(values)


def _share(values: Values, test: Callable[[str], object]) -> float:
    return sum(bool(test(value)) for value in values) / len(values) if values else 0


def _is_date(value: str) -> bool:
    if _FIGURES.match(value):
        return True
    # `2021` is rather a number, and so is a count of days.
    return _why_no_date(value) in ("", "missing_year") and (not value.isdecimal() or len(value) == 8)


def _why_no_date(value: str) -> str:
    try:
        dates.read(value, None)
    except CellError as error:
        return error.code
    return ""


def _is_figure(value: str) -> bool:
    try:
        figures.read(value)
    except CellError:
        return False
    return True


def _is_status(value: str) -> bool:
    try:
        Status.read(value)
    except ValueError:
        return False
    return True


def _is_text(values: Values) -> bool:
    plain = _share(values, lambda v: _is_figure(v) or _is_date(v) or v.startswith("http"))
    return bool(values) and plain < 0.5


def _suits_title(values: Values) -> bool:
    # A code is no title; most titles have several words.
    worded = _share(values, lambda value: " " in value or not value.isascii())
    return _is_text(values) and worded >= 0.5 and len(set(values)) >= 0.8 * len(values)


def _suits_key(values: Values) -> bool:
    short = _share(values, lambda value: len(value) <= 40 and "\n" not in value and value.count(" ") < 3)
    return len(set(values)) == len(values) > 0 and short == 1 and _share(values, _is_date) < 0.5


def _suits_status(values: Values) -> bool:
    """Ask for few words of which at least half are known; a rating is no status and stays as it is."""
    words = set(values)
    known = sum(_is_status(word) or fold(word) in hints.STATUSES for word in words)
    return 0 < len(words) <= 30 and 2 * known >= len(words)


def _suits_name(values: Values) -> bool:
    return _is_text(values) and statistics.median(map(len, values)) <= 150


_SUITS: Mapping[str, Callable[[Values], bool]] = {
    "id": _suits_key,
    "title": _suits_title,
    "deadline": lambda values: _share(values, _is_date) >= 0.5,
    "start": lambda values: _share(values, _is_date) >= 0.5,
    "lead": _suits_name,
    "support": _is_text,
    "owner": lambda values: _is_text(values) and statistics.median(map(len, values)) <= 60,
    "status": _suits_status,
    "progress": lambda values: _share(values, _is_figure) >= 0.5,
    "source_url": lambda values: _share(values, lambda v: v.startswith(("http://", "https://"))) >= 0.6,
    "theme": lambda values: _is_text(values) and len(set(values)) <= max(2, len(values) / 2),
    "commitment": _is_text,
    "note": _is_text,
}


def _likely_titles(table: ForeignTable, taken: set[int]) -> list[int]:
    """Order text columns by how different their values are and how much they say."""
    fitting = [
        (len(set(values)) / len(values) * min(statistics.median(map(len, values)), 100), -position)
        for position, column in enumerate(table.columns)
        if table.headers[position]
        and position not in taken
        and (values := _filled(column))
        and _is_text(values)
    ]
    return [-position for _, position in sorted(fitting, reverse=True)]
