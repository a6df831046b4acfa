"""Dates and figures as each language writes them."""

from __future__ import annotations

import datetime as dt
import functools
import math

import pandas as pd
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, parse_pattern

from data.words import Precision

LOCALES = {"zh": Locale.parse("zh_Hans_CN"), "en": Locale.parse("en_GB")}
DATES = {
    "zh": {
        "day": "y年M月d日",
        "month": "y年M月",
        "quarter": "y年QQQQ",
        "half": "y年{half}半年",
        "year": "y年",
        "within_year": "M月d日",
    },
    "en": {
        "day": "d MMMM y",
        "month": "MMMM y",
        "quarter": "QQQ y",
        "half": "'{half} half of' y",
        "year": "y",
        "within_year": "d MMMM",
    },
}
HALVES = {"zh": ("上", "下"), "en": ("first", "second")}
CHINESE_UNITS = ((100_000_000, "亿"), (10_000, "万"))
# A page writes the same dates and figures again and again.
_REMEMBERED = 8192
# Babel would parse the pattern each time.
_parsed = functools.cache(parse_pattern)


@functools.lru_cache(_REMEMBERED)
def day(date: dt.date | None, lang: str, precision: str = "day") -> str:
    """Write a date as precisely as it is known: 2021年5月31日, May 2021; empty for a missing one.

    `precision` is a value of `Precision`; a date that continues has no end and is named as such.
    `within_year` leaves out the year.
    """
    if precision == Precision.CONTINUING:
        return Precision.CONTINUING.label(lang)
    if date is None or pd.isna(date):
        return ""
    pattern = DATES[lang].get(precision, DATES[lang]["day"])
    half = HALVES[lang][date.month > 6]
    return format_date(date, pattern.replace("{half}", half), locale=LOCALES[lang])


@functools.lru_cache(_REMEMBERED)
def number(value: float, lang: str) -> str:
    """Write a figure exactly: 15,950,000 in English, 1595万 in Chinese; empty for a missing or endless one.

    Chinese takes 万 and 亿 only where at most two decimals are left: 102,240 stays as it is.
    """
    if not math.isfinite(value):
        return ""
    # Twelve digits are more than any source states; the rest is what binary fractions leave behind.
    value = value if float(value).is_integer() else float(f"{value:.12g}")
    if lang == "zh":
        for unit, name in CHINESE_UNITS:
            if abs(value) >= unit and value % (unit // 100) == 0:
                return f"{_written(value / unit, lang, '0.##')}{name}"
    return _written(value, lang, "#,##0.######")


@functools.lru_cache(_REMEMBERED)
def percent(value: float, lang: str, decimals: int = 1) -> str:
    """Write a share given in percent: 45 is 45%; empty for a missing one."""
    if not math.isfinite(value):
        return ""
    return f"{_written(value, lang, '#,##0.' + '#' * decimals)}%"


def legible(value: float) -> float:
    """Round a computed value, such as an average of regions, to what a reader can use; whole ones stay."""
    if value.is_integer():
        return value
    return round(value, 2) if abs(value) >= 1 else float(f"{value:.2g}")


def _written(value: float, lang: str, pattern: str) -> str:
    return format_decimal(value, format=_parsed(pattern), locale=LOCALES[lang])
