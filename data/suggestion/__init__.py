"""A first mapping for a table nobody here made, by what its headers and values look like."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from data.readers import files
from data.suggestion import draft, fields, foreign_table

__all__ = ["suggest", "suggest_content"]


def suggest(path: Path, lang: str) -> str:
    """Write a mapping for a CSV or a workbook, with reasons in one language. Raises Unreadable."""
    return suggest_content(path.name, files.gather(path).contents[path.name], lang)


def suggest_content(name: str, content: bytes, lang: str) -> str:
    """Write a mapping for a table that was handed over, in the same way. Raises Unreadable."""
    table = foreign_table.read(name, content)
    return draft.write(table, fields.assign(table), PurePosixPath(name).stem, lang)
