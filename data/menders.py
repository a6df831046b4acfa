"""Problems by who must mend them, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.campaign import Campaign
from data.filters import Filters, Mask
from data.problems import Problem, Severity

KEEPER = ""
"""Whoever keeps the file: nobody answers for the row, or the problem is one of a whole file."""


class Counts(NamedTuple):
    """How many errors and warnings, with those that are only counted."""

    errors: int = 0
    warnings: int = 0

    @property
    def total(self) -> int:
        """Add them up."""
        return self.errors + self.warnings


def count(problems: Iterable[Problem]) -> Counts:
    """Count problems; one that stands for further ones counts as many as it says."""
    found = {Severity.ERROR: 0, Severity.WARNING: 0}
    for problem in problems:
        found[problem.severity] += problem.stands_for
    return Counts(found[Severity.ERROR], found[Severity.WARNING])


def by_organization(problems: Iterable[Problem]) -> list[tuple[str, Counts]]:
    """Count problems by the organization that must mend them, most errors first, the keeper last."""
    grouped: dict[str, list[Problem]] = {}
    for problem in problems:
        grouped.setdefault(problem.organization, []).append(problem)
    counted = [(organization, count(those)) for organization, those in grouped.items()]
    return sorted(counted, key=lambda pair: (pair[0] == KEEPER, -pair[1].errors, -pair[1].warnings))


def urgent_first(problems: Iterable[Problem]) -> list[Problem]:
    """Put errors before warnings, and what costs most first; the order of the files stays."""
    costs = {"file": 0, "table": 1, "row": 2, "cell": 3, "": 4}
    return sorted(problems, key=lambda p: (p.severity is not Severity.ERROR, costs[p.loss]))


def narrow(
    problems: Sequence[Problem], campaign: Campaign, filters: Filters, mask: Mask
) -> Sequence[Problem]:
    """Keep the problems of the items selected, and of no item those of the departments asked for."""
    if filters == Filters():
        return problems
    positions = campaign.positions("items")
    departments = set(filters.departments)
    only_departments = Filters(departments=filters.departments, role=filters.role) == filters

    def kept(problem: Problem) -> bool:
        if departments and problem.organization not in departments:
            return False
        row = positions.of(problem.item) if problem.item else -1
        return bool(mask[row]) if row >= 0 else bool(departments) and only_departments

    return [problem for problem in problems if kept(problem)]
