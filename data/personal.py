"""The personal data guard: numbers and addresses of citizens in texts are found, reported and masked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import compute


class Kind(StrEnum):
    """What kind of personal data it is."""

    IDENTITY_CARD = "identity_card"
    MOBILE = "mobile"
    BANK_CARD = "bank_card"
    EMAIL = "email"


class Personal(NamedTuple):
    """Personal data within a text."""

    kind: Kind
    start: int
    end: int


_WIDE = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９Ｘｘ＠．－＋"}

# Digits within a number, a code or an address stand for nothing; several numbers are listed with `,` or `/`.
_ALONE = r"(?:(?<![\d.=_a-z-])(?<![^\d]/)|(?<=[^?&a-z\d]=)|(?<=tel)|(?<=phone)|(?<=mobile))"
_END = r"(?![\d_a-z]|\.\d)"
# A figure is followed by what it counts, of which there may be as many as a mobile number says.
_COUNTED = r"(?!\s*(?:元|次(?!日)|条|个(?!人)|字|%|号文))"
_CARD = r"(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?"
_IDENTITY = r"[1-8]\d{5}([ -]?)\d{8}\1\d{3}[\dx]"
_MOBILE = r"1[3-9]\d([ -]?)\d{4}\1\d{4}"
_MAIL = r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z0-9])"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.IDENTITY_CARD, re.compile(rf"{_ALONE}{_IDENTITY}{_END}", re.I)),
    (Kind.BANK_CARD, re.compile(rf"{_ALONE}{_CARD}{_END}", re.I)),
    (Kind.MOBILE, re.compile(rf"(?:(?<!\d)(?:\+|00)?86[ -]?|{_ALONE}){_MOBILE}{_END}{_COUNTED}", re.I)),
    (Kind.EMAIL, re.compile(_MAIL, re.I | re.A)),
)  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s，。；、）]+", re.I)

# Whatever could hold one of the patterns, as RE2 writes it; runs over whole columns at once.
_HINT = r"[@＠]|\p{Nd}(?:[ -]?\p{Nd}){10}"


def find(text: str) -> list[Personal]:
    """Find personal data in a text, in order."""
    plain = text.translate(_WIDE)
    taken = [match.span() for match in _ADDRESS.finditer(plain)]
    found: list[Personal] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            start, end = match.span()
            free = all(end <= a or start >= b for a, b in taken)
            if free and _CONFIRMED.get(kind, _always)(re.sub(r"[ -]", "", match[0])):
                taken.append((start, end))
                found.append(Personal(kind, start, end))
    return sorted(found, key=lambda personal: personal.start)


def mask(text: str) -> str:
    """Cover the middle of all personal data in a text: `138****5678`."""
    for _, start, end in reversed(find(text)):
        text = text[:start] + _cover(text[start:end]) + text[end:]
    return text


def mask_all(texts: pd.Series[str]) -> pd.Series[str]:
    """Cover personal data in a whole column; only texts that could hold any are looked at one by one."""
    suspect = suspects(texts)
    if not suspect.any():
        return texts
    covered = texts.copy()
    covered[suspect] = texts[suspect].map(mask)
    return covered


def suspects(texts: pd.Series[str]) -> NDArray[np.bool_]:
    """Mark the texts that could hold personal data, all at once; each distinct text is looked at once."""
    written = pa.array(texts, pa.large_string()).dictionary_encode()
    marks = compute.match_substring_regex(written.dictionary, _HINT).take(written.indices)
    found: NDArray[np.bool_] = marks.fill_null(False).to_numpy(zero_copy_only=False)
    return found


def _cover(part: str) -> str:
    name, at, domain = part.replace("＠", "@").partition("@")
    if at:
        return f"{name[0]}***@{domain}"
    tail = 4 if len(part) < 15 else 2
    return part[:3] + "*" * (len(part) - 3 - tail) + part[-tail:]


def _always(_: str) -> bool:
    return True


def _is_identity_card(number: str) -> bool:
    """GB 11643: a birth date, and a check digit that makes the weighted sum 1 modulo 11."""
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    digits = [10 if digit in "xX" else int(digit) for digit in number]
    weighted = sum(digit * 2 ** (17 - position) for position, digit in enumerate(digits))
    return 1900 <= born.year <= 2100 and weighted % 11 == 1


def _is_bank_card(number: str) -> bool:
    """ISO/IEC 7812: the Luhn sum is a multiple of ten."""
    doubled = (int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(number)))
    return len(number) >= 16 and sum(n - 9 * (n > 9) for n in doubled) % 10 == 0


_CONFIRMED: dict[Kind, Callable[[str], bool]] = {
    Kind.IDENTITY_CARD: _is_identity_card,
    Kind.BANK_CARD: _is_bank_card,
}
