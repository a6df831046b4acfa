"""The 34 province-level units by GB/T 2260 code."""

from __future__ import annotations


def read(text: object) -> str:
    """Find the code of a region written as code or name. Raises ValueError."""
    raise NotImplementedError


def label(code: object, lang: str) -> str:
    """Name a region in the reader's language; empty for a missing one."""
    raise NotImplementedError
