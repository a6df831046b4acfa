"""Figures as offices write them: `1,595`, `1595万`, `45%`."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal

from data.errors import CellError

MYRIADS = {"": 1, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}

_PLAIN = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)(万亿|万|亿|%)?", re.IGNORECASE)
_CURRENCY = re.compile(r"^([+-]?)\s*(?:[A-Z]{1,3})?[£$€¥]\s*(?=[\d.-])")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?![\d,])")
_COMMA = re.compile(r"[+-]?\d+(?:,\d+)+(?:\.\d+)?\D*")


def read(text: object) -> float:
    """Read a number; a percentage is its figure before the sign. Raises CellError."""
    number, _ = _parts(text)
    return number


def read_percent(text: object) -> float:
    """Read a share in percent: `45` and `45%` are 45, and `0.45` is 0.45. Raises CellError."""
    number, sign = _parts(text)
    if sign not in ("", "%"):
        raise CellError("not_a_number")
    return number


def read_whole(text: object) -> float:
    """Read a whole number. Raises CellError."""
    number = read(text)
    if not number.is_integer():
        raise CellError("not_whole")
    return number


def _parts(text: object) -> tuple[float, str]:
    """Split a figure into its value and the sign that follows it."""
    plain = unicodedata.normalize("NFKC", str(text)).strip().replace("\u2212", "-")
    plain = _CURRENCY.sub(r"\1", plain)
    if grouped := _GROUPED.match(plain):
        plain = re.sub("[, ]", "", grouped[0]) + plain[grouped.end() :]
    # `1,5` is one and a half to some and a slip of a thousands separator to others.
    if _COMMA.fullmatch(plain):
        raise CellError("ambiguous_number")
    found = _PLAIN.fullmatch(plain.replace(" ", "") if plain.endswith(("万", "亿", "%")) else plain)
    if not found:
        raise CellError("not_a_number")
    sign = found[2] or ""
    # Decimal, so that 0.07亿 is 7,000,000 and not 7,000,000.000000001.
    number = float(Decimal(found[1]) * MYRIADS.get(sign, 1))
    if not math.isfinite(number):
        raise CellError("not_a_number")
    return number, sign
