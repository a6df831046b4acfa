"""The sheets behind the items: measures, milestones, problem leads, and what changed in the period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data import formats, leads, wording
from data.briefing.scope import Scope
from data.campaign import Rows
from data.history import Change
from data.leads import NEVER, STATES
from data.ledger import cells
from data.ledger.sheets import Cell, Column, Row, Sheet
from data.lights import marks, overdue_milestones
from data.models import columns
from data.words import Status

_MEASURES = {"item": 34, "title": 44, "organization": 16, "owner": 12, "deadline": 13, "status": 12}
_MILESTONES = {"item": 38, "title": 44, "due": 13, "done_on": 13}
_LEADS = {
    "received": 13,
    "category": 14,
    "text": 44,
    "region": 12,
    "item": 30,
    "organization": 15,
    "due": 13,
    "resolved": 13,
    "satisfaction": 10,
}
_CHANGES = {"date": 13, "kind": 14, "item": 38, "lead": 15, "about": 40, "before": 16, "after": 16}


def sheets(scope: Scope) -> list[Sheet]:
    """List the sheets that have rows."""
    found = (_measures(scope), _milestones(scope), _leads(scope), _changes(scope))
    return [sheet for sheet in found if sheet.count]


def _measures(scope: Scope) -> Sheet:
    return _table(scope, "measures", _MEASURES, _of_items(scope, "measures"))


def _milestones(scope: Scope) -> Sheet:
    rows = _of_items(scope, "milestones")
    days = overdue_milestones(scope.campaign, scope.period.last, rows)
    late = [None if np.isnan(number) else float(number) for number in days]
    made = _columns(scope, "milestones", _MILESTONES, rows)
    # What was done later was not done yet on the day of the ledger.
    made["done_on"] = _until(made["done_on"], scope)
    heads = {**_heads(scope, "milestones", _MILESTONES), "late": _own("late", 11, scope.lang)}
    return _sheet("milestones", heads, {**made, "late": late}, scope.lang)


def _leads(scope: Scope) -> Sheet:
    view = leads.view(scope.campaign, scope.after, scope.filters)
    made = _columns(scope, "leads", _LEADS, view.rows)
    made["organization"] = [
        cell if known else None for cell, known in zip(made["organization"], view.assigned, strict=True)
    ]
    for name in ("resolved", "satisfaction"):
        resolved = view.resolved != NEVER
        made[name] = [cell if known else None for cell, known in zip(made[name], resolved, strict=True)]
    made["state"] = [wording.text(f"ledger.lead.{STATES[state]}", scope.lang) for state in view.states]
    heads = {**_heads(scope, "leads", _LEADS), "state": _own("state", 14, scope.lang)}
    return _sheet("leads", heads, made, scope.lang)


def _changes(scope: Scope) -> Sheet:
    heads = {name: _own(f"change.{name}", width, scope.lang) for name, width in _CHANGES.items()}
    items = scope.changes["item"].to_numpy()
    known = items >= 0
    made: dict[str, Sequence[Cell]] = {
        "date": [cells.day(date) for date in scope.changes["date"]],
        "kind": [Change(kind).label(scope.lang) for kind in scope.changes["kind"]],
    }
    for name, column in (("item", "title"), ("lead", "lead")):
        found = np.full(len(items), None, dtype=object)
        found[known] = cells.of(scope.campaign, "items", column, items[known], scope.lang)
        made[name] = found.tolist()
    worded = [_change(scope, change) for change in scope.changes.itertuples(index=False)]
    for place, name in enumerate(("about", "before", "after")):
        made[name] = [parts[place] for parts in worded]
    return _sheet("changes", heads, made, scope.lang)


def _change(scope: Scope, change: Any) -> tuple[Cell, Cell, Cell]:
    """Say what a change is about beside its item, and what became what."""
    kind, lang = Change(change.kind), scope.lang
    about = None
    if kind in (Change.DOCUMENT, Change.EVENT, Change.NEW_READING):
        about = str(scope.campaign.words(change.table, "title", lang)[change.row])
    if kind is Change.LEAD:
        about = wording.text("ledger.change.leads", lang, n=int(change.count))
    before, after = (_worded(kind, value, lang) for value in (change.before, change.after))
    return about, before, after


def _worded(kind: Change, value: Any, lang: str) -> Cell:
    if value is None or pd.isna(value):
        return None
    match kind:
        case Change.FINISHED | Change.STARTED:
            return Status(value).label(lang)
        case Change.TURNED_RED | Change.LEFT_RED:
            return marks.named(value, lang)
        case Change.DEADLINE_MOVED:
            return cells.day(value)
        case Change.PROGRESS_GAINED:
            return formats.percent(value, lang)
        case _:
            return float(value)


def _until(days: Iterable[Cell], scope: Scope) -> list[Cell]:
    return [day if isinstance(day, str) or (day and day <= scope.period.last) else None for day in days]  # type: ignore[operator]


def _of_items(scope: Scope, table: str) -> Rows:
    """Find the rows of a table that belong to the items of the scope, item by item."""
    rows, items = scope.campaign.pairs(table, "item")
    mine = scope.mask[items] & (items >= 0)
    return rows[mine][np.argsort(items[mine], kind="stable")]


def _table(scope: Scope, table: str, widths: Mapping[str, float], rows: Rows) -> Sheet:
    made = _columns(scope, table, widths, rows)
    return _sheet(table, _heads(scope, table, widths), made, scope.lang)


def _columns(scope: Scope, table: str, names: Iterable[str], rows: Rows) -> dict[str, Sequence[Cell]]:
    return {name: cells.of(scope.campaign, table, name, rows, scope.lang) for name in names}


def _heads(scope: Scope, table: str, widths: Mapping[str, float]) -> dict[str, Column]:
    own = columns(table)
    return {name: Column(own[name].header(scope.lang), width) for name, width in widths.items()}


def _own(name: str, width: float, lang: str) -> Column:
    return Column(wording.text(f"ledger.{name}", lang), width)


def _sheet(name: str, heads: Mapping[str, Column], made: Mapping[str, Sequence[Cell]], lang: str) -> Sheet:
    def rows() -> Iterator[Row]:
        return (Row(row) for row in zip(*(made[head] for head in heads), strict=True))

    key = "ledger.changes" if name == "changes" else f"fields.table.{name}"
    return Sheet(wording.text(key, lang), tuple(heads.values()), rows(), len(made[next(iter(heads))]))
