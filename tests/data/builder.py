"""Builds campaigns for tests from a few dicts; columns and types are derived from the models."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components import kept
from data.campaign import Campaign, Settings, Thresholds
from data.columns import Column, Kind
from data.models import TABLES, columns
from data.provinces import REGIONS
from data.wording import LANGUAGES
from data.words import Precision, Status

Cells = Mapping[str, Any]

WITH_WORDS = {Kind.NUMBER, Kind.DATE, Kind.REFERENCE, Kind.REFERENCES}
_VERSIONS = itertools.count(1)
# Most tables of most tests are alike.
_FRAMES_KEPT = 1000


def campaign(
    *,
    as_of: str | dt.date | None = "2021-06-30",
    language: str = "zh",
    title: str = "办实事",
    start: str | dt.date | None = None,
    end: str | dt.date | None = None,
    simulated: bool = False,
    declared: Mapping[str, int] | None = None,
    thresholds: Thresholds | None = None,
    **tables: Sequence[Cells],
) -> Campaign:
    """Build a campaign: `campaign(items=[{"id": "a", "deadline": "2021-06-30"}], updates=[...])`.

    A row that names no id gets `<table>-<number>`, one that names no title gets its id. Dates are ISO text,
    dates, `(start, end, precision)` or "continuing"; `"deadline.text"`, `"title.en"` and such may be given.
    """
    settings = Settings(
        title={language: title},
        language=language,
        start=_date(start),
        end=_date(end),
        as_of=_date(as_of),
        simulated=simulated,
        declared=declared or {},
        thresholds=thresholds or Thresholds(),
    )
    return Campaign(settings, frames(tables, language), version=f"built-{next(_VERSIONS)}")


def frames(tables: Mapping[str, Sequence[Cells]], language: str = "zh") -> dict[str, pd.DataFrame]:
    """Build every table's frame; tables not given are empty."""
    unknown = tables.keys() - TABLES.keys()
    if unknown:
        raise KeyError(f"no such table: {sorted(unknown)}")
    given = {"regions": _provinces(language), **tables}
    rows = {table: _with_ids(table, given.get(table, ())) for table in TABLES if table != "campaign"}
    ids = {table: [row["id"] for row in found] for table, found in rows.items() if "id" in columns(table)}
    # What is written into a copy stays in it.
    return {table: _kept_frame(table, found, ids, language).copy(deep=False) for table, found in rows.items()}


def _provinces(language: str) -> list[Cells]:
    """List the regions of a campaign that gives none."""
    other = "en" if language == "zh" else "zh"
    found: list[Cells] = []
    for unit in REGIONS.values():
        names, short = {"zh": unit.full, "en": unit.en}, {"zh": unit.zh, "en": unit.en}
        texts = {"name": names[language], "short_name": short[language]}
        translated = {f"name.{other}": names[other], f"short_name.{other}": short[other]}
        found.append({"id": unit.code, "row": unit.row, "column": unit.column, **texts, **translated})
    return found


def _with_ids(table: str, rows: Sequence[Cells]) -> list[dict[str, Any]]:
    own = columns(table)
    found = []
    for number, row in enumerate(rows, start=1):
        full = dict(row)
        if "id" in own:
            full.setdefault("id", f"{table}-{number}")
        for name in ("title", "name"):
            if name in own:
                full.setdefault(name, full["id"])
        found.append(full)
    return found


def _frame(
    table: str, rows: list[dict[str, Any]], ids: Mapping[str, list[str]], language: str
) -> pd.DataFrame:
    made: dict[str, pd.Series[Any]] = {}
    for column in columns(table).values():
        made |= _series(column, rows, ids, language)
    for row in rows:
        unknown = row.keys() - made.keys()
        if unknown:
            raise KeyError(f"{table}: no such column: {sorted(unknown)}")
    return pd.DataFrame(made)


def _told(
    table: str, rows: list[dict[str, Any]], ids: Mapping[str, list[str]], language: str
) -> tuple[str, ...]:
    """Tell a frame from others: by its rows, and by those that they may refer to."""
    named = [ids.get(column.target or "") for column in columns(table).values()]
    return (repr((table, rows, named, language)),)


_kept_frame = kept.keep(_frame, _FRAMES_KEPT, _told)


def _series(
    column: Column, rows: list[dict[str, Any]], ids: Mapping[str, list[str]], language: str
) -> dict[str, pd.Series[Any]]:
    name, kind = column.name, column.kind
    cells = [row.get(name) for row in rows]
    if kind is Kind.DATE:
        made = _dates(name, [_period(cell) for cell in cells])
    elif kind in (Kind.TEXTS, Kind.REFERENCES):
        made = {name: pd.Series([_tuple(cell) for cell in cells], dtype=object)}
    elif kind is Kind.NUMBER:
        made = {name: pd.Series(cells, dtype="float64")}
    elif kind is Kind.FLAG:
        made = {name: pd.Series([bool(cell) for cell in cells], dtype=bool)}
    elif kind in (Kind.WORD, Kind.REFERENCE):
        made = {name: _categories(column, cells, ids)}
    else:
        made = {name: pd.Series([cell or "" for cell in cells], dtype="str")}
    if column.translatable:
        others = [f"{name}.{lang}" for lang in LANGUAGES if lang != language]
        made |= {other: pd.Series([row.get(other, "") for row in rows], dtype="str") for other in others}
    if kind in WITH_WORDS or name == "status":
        words = [row.get(f"{name}.text", "") for row in rows]
        made[f"{name}.text"] = pd.Series(words, dtype="str").astype("category")
    return made


def _categories(column: Column, cells: list[Any], ids: Mapping[str, list[str]]) -> pd.Series[Any]:
    if column.words:
        allowed = [word.value for word in column.words]
        missing = Status.NOT_REPORTED if column.name == "status" else None
        cells = [str(cell) if cell else missing for cell in cells]
    else:
        assert column.target is not None
        allowed = ids[column.target]
    for cell in cells:
        if cell and cell not in allowed:
            raise ValueError(f"{column.table}.{column.name}: {cell!r} is none of {allowed}")
    return pd.Series(pd.Categorical(cells, categories=pd.Index(allowed, dtype="str")))


def _dates(
    name: str, periods: list[tuple[dt.date | None, dt.date | None, str | None]]
) -> dict[str, pd.Series[Any]]:
    precisions = pd.Categorical([p[2] for p in periods], categories=[str(word) for word in Precision])
    return {
        name: pd.Series([p[1] for p in periods], dtype="datetime64[s]"),
        f"{name}.start": pd.Series([p[0] for p in periods], dtype="datetime64[s]"),
        f"{name}.precision": pd.Series(precisions),
    }


def _period(cell: Any) -> tuple[dt.date | None, dt.date | None, str | None]:
    if cell is None:
        return None, None, None
    if cell == Precision.CONTINUING:
        return None, None, str(Precision.CONTINUING)
    if isinstance(cell, tuple):
        return _date(cell[0]), _date(cell[1]), str(cell[2])
    return _date(cell), _date(cell), str(Precision.DAY)


def _date(cell: str | dt.date | None) -> dt.date | None:
    return dt.date.fromisoformat(cell) if isinstance(cell, str) else cell


def _tuple(cell: Any) -> tuple[str, ...]:
    return (cell,) if isinstance(cell, str) else tuple(cell or ())
