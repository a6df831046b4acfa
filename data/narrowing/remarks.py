"""Problems that somebody may read: those of rows they see, quoting no cell that they do not."""

from __future__ import annotations

import dataclasses

from data.campaign import Campaign
from data.grants import InternalFields
from data.models import TABLES, columns
from data.narrowing.sights import Mask
from data.problems import Problem

# A cell that refers to one of these was compared with all that they are called.
_COMPARED = frozenset({"items", "indicators", "documents"})


class Remarks:
    """Narrows problems to items that are shown, and to rows of organizations that are answered for."""

    def __init__(
        self, campaign: Campaign, seen: Mask, inside: Mask, answered: Mask, internal: InternalFields
    ) -> None:
        ids = campaign["items"]["id"]
        self._seen, self._inside = set(ids[seen]), set(ids[inside])
        self._answered = set(campaign["organizations"]["id"][answered])
        self._internal = internal

    def narrowed(self, problem: Problem) -> Problem | None:
        """Return a problem without guesses at what was meant; None if it is not to be read."""
        # Of a row that was left out, nothing tells what it is about but who answers for it.
        shown = problem.item in self._seen if problem.item else problem.organization in self._answered
        if not shown or problem.table not in TABLES:
            return None
        inside = problem.item in self._inside or problem.organization in self._answered
        if problem.column and not inside and self._internal.holds(problem.table, problem.column):
            return None
        column = columns(problem.table).get(problem.column)
        if column and column.target in _COMPARED:
            return None
        if column and column.target:
            kept = {name: text for name, text in problem.values.items() if not name.startswith("near")}
            return dataclasses.replace(problem, values=kept)
        return problem
