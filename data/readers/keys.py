"""Ids made of what a row is called or numbered."""

from __future__ import annotations

import re
import unicodedata


def key(name: str, taken: set[str]) -> str:
    """Make an id of a name: its letters and digits, and a number where another has the same."""
    stem = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFKC", name)).strip("-_") or "row"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    taken.add(found)
    return found
