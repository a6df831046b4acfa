"""The cells of a column of a table, typed as a spreadsheet wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pandas as pd

from data import regions
from data.campaign import Campaign, Rows
from data.columns import Column, Kind
from data.ledger.sheets import Cell
from data.models import columns
from data.personal import mask_all
from data.words import Precision, label


def of(campaign: Campaign, table: str, name: str, rows: Rows, lang: str) -> list[Cell]:
    """Give a column's cells in some rows; words as written where no value could be read from them."""
    column = columns(table)[name]
    values = _values(campaign, column, rows, lang)
    if f"{name}.text" not in campaign[table]:
        return values
    written = mask_all(campaign[table][f"{name}.text"].iloc[rows].astype("str"))
    return [words if value is None and words else value for value, words in zip(values, written, strict=True)]


def day(value: object) -> dt.date | None:
    """Turn a day of a frame into one a spreadsheet takes; None for a missing one."""
    return None if pd.isna(value) else pd.Timestamp(value).date()  # type: ignore[arg-type, call-overload]


def _values(campaign: Campaign, column: Column, rows: Rows, lang: str) -> list[Cell]:
    cells = campaign[column.table][column.name].iloc[rows]
    match column.kind:
        case Kind.WORD:
            assert column.words is not None
            return [label(column.words, value, lang) or None for value in cells.astype(object)]
        case Kind.NUMBER:
            return [None if np.isnan(value) else float(value) for value in cells]
        case Kind.DATE:
            return _dates(cells, campaign[column.table][f"{column.name}.precision"].iloc[rows], lang)
        case Kind.REFERENCE:
            assert column.target is not None
            names = _names(campaign, column.target, lang)
            return [str(names[code]) if code >= 0 else None for code in cells.cat.codes]
        case _:
            return [str(text) or None for text in campaign.words(column.table, column.name, lang)[rows]]


def _dates(dates: Iterable[object], precisions: Iterable[object], lang: str) -> list[Cell]:
    return [
        Precision.CONTINUING.label(lang) if precision == Precision.CONTINUING else day(date)
        for date, precision in zip(dates, precisions, strict=True)
    ]


def _names(campaign: Campaign, table: str, lang: str) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    if table == "organizations":
        return campaign.organization_names(lang)
    if table == "regions":
        return regions.labels(campaign, lang)
    return campaign.words(table, "title", lang)
