"""Who must mend a problem: the organization that answers for the row, by what the file says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from data.campaign import Campaign
from data.models import columns
from data.problems import Problem
from data.readers.lists import split
from data.readers.tables import Tables

# Rows of these tables are an item, or belong to the item or indicator named in this column: its lead answers.
_ABOVE = {
    "measures": "item",
    "milestones": "item",
    "updates": "item",
    "indicators": "item",
    "readings": "indicator",
    "leads": "item",
}
# Rows of these tables name who answers for them; where they do not, the lead of their item does.
_ANSWERING = {
    "items": "lead",
    "leads": "organization",
    "practices": "organization",
    "documents": "issuers",
    "events": "organizations",
}


def assign(problems: Iterable[Problem], campaign: Campaign, tables: Tables) -> tuple[Problem, ...]:
    """Tell for each problem the item concerned and the organization that must mend it."""
    finder = _Finder(campaign, tables)
    return tuple(finder.assigned(problem) for problem in problems)


class _Finder:
    """Finds the item and the organization of rows, be they in a frame or left out of it."""

    def __init__(self, campaign: Campaign, tables: Tables) -> None:
        self._campaign = campaign
        self._tables = tables

    def assigned(self, problem: Problem) -> Problem:
        if problem.position is None or not {problem.table} & {*_ABOVE, *_ANSWERING}:
            return problem
        item, organization = self._of(problem.table, problem.position)
        return dataclasses.replace(
            problem, item=self._id("items", item), organization=self._id("organizations", organization)
        )

    def _of(self, table: str, position: int) -> tuple[int, int]:
        """Find rows of items and organizations for a row as written; -1 for none."""
        row = self._tables.row(table, position)
        if row >= 0:
            return self._kept(table, row)
        item, answering = -1, self._first(table, position, _ANSWERING.get(table, ""))
        if above := _ABOVE.get(table):
            target = columns(table)[above].target or ""
            written = self._tables.written(table, above, position)
            # A row nested under another one holds the position of that one.
            if isinstance(written, int):
                item, lead = self._of(target, written)
            else:
                row = self._named(target, written)
                item, lead = self._kept(target, row) if row >= 0 else (-1, -1)
            answering = lead if answering < 0 else answering
        return item, answering

    def _kept(self, table: str, row: int) -> tuple[int, int]:
        """Find the same for a row of a frame."""
        answering = self._referred(table, _ANSWERING.get(table, ""), row)
        above = _ABOVE.get(table, "")
        parent = self._referred(table, above, row)
        item, lead = self._kept(columns(table)[above].target or "", parent) if parent >= 0 else (-1, -1)
        return row if table == "items" else item, lead if answering < 0 else answering

    def _referred(self, table: str, column: str, row: int) -> int:
        """Find the first row that a cell of a frame refers to."""
        cell = self._campaign[table][column].iat[row] if column else ()
        named = cell if isinstance(cell, tuple) else (cell,) if isinstance(cell, str) else ()
        target = columns(table)[column].target or "" if column else ""
        return self._campaign.positions(target).of(named[0]) if named else -1

    def _first(self, table: str, position: int, column: str) -> int:
        """Find the first organization that a row left out names."""
        written = self._tables.written(table, column, position) if column else ""
        return -1 if isinstance(written, int) else self._named("organizations", written)

    def _named(self, table: str, written: str | tuple[str, ...]) -> int:
        names = self._tables.names(table)
        whole = isinstance(written, str) and names.knows(written)
        for part in [str(written)] if whole else split(written):
            # An unknown name would be compared with all others.
            row = names.find(part) if names.knows(part) else -1
            return row if isinstance(row, int) else -1
        return -1

    def _id(self, table: str, row: int) -> str:
        return str(self._campaign[table]["id"].iat[row]) if row >= 0 else ""
