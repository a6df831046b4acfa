"""The sheet of items, grouped by the department that leads them, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

import numpy as np
import pandas as pd

from data import children, day_numbers, formats, lights, wording
from data.briefing.scope import Scope
from data.campaign import Campaign, Rows
from data.history.statements import last_of_each
from data.ledger.sheets import Cell, Column, Row, Sheet
from data.models import columns
from data.personal import mask
from data.standing import urgency
from data.words import FINISHED, Light, Status, label

# In letters; A4 across holds them all in a size that can be read.
_WIDTHS = {
    "number": 6,
    "title": 24,
    "measures": 36,
    "lead": 13,
    "support": 15,
    "owner": 9,
    "deadline": 12,
    "progress": 34,
    "light": 11,
    "problem": 28,
}
_SPOKEN_OF = {str(light) for light in (Light.RED, Light.YELLOW, Light.GREY)}


def sheet(scope: Scope) -> Sheet:
    """List the items of a scope."""
    rows = _ordered(scope)
    leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()[rows]
    heads = tuple(Column(_header(name, scope.lang), width) for name, width in _WIDTHS.items())
    count = len(rows) + len(np.unique(leads))
    name = wording.text("fields.table.items", scope.lang)
    return Sheet(name, heads, _rows(scope, rows), count, fixed=2)


def _header(name: str, lang: str) -> str:
    declared = columns("items").get(name)
    if name in ("progress", "problem") or declared is None:
        return wording.text(f"ledger.{name}", lang)
    return declared.header(lang)


def _ordered(scope: Scope) -> Rows:
    """Order the items by department, then by urgency; those nobody leads come last."""
    rows = urgency(scope.after)
    rows = rows[scope.mask[rows]]
    leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()[rows]
    return rows[np.argsort(np.where(leads < 0, len(scope.campaign["organizations"]), leads), kind="stable")]


def _rows(scope: Scope, rows: Rows) -> Iterator[Row]:
    entries = _Entries(scope)
    number = 0
    leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()
    for _, mine in groupby(rows, key=lambda row: leads[row]):
        group = list(mine)
        yield Row(entries.head(group), heads=True)
        for row in group:
            number += 1
            yield Row(entries.cells(number, int(row)), grouped=True)


class _Entries:
    """Words the items of a scope, one at a time."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._campaign, self._lang = scope.campaign, scope.lang
        self._names = scope.campaign.organization_names(scope.lang)
        self._lookup = scope.campaign.positions("organizations")
        self._reports = latest_reports(scope.campaign, scope.period.last)
        told = self._reports[self._reports >= 0]
        days = scope.campaign["updates"]["date"].iloc[told].dt.date
        self._days: Mapping[int, dt.date] = dict(zip(told.tolist(), days, strict=True))
        self._leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()
        state = scope.after.items
        # Arrays of objects give single cells many times faster than a frame.
        self._state = {str(name): state[name].to_numpy(dtype=object) for name in state}

    def head(self, rows: list[int]) -> tuple[Cell, ...]:
        """Head a department: its name, how many items it leads and how they stand."""
        counts = Counter(self._state["light"][row] for row in rows)
        stand = wording.text("ledger.joint", self._lang).join(
            wording.text("ledger.standing", self._lang, light=light.label(self._lang), count=counts[light])
            for light in Light
            if counts[light]
        )
        lead = self._lead(rows[0])
        name = lead or wording.text("ledger.no_lead", self._lang)
        said = wording.text("ledger.department", self._lang, n=len(rows), name=name, standing=stand)
        # The name stands in its own column too, so that choosing a department keeps its heading.
        return (None, said, None, lead, *[None] * 6)

    def cells(self, number: int, row: int) -> tuple[Cell, ...]:
        """Fill the row of an item."""
        return (
            number,
            self._title(row),
            self._measures(row),
            self._lead(row),
            self._support(row),
            self._text("items", "owner", row),
            self._deadline(row),
            self._progress(row),
            Light(self._state["light"][row]),
            self._problem(row),
        )

    def _text(self, table: str, column: str, row: int) -> str:
        return str(self._campaign.words(table, column, self._lang)[row])

    def _title(self, row: int) -> str:
        title, code = self._text("items", "title", row), self._text("items", "code", row)
        return wording.text("ledger.coded", self._lang, title=title, code=code) if code else title

    def _measures(self, row: int) -> str:
        titles = [
            self._text("measures", "title", at) for at in children.of(self._campaign, "measures", "item", row)
        ]
        if len(titles) < 2:
            return "".join(titles)
        return "\n".join(f"{number}. {title}" for number, title in enumerate(titles, 1))

    def _lead(self, row: int) -> str:
        code = self._leads[row]
        return str(self._names[code]) if code >= 0 else self._written("lead", row)

    def _support(self, row: int) -> str:
        ids = self._campaign.cell("items", "support", row)
        joint = wording.text("ledger.and", self._lang)
        return joint.join(self._names[at] for at in self._lookup(ids) if at >= 0)

    def _deadline(self, row: int) -> Cell:
        deadline = self._state["deadline"][row]
        if not pd.isna(deadline):
            day: dt.date = deadline.date()
            return day
        if self._state["continuing"][row]:
            return Status.CONTINUING.label(self._lang)
        return self._written("deadline", row)

    def _written(self, column: str, row: int) -> str:
        """Quote the words that stand where a value could not be read."""
        return mask(str(self._campaign.cell("items", f"{column}.text", row)))

    def _progress(self, row: int) -> str:
        """Say what is reported: the status, the progress, and the latest words."""
        status = label(Status, self._state["status"][row], self._lang)
        share = formats.percent(self._state["progress"][row], self._lang)
        said = wording.text("ledger.share", self._lang, status=status, progress=share) if share else status
        report = self._reports[row]
        if report < 0:
            return said
        date = formats.day(self._days[report], self._lang)
        text = self._text("updates", "text", report)
        return said + "\n" + wording.text("ledger.report", self._lang, date=date, text=text)

    def _problem(self, row: int) -> str:
        """Say why the light is not green, and what became of the deadline."""
        found = []
        if self._state["light"][row] in _SPOKEN_OF:
            found = [
                reason.text for reason in lights.reasons(self._campaign, self._scope.after, row, self._lang)
            ]
        if self._state["slips"][row] and self._state["status"][row] not in FINISHED:
            date = formats.day(self._state["deadline_original"][row].date(), self._lang)
            found.append(
                wording.text("ledger.slipped", self._lang, n=int(self._state["slips"][row]), date=date)
            )
        return "\n".join(found)


def latest_reports(campaign: Campaign, day: dt.date) -> Rows:
    """Find each item's latest update in words up to a day; -1 for none."""
    rows, items = campaign.pairs("updates", "item")
    updates = campaign["updates"]
    days = day_numbers.of(updates["date"])[rows]
    told = (updates["text"] != "").to_numpy()[rows] & (items >= 0)
    told &= (days != day_numbers.UNKNOWN) & (days <= day_numbers.of_day(day))
    rows, items = rows[told], items[told]
    order = np.argsort(days[told], kind="stable")
    last = last_of_each(items[order], len(campaign["items"]))
    return np.where(last >= 0, rows[order][last], -1) if len(rows) else last
