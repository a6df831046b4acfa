"""A campaign as one YAML file: every table a list of rows, closed lists and references by id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.campaign import Campaign
from data.columns import Column, Kind
from data.models import columns
from data.readers import files
from data.wording import LANGUAGES
from data.writers import tables
from data.writers.limits import TooLargeError
from data.writers.yaml_text import pair, scalar, word

# Every cell makes two nodes of the two million that a reader takes; lists and translations make more.
MOST_CELLS = 800_000
TYPED = frozenset({Kind.NUMBER, Kind.DATE})

Cell = str | tuple[str, ...] | dict[str, str]
"""A text, several values, or a text by language."""


def write(campaign: Campaign, *, masked: bool) -> bytes:
    """Write a campaign. Raises TooLargeError if it is more than could be read again."""
    frames = {table: tables.rows(campaign, table, masked=masked, joint=None) for table in campaign.tables}
    cells = sum(int((frame != "").to_numpy().sum()) for frame in frames.values())
    if cells > MOST_CELLS:
        raise TooLargeError("yaml", cells, MOST_CELLS)
    lines = [settings(campaign, masked=masked)]
    for table, frame in frames.items():
        # An empty list of organizations says that there are none to refer to.
        if len(frame) or table == "organizations":
            lines.append(f"\n{table}:" + ("" if len(frame) else " []"))
        lines += _rows(table, frame, campaign.settings.language, "  - ")
    content = "\n".join([*lines, ""]).encode()
    if len(content) > files.LARGEST[files.YAML_ENDINGS[0]]:
        raise TooLargeError("yaml", cells, MOST_CELLS)
    return content


def settings(campaign: Campaign, *, masked: bool) -> str:
    """Write the settings alone."""
    row = tables.rows(campaign, "campaign", masked=masked)
    return "\n".join(["campaign:", *_rows("campaign", row, campaign.settings.language, "  ")])


def _rows(table: str, frame: pd.DataFrame, language: str, start: str) -> Iterator[str]:
    """Write rows, each beginning with the start."""
    own = columns(table)
    translations = {f"{name}.{by}": (name, by) for name in own for by in LANGUAGES}
    indent = " " * len(start)
    records: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
    for cells in records:
        others: dict[str, dict[str, str]] = {}
        for name in [name for name in cells if name in translations]:
            stem, by = translations[name]
            if text := cells.pop(name):
                others.setdefault(stem, {language: cells.setdefault(stem, "")})[by] = text
        entries = [
            pair(name, _value(others.get(name, cell), indent, own.get(name)), indent)
            for name, cell in cells.items()
            if cell or name in others
        ]
        yield start + f"\n{indent}".join(entries)


def _value(cell: Cell, indent: str, column: Column | None) -> str:
    indent += "  "
    if isinstance(cell, dict):
        return "".join(f"\n{indent}{by}: {scalar(text, indent + '  ')}" for by, text in cell.items() if text)
    if isinstance(cell, tuple):
        return f" [{', '.join(map(word, cell))}]"
    return " " + scalar(cell, indent, typed=column is not None and column.kind in TYPED)
