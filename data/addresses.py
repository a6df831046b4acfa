"""Addresses within the app: a page and its parameters, always ids, so that a link serves everyone."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from data.filters import Filters

Query = dict[str, str | list[str]]

# Parameters that name several ids, and the field of the filters each one fills.
SEVERAL = {
    "department": "departments",
    "level": "levels",
    "theme": "themes",
    "status": "statuses",
    "light": "lights",
    "region": "regions",
}


def of_filters(filters: Filters) -> Query:
    """Write filters as parameters, leaving out what is not set."""
    several: Query = {name: list(getattr(filters, field)) for name, field in SEVERAL.items()}
    single: Query = {
        "role": "" if filters.role == "either" else filters.role,
        "due_from": filters.due_from.isoformat() if filters.due_from else "",
        "due_to": filters.due_to.isoformat() if filters.due_to else "",
        "text": filters.text,
    }
    return {name: value for name, value in {**several, **single}.items() if value}


def pairs(query: Query) -> tuple[tuple[str, str], ...]:
    """Write parameters one by one, as they stand in an address."""
    return tuple(
        (name, value)
        for name, values in query.items()
        for value in ([values] if isinstance(values, str) else values)
    )


def full(root: str, page: str, query: Iterable[tuple[str, str]]) -> str:
    """Write the address of a page of the app that is served at `root`, such as `https://board.example`."""
    written = urlencode(list(query))
    return f"{root.rstrip('/')}/{page}?{written}" if written else f"{root.rstrip('/')}/{page}"
