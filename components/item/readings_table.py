"""The readings of an indicator as they were reported, each with its source."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from components import language, markdown, table_behind
from components.board import Board
from components.item import cells, indicator_words
from components.language import header, t
from components.plain import plain_title
from data.campaign import Rows
from data.words import Qualifier

_MOST_ROWS = 500
"""Rows on screen; all of them can be downloaded."""


def link(board: Board, row: int, readings: Rows, key: str) -> str:
    """Link to the readings of an indicator, as Markdown."""
    label, title = t("item.readings", n=len(readings)), cells.literal(board, "indicators", "title", row)
    return table_behind.link(key, label, plain_title(title), icon=":material/format_list_numbered:")


def show(board: Board, row: int, readings: Rows, key: str, *, named: bool = False) -> None:
    """Draw the readings as they were reported if they are open, newest first, each with its source.

    `named` says that the indicator is named above them, where nothing beside them does.
    """
    title = cells.literal(board, "indicators", "title", row)
    most = t("item.reading.newest", n=_MOST_ROWS) if len(readings) > _MOST_ROWS else ""
    table_behind.show(
        key,
        lambda: _rows(board, row, readings[:_MOST_ROWS]),
        name=title,
        alt=t("item.readings", n=len(readings)),
        note=markdown.below(plain_title(title) if named else "", most),
        whole=lambda: _rows(board, row, readings),
    )


def _rows(board: Board, row: int, readings: Rows) -> pd.DataFrame:
    """Gather readings as they were reported; a figure that was withheld keeps the words of its source."""
    frame = board.campaign["readings"].iloc[readings]
    withheld = [
        cells.written(board, "readings", "value", int(place)) or t("item.reading.none") for place in readings
    ]
    columns: dict[str, list[Any]] = {
        "date": [value.date() if not pd.isna(value) else None for value in frame["date"]],
        "region": [cells.region_names(board, "readings", "region", int(place)) for place in readings],
        "value": [
            language.number(value, indicator_words.unit(board, row)) if not math.isnan(value) else words
            for value, words in zip(frame["value"], withheld, strict=True)
        ],
        "qualifier": [
            cells.word(board, Qualifier, "readings", "qualifier", int(place)) for place in readings
        ],
        "note": [cells.literal(board, "readings", "note", int(place)) for place in readings],
        "source": [cells.literal(board, "readings", "source", int(place)) for place in readings],
        "source_url": list(frame["source_url"]),
    }
    kept = {name: values for name, values in columns.items() if name in ("date", "value") or any(values)}
    return pd.DataFrame({header("readings", name): values for name, values in kept.items()})
