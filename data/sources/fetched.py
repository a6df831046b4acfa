"""Rows fetched from a table that lives elsewhere, as a frame like those that are read from files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from data.campaign import Campaign
from data.columns import Column, Kind
from data.models import columns
from data.readers import cells, frames
from data.readers.sheets import Cells, Distinct, Value, codes
from data.sources.relation import PRECISION, WORDS, Relation
from data.wording import LANGUAGES
from data.words import Precision

_QUARTERS = "一二三四"
_WRITTEN: Mapping[str, Callable[[dt.date], str]] = {
    Precision.MONTH: lambda day: f"{day:%Y-%m}",
    Precision.QUARTER: lambda day: f"{day:%Y}年{_QUARTERS[(day.month - 1) // 3]}季度",
    Precision.HALF: lambda day: f"{day:%Y}年{'上' if day.month <= 6 else '下'}半年",
    Precision.YEAR: lambda day: f"{day:%Y}年",
}
"""How a file would say that of a date no more than the period is known of which it is the last day."""


def frame(campaign: Campaign, relation: Relation, rows: pd.DataFrame) -> pd.DataFrame:
    """Make the frame of rows whose columns are those of the model; they come in the order of the frame."""
    table = relation.table
    made: frames.Arrays = {}
    for column in columns(table).values():
        if column.kind is Kind.REFERENCE:
            found = _reference(campaign, column, rows[column.name])
            if relation.allowed:
                # What a viewer may not see has no name here either.
                found[f"{column.name}.text"] = frames.words([], np.full(len(rows), -1, dtype=np.int32))
            made |= found
            continue
        arrays = _read(column, _written(column, rows))
        if column.translatable:
            names = {lang: f"{column.name}.{lang}" for lang in LANGUAGES}
            others = {
                lang: _read(column, rows[name])[column.name] for lang, name in names.items() if name in rows
            }
            arrays = frames.translated(column, arrays[column.name], others, campaign.settings.language)
        made |= arrays
    return pd.DataFrame(made, copy=False)


def _written(column: Column, rows: pd.DataFrame) -> Iterable[Any]:
    """Write the cells of a column as they would stand in a file."""
    given = rows[column.name]
    if column.kind is Kind.DATE:
        precisions = rows.get(f"{column.name}.{PRECISION}", [""] * len(rows))
        return [_day(day, word) for day, word in zip(given, precisions, strict=True)]
    if column.kind is Kind.NUMBER:
        words = rows.get(f"{column.name}.{WORDS}", [""] * len(rows))
        numbers = zip(given.astype(float), words, strict=True)
        return [word if np.isnan(number) else repr(number) for number, word in numbers]
    return given


def _read(column: Column, texts: Iterable[Any]) -> frames.Arrays:
    found = _cells(str(text) for text in texts)
    return frames.spread(column, cells.mean(column, found.values, None), found.codes)


def _cells(texts: Iterable[str]) -> Cells:
    distinct = Distinct()
    distinct.extend(texts)
    found = Cells(distinct.values(), codes(distinct.codes))
    values: list[Value] = [value.strip() if isinstance(value, str) else value for value in found.values]
    return found.revalued(values)


def _day(day: Any, word: str) -> str:
    if pd.isna(day):
        return ""
    date: dt.date = pd.Timestamp(day).date()
    return _WRITTEN.get(word.strip().lower(), dt.date.isoformat)(date)


def _reference(campaign: Campaign, column: Column, named: pd.Series[Any]) -> frames.Arrays:
    """Find the rows that ids name; what names none keeps its words."""
    assert column.target is not None
    found = _cells("" if pd.isna(name) else str(name) for name in named)
    places = campaign.positions(column.target)([str(value) for value in found.values])
    unknown = [str(value) if place < 0 else "" for value, place in zip(found.values, places, strict=True)]
    return {
        f"{column.name}.text": frames.words(unknown, found.codes),
        column.name: frames.references(places.tolist(), found.codes, campaign[column.target]["id"]),
    }
