"""What an organization owes: the items it leads that are late, due soon, or long without an update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from data import addresses, formats, lights
from data.briefing.content import Target
from data.briefing.scope import Scope
from data.campaign import Rows
from data.filters import Filters
from data.standing import urgency
from data.words import Light, Status


class Debt(StrEnum):
    """Why an item is called in; the gravest reason counts."""

    LATE = "late"
    SOON = "soon"
    SILENT = "silent"


_RULES: Mapping[Debt, tuple[str, ...]] = {
    Debt.LATE: ("deadline_passed", "milestone_long_overdue", "milestone_overdue"),
    Debt.SOON: ("deadline_soon",),
    Debt.SILENT: ("silent",),
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item called in, in words."""

    title: str
    code: str
    owner: str
    deadline: str
    reasons: tuple[str, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one kind, the most urgent first, and what shows them in the app."""

    debt: Debt
    items: tuple[Item, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one organization owes."""

    organization: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """Count the items."""
        return sum(len(group.items) for group in self.groups)


def reminders(scope: Scope) -> list[Reminder]:
    """Gather what every organization owes of the items of a scope, in the order of the organizations."""
    state, names = scope.after.items, scope.campaign.organization_names(scope.lang)
    leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()
    rows = urgency(scope.after)
    rows = rows[scope.mask[rows] & (leads[rows] >= 0)]
    claimed = np.zeros(len(state), dtype=bool)
    owing: dict[int, list[Group]] = {}
    for debt, rules in _RULES.items():
        holds = state[list(rules)].any(axis=1).to_numpy() & ~claimed
        claimed |= holds
        mine = rows[holds[rows]]
        for lead in np.unique(leads[mine]):
            owing.setdefault(int(lead), []).append(_group(scope, debt, int(lead), mine[leads[mine] == lead]))
    return [Reminder(str(names[lead]), tuple(owing[lead])) for lead in sorted(owing)]


def _group(scope: Scope, debt: Debt, lead: int, rows: Rows) -> Group:
    shown = scope.after.items["light"].iloc[rows].astype(str)
    filters = Filters(
        departments=(str(scope.campaign["organizations"]["id"].iat[lead]),),
        role="lead",
        lights=() if debt is Debt.SOON else tuple(shown),
        due_from=scope.period.last if debt is Debt.SOON else None,
        due_to=_horizon(scope) if debt is Debt.SOON else None,
    )
    target = Target("items", addresses.pairs(addresses.of_filters(filters)))
    return Group(debt, tuple(_item(scope, int(row)) for row in rows), target)


def _horizon(scope: Scope) -> dt.date:
    return scope.period.last + dt.timedelta(days=scope.campaign.settings.thresholds.due_soon_days)


def _item(scope: Scope, row: int) -> Item:
    campaign, lang = scope.campaign, scope.lang

    def said(column: str) -> str:
        return str(campaign.words("items", column, lang)[row])

    continuing = scope.state("continuing", row)
    worded = Status.CONTINUING.label(lang) if continuing else formats.day(scope.state("deadline", row), lang)
    target = Target("item", (("item", str(campaign.cell("items", "id", row))),))
    return Item(said("title"), said("code"), said("owner"), worded, tuple(_reasons(scope, row)), target)


def _reasons(scope: Scope, row: int) -> Iterator[str]:
    found: Sequence[lights.Reason] = lights.reasons(scope.campaign, scope.after, row, scope.lang)
    yield from (reason.text for reason in found if reason.light in (Light.RED, Light.YELLOW))
