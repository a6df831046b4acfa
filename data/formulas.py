"""Texts a spreadsheet would take for formulas: marked in a CSV by an apostrophe that readers take away."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"[+-]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)%?", re.ASCII)
_BEGINNINGS = ("=", "+", "-", "@")


def harmless(text: str) -> str:
    """Put an apostrophe before a text a spreadsheet would take for a formula; plain numbers stay.

    A text that has apostrophes there already gets one more, so that `restored` finds every text again.
    """
    return "'" + text if _dangerous(text.lstrip("'")) else text


def restored(text: str) -> str:
    """Take away the apostrophe that `harmless` put before a text."""
    return text[1:] if text.startswith("'") and _dangerous(text.lstrip("'")) else text


def _dangerous(text: str) -> bool:
    # Excel looks past blanks, and in East Asian editions takes full-width signs for their half-width forms.
    seen = unicodedata.normalize("NFKC", text).lstrip()
    sign = seen.startswith(_BEGINNINGS) and len(seen) > 1 and not _NUMBER.fullmatch(seen.rstrip())
    return sign or text.startswith(("\t", "\r", "\n", "\0"))
