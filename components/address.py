"""The address (URL): the one place where language, campaign, as-of date and filters live, always as ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlsplit

import streamlit as st

from components import language
from data import dates
from data.addresses import SEVERAL as SEVERAL
from data.addresses import Query as Query
from data.addresses import of_filters as of_filters
from data.filters import Filters, Options

ROLES = ("either", "lead", "support")
FILTERS = {*SEVERAL, "role", "due_from", "due_to", "text"}
_LONGEST_TEXT = 200
# The days a campaign may name (`data.dates`): what lies outside is a slip of the hand.
FIRST_DAY, LAST_DAY = dt.date(dates.YEARS[0], 1, 1), dt.date(dates.YEARS[-1], 12, 31)


# A run asks for dozens of parameters, and Streamlit locks the session for each.
_held: ContextVar[dict[str, list[str]] | None] = ContextVar("address", default=None)


@contextmanager
def held() -> Iterator[None]:
    """Read the address of the open page once for all that asks within the block."""
    token = _held.set(_read())
    try:
        yield
    finally:
        _held.reset(token)


def _read() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def several(name: str) -> list[str]:
    """Return all values of one parameter of the open page."""
    query = _held.get()
    return st.query_params.get_all(name) if query is None else query.get(name, [])


def one(name: str) -> str:
    """Return the last value of one parameter of the open page; empty for none."""
    return _last(several(name))


def _last(values: Sequence[str]) -> str:
    return next(reversed(values), "")


class Reader:
    """Reads parameters one by one, by default of the open page, and remembers what had to be dropped."""

    def __init__(self, values: Callable[[str], list[str]] = several) -> None:
        self._values = values
        self.dropped: list[str] = []

    def _last(self, name: str) -> str:
        return _last(self._values(name))

    def one(self, name: str, allowed: Container[str], default: str) -> str:
        """Read one id; one that is not allowed is dropped."""
        value = self._last(name)
        if value and value not in allowed:
            self.dropped.append(f"{name}={value}")
        return value if value and value in allowed else default

    def several(self, name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """Read several ids in the order of the options; those that are not allowed are dropped."""
        values = self._values(name)
        self.dropped += [f"{name}={value}" for value in values if value not in allowed]
        return tuple(value for value in allowed if value in values)

    def date(self, name: str) -> dt.date | None:
        """Read an ISO date; anything else, and days no campaign can name, are dropped."""
        value = self._last(name)
        try:
            day = dt.date.fromisoformat(value) if value else None
        except ValueError:
            day = None
        if day is not None and FIRST_DAY <= day <= LAST_DAY:
            return day
        if value:
            self.dropped.append(f"{name}={value}")
        return None

    def whole(self, name: str, least: int, most: int, default: int) -> int:
        """Read a whole number between two bounds; anything else is dropped."""
        value = self._last(name)
        if value.isascii() and value.isdigit() and least <= int(value[:9]) <= most:
            return int(value)
        if value:
            self.dropped.append(f"{name}={value}")
        return default

    def day(self, name: str, latest: dt.date) -> dt.date:
        """Read a day up to the latest one; a later one is dropped."""
        day = self.date(name)
        if day is not None and day > latest:
            self.dropped.append(f"{name}={day}")
            return latest
        return day or latest

    def filters(self, options: Options) -> Filters:
        """Read the filters, each limited to what the campaign has."""
        return Filters(
            **{field: self.several(name, getattr(options, field)) for name, field in SEVERAL.items()},
            role=self.one("role", ROLES, "either"),
            due_from=self.date("due_from"),
            due_to=self.date("due_to"),
            text=self._last("text").strip()[:_LONGEST_TEXT],
        )


def lang() -> str:
    """Read the language; a first visit takes the browser's."""
    value = one("lang")
    return value if value in language.LANGUAGES else language.from_browser()


def now() -> Query:
    """Return the whole query of the open page."""
    query = _held.get()
    return {**(_read() if query is None else query)}


def without_filters() -> Query:
    """Return the query of the open page but for its filters."""
    return {name: values for name, values in now().items() if name not in FILTERS}


def bare() -> Query:
    """Return the query that keeps language and campaign alone."""
    kept: Query = {"lang": language.current()}
    if name := one("campaign"):
        kept["campaign"] = name
    return kept


def write(query: Mapping[str, str | Iterable[str]]) -> None:
    """Put a whole new query into the address, in one step of the browser's history, if it differs."""
    new = {name: [value] if isinstance(value, str) else list(value) for name, value in query.items() if value}
    if new != now():
        st.query_params.from_dict(new)
        if _held.get() is not None:
            _held.set(new)


def narrow(filters: Filters) -> None:
    """Put other filters into the address, and leave all else as it is."""
    write({**without_filters(), **of_filters(filters)})


def path_end() -> str:
    """Name what stands last in the path of the open address, in which Streamlit sees a page."""
    return urlsplit(st.context.url or "").path.rpartition("/")[2]
