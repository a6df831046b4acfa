"""Cells of a workbook as the text a person sees: numbers and dates by the format of their cell."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from enum import Enum, auto

Value = str | float | bool | dt.date | dt.time | dt.timedelta

EPOCH = dt.datetime(1899, 12, 30)
LAST_SERIAL = 2_958_465  # 9999-12-31
# Excel keeps fifteen digits of a number; what follows is noise (0.1 + 0.2).
DIGITS = ".15g"


class Format(Enum):
    """What the format of a cell adds to its value."""

    PERCENT = auto()
    DATE = auto()
    MONTH = auto()
    YEAR = auto()


# Formats that every program knows by number; from 27 on they differ by country and are those of China.
_BY_NUMBER = (
    dict.fromkeys((9, 10), Format.PERCENT)
    | dict.fromkeys((*range(27, 37), *range(50, 59)), Format.DATE)
    | dict.fromkeys((17, 27, 36, 50, 52, 57), Format.MONTH)
)
_NOT_SHOWN_AS_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def of(number: int, code: str = "") -> Format | None:
    """Find what a format says; None where calamine knows all there is to know."""
    if not code:
        return _BY_NUMBER.get(number)
    shown = _NOT_SHOWN_AS_DATE.sub("", code).casefold().partition(";")[0]
    if "%" in shown:
        return Format.PERCENT
    if "y" not in shown or "d" in shown or "h" in shown:
        return None
    return Format.MONTH if "m" in shown else Format.YEAR


def text(value: Value, shown: Format | None = None) -> str:
    """Write a value as its cell shows it, dates in ISO form and as precisely as they are shown."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        if shown is Format.PERCENT:
            return f"{_plain(float(f'{value * 100:{DIGITS}}'))}%"
        if shown is None or not 0 <= value <= LAST_SERIAL:
            return _plain(value)
        value = _from_serial(value)
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return _day(value, shown)


def _plain(number: float) -> str:
    """Write a number with the digits that count, and without an exponent where people would write none."""
    if not math.isfinite(number):
        return str(number)
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    short = f"{number:{DIGITS}}"
    return f"{Decimal(short):f}" if 1e-9 < abs(number) < 1e21 else short


def _from_serial(serial: float) -> dt.datetime | dt.time:
    moment = EPOCH + dt.timedelta(seconds=round(serial * 86_400))
    return moment.time() if serial < 1 else moment


def _day(value: dt.date, shown: Format | None) -> str:
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.replace(microsecond=0).isoformat(" ").removesuffix(":00")
    # `2021年6月`, once typed in, is the first of June in the cell and a month to whoever reads it.
    if shown is Format.MONTH and value.day == 1:
        return f"{value:%Y-%m}"
    if shown is Format.YEAR and (value.month, value.day) == (1, 1):
        return f"{value:%Y}"
    return f"{value:%Y-%m-%d}"
