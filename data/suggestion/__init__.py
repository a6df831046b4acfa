"""A first mapping for a table nobody here made, by what its headers and values look like."""

from __future__ import annotations

from pathlib import Path

from data.readers import files
from data.suggestion import draft, fields, foreign_table

__all__ = ["suggest"]


def suggest(path: Path, lang: str) -> str:
    """Write a mapping for a CSV or a workbook, with reasons in one language. Raises Unreadable."""
    content = files.gather(path).contents[path.name]
    table = foreign_table.read(path.name, content)
    return draft.write(table, fields.assign(table), path.stem, lang)
