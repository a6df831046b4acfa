"""Columns of a frame from the meanings of distinct values, laid out as `data.campaign` promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import Column, Kind
from data.personal import mask_all
from data.readers.cells import Meanings
from data.readers.sheets import Codes
from data.words import Precision, Status

Arrays = dict[str, Any]

_NO_WORDS = pd.CategoricalDtype(pd.Index([""], dtype="str"))
_PRECISIONS = pd.CategoricalDtype(pd.Index([str(p) for p in Precision], dtype="str"))


def spread(column: Column, meanings: Meanings, codes: Codes) -> Arrays:
    """Make a column's arrays; codes of -1 stand for a cell where nothing is written."""
    arrays = _values(column, meanings, codes)
    if has_words(column):
        arrays[f"{column.name}.text"] = words(meanings.words, codes)
    return arrays


def has_words(column: Column) -> bool:
    """Tell whether the words as written are kept beside the value."""
    plain = (Kind.KEY, Kind.TEXT, Kind.LINK, Kind.TEXTS, Kind.FLAG)
    return column.words is Status if column.kind is Kind.WORD else column.kind not in plain


def _values(column: Column, meanings: Meanings, codes: Codes) -> Arrays:
    found = meanings.values
    if column.kind is Kind.DATE:
        return _dates(column.name, found, codes)
    if column.kind is Kind.WORD:
        return {column.name: _words_of_list(column, found, codes)}
    if column.kind is Kind.NUMBER:
        # None becomes NaN; the last stands for a code of -1.
        return {column.name: np.append(np.asarray(found, dtype=float), np.nan)[codes]}
    if column.kind is Kind.FLAG:
        # What nobody can read stands for no, but an item that somebody tried to mark is not for everybody.
        flags = [column.name == "internal" if flag is None else flag for flag in found]
        return {column.name: np.array([*flags, False], dtype=bool)[codes]}
    if column.kind is Kind.TEXTS:
        return {column.name: tuples([value or () for value in found], codes)}
    return {column.name: texts([value or "" for value in found], codes)}


def texts(values: Sequence[str], codes: Codes) -> Any:
    """Make a text column."""
    return pd.array([*values, ""], dtype="str").take(np.where(codes < 0, len(values), codes))


def translated(column: Column, own: Any, others: dict[str, Any], language: str) -> Arrays:
    """Join a text in the language of the content and its translations, which stand in where it is missing."""
    text: Any = pd.Series(own)
    if language in others:
        text = text.where(text != "", pd.Series(others.pop(language)))
    for other in others.values():
        text = text.where(text != "", pd.Series(other))
    return {column.name: text.array} | {f"{column.name}.{lang}": other for lang, other in others.items()}


def tuples(values: Sequence[tuple[str, ...]], codes: Codes) -> NDArray[np.object_]:
    """Make a column of tuples; equal cells share one."""
    cells = np.empty(len(values) + 1, dtype=object)
    cells[:] = [*values, ()]
    return cells[codes]


def words(values: Sequence[str], codes: Codes) -> Any:
    """Make the column of words as written, as categories; they are there to be shown, so they are masked."""
    if not any(values):
        return pd.Categorical.from_codes(np.zeros(len(codes), dtype=np.int8), dtype=_NO_WORDS)
    numbers: dict[str, int] = {"": 0}
    masked = mask_all(pd.Series(values, dtype="str"))
    positions = [numbers.setdefault(value, len(numbers)) for value in masked]
    return _categorical(positions, codes, 0, pd.CategoricalDtype(pd.Index(list(numbers), dtype="str")))


def references(positions: Sequence[int], codes: Codes, ids: pd.Series[str]) -> Any:
    """Make a column of references from positions in the table referred to."""
    return _categorical(positions, codes, -1, pd.CategoricalDtype(pd.Index(ids.array, dtype="str")))


def _categorical(positions: Sequence[int], codes: Codes, missing: int, dtype: pd.CategoricalDtype) -> Any:
    smallest = np.int8 if len(dtype.categories) < 128 else np.int32
    spread_out = np.array([*positions, missing], dtype=smallest)[codes]
    return pd.Categorical.from_codes(spread_out, dtype=dtype)  # type: ignore[arg-type]


def _words_of_list(column: Column, found: Sequence[Any], codes: Codes) -> Any:
    assert column.words is not None
    order = {member: position for position, member in enumerate(column.words)}
    missing = order[Status.NOT_REPORTED] if column.words is Status else -1
    dtype = pd.CategoricalDtype(pd.Index([str(member) for member in column.words], dtype="str"))
    return _categorical([missing if word is None else order[word] for word in found], codes, missing, dtype)


def _dates(name: str, found: Sequence[Any], codes: Codes) -> Arrays:
    precisions = {precision: position for position, precision in enumerate(Precision)}
    ends = np.array([*[period and period.end for period in found], None], dtype="datetime64[s]")
    starts = np.array([*[period and period.start for period in found], None], dtype="datetime64[s]")
    kinds = [precisions[period.precision] if period else -1 for period in found]
    return {
        name: ends[codes],
        f"{name}.start": starts[codes],
        f"{name}.precision": _categorical(kinds, codes, -1, _PRECISIONS),
    }
