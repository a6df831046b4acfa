"""The numbers of headings, as official papers write them: 一、二、三、 and 1. 2. 3."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def heading(number: int, lang: str) -> str:
    """Write the number of a section before its heading."""
    return f"{chinese(number)}、" if lang == "zh" else f"{number}. "


def chinese(number: int) -> str:
    """Write a number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
