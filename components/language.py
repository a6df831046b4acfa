"""The reader's language: words from the catalogs, figures and dates as that language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import pandas as pd
import streamlit as st

from data import formats, wording
from data.models import columns

LANGUAGES = wording.LANGUAGES
_CATALOGS = Path(__file__).parent / "locales"
_spoken: ContextVar[str] = ContextVar("language", default="")


def from_browser() -> str:
    """Choose the first language by the browser; Chinese where it says nothing."""
    return "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"


def speak(lang: str) -> None:
    """Speak a language in this run, and in the callbacks that come before the next one."""
    st.session_state["language"] = lang
    # A thread serves one session alone; here the language is found fifty times faster.
    _spoken.set(lang)


def current() -> str:
    """Name the language of this session, which the frame takes from the address on every run."""
    lang: str = _spoken.get() or st.session_state.get("language", "zh")
    return lang


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language where there is no session, as where a file is made that a reader asked for."""
    token = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(token)


def t(key: str, *, n: int | None = None, **values: object) -> str:
    """Word a key of the screen in the reader's language; `n` chooses the plural form and fills `{n}`."""
    return wording.text(key, current(), n=n, folder=_CATALOGS, **values)


def header(table: str, column: str) -> str:
    """Name a column of a table as its model does."""
    return columns(table)[column].header(current())


def day(value: dt.date | pd.Timestamp | None, precision: object = "day") -> str:
    """Write a date in the reader's form; a missing one is said to be not reported."""
    if value is None or pd.isna(value):
        return t("not_reported")
    return formats.day(value, current(), str(precision))


def number(value: float | None, unit: str = "") -> str:
    """Write a figure in the reader's form; a missing one is said to be not reported."""
    if value is None or pd.isna(value):
        return t("not_reported")
    spaced = current() == "en" and unit not in ("", "%")
    return formats.number(value, current()) + (f" {unit}" if spaced else unit)


def percent(value: float | None) -> str:
    """Write a share given in percent; a missing one is said to be not reported."""
    if value is None or pd.isna(value):
        return t("not_reported")
    return formats.percent(value, current())
