"""Dates and figures as each language writes them."""

from __future__ import annotations

import datetime as dt
import math

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal

LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}
DATES = {"zh": "y年M月d日", "en": "d MMMM y"}
CHINESE_UNITS = ((100_000_000, "亿"), (10_000, "万"))


def day(date: dt.date | None, lang: str) -> str:
    """Write a date: 2021年5月31日, 31 May 2021; empty for a missing one."""
    if date is None or pd.isna(date):
        return ""
    return format_date(date, DATES[lang], locale=LOCALES[lang])


def number(value: float, lang: str) -> str:
    """Write a figure exactly: 15,950,000 in English, 1595万 in Chinese; empty for a missing or endless one.

    Chinese takes 万 and 亿 only where at most two decimals are left and nothing is lost: 102,240 stays as it is.
    """
    if not math.isfinite(value):
        return ""
    value = float(f"{value:.12g}")
    if lang == "zh":
        for unit, name in CHINESE_UNITS:
            if abs(value) >= unit and _hundredths(value / unit):
                return f"{_grouped(round(value / unit, 2), lang, '0.##')}{name}"
    return _grouped(value, lang, "#,##0.######")


def percent(value: float, lang: str, decimals: int = 1) -> str:
    """Write a share given in percent: 45 is 45%; empty for a missing one."""
    if not math.isfinite(value):
        return ""
    return f"{_grouped(round(value, decimals), lang, '#,##0.' + '#' * decimals)}%"


def _grouped(value: float, lang: str, pattern: str) -> str:
    return format_decimal(value, format=pattern, locale=LOCALES[lang])


def _hundredths(value: float) -> bool:
    """Tell whether two decimals say it all."""
    return math.isclose(value * 100, round(value * 100), rel_tol=1e-13, abs_tol=1e-9)
