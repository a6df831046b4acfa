"""Why an item has its light: every rule that holds, worst first, in words and figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from data import children, formats, wording
from data.campaign import Campaign, Rows
from data.lights.rules import RULES, overdue_milestones
from data.words import Light, Status, label

if TYPE_CHECKING:
    from data.standing import Standing


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds for an item, worded; the text may quote titles of the campaign, so it is content."""

    light: Light
    rule: str
    text: str


_LONGEST = 80
"""How many characters of the words in place of a value are quoted."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One item on one day, to be spoken of in one language."""

    campaign: Campaign
    standing: Standing
    position: int
    lang: str

    def state(self, column: str) -> Any:
        return self.standing.cell("items", column, self.position)

    def day(self, column: str) -> str:
        return formats.day(self.state(column), self.lang)

    def worst(self, table: str, values: Callable[[Rows], NDArray[np.float64]]) -> tuple[int, float]:
        """Find the item's row of a table with the largest value, and that value; NaN is no value."""
        rows = children.of(self.campaign, table, "item", self.position)
        found = values(rows)
        worst = int(np.nanargmax(found))
        return int(rows[worst]), float(found[worst])

    def cell(self, table: str, column: str, row: int) -> Any:
        return self.campaign.cell(table, column, row)

    def title(self, table: str, row: int) -> str:
        return str(self.campaign.words(table, "title", self.lang)[row])


def reasons(campaign: Campaign, standing: Standing, position: int, lang: str) -> list[Reason]:
    """List why an item has its light, worst first: all rules that hold, not just the one that decides."""
    case = _Case(campaign, standing, position, lang)
    return [
        Reason(rule.light, rule.id, _FACTS[rule.id](case, f"reason.{rule.id}"))
        for rule in RULES
        if case.state(rule.id)
    ]


def _plain(case: _Case, key: str) -> str:
    return wording.text(key, case.lang)


def _missing(column: str, case: _Case, key: str) -> str:
    """Say that a value is missing, and what is written in its place."""
    words = str(case.cell("items", f"{column}.text", case.position))
    if not words:
        return wording.text(key, case.lang)
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return wording.text(f"{key}.words", case.lang, words=shown)


def _deadline(case: _Case, key: str) -> str:
    days = int(case.state("days_left"))
    key = key if days else f"{key}.today"
    return wording.text(key, case.lang, n=abs(days), deadline=case.day("deadline"))


def _milestone(case: _Case, key: str) -> str:
    row, days = case.worst(
        "milestones", lambda rows: overdue_milestones(case.campaign, case.standing.day, rows)
    )
    due = formats.day(case.cell("milestones", "due", row), case.lang)
    return wording.text(key, case.lang, n=int(days), title=case.title("milestones", row), due=due)


def _projection(case: _Case, key: str) -> str:
    indicators = case.standing.indicators
    row, days = case.worst("indicators", lambda rows: indicators["miss_days"].to_numpy()[rows])
    title = case.title("indicators", row)
    if np.isinf(days):
        due = formats.day(case.cell("indicators", "target_date", row), case.lang)
        return wording.text(f"{key}.never", case.lang, title=title, due=due)
    date = formats.day(case.standing.cell("indicators", "reached_on", row), case.lang)
    return wording.text(key, case.lang, n=int(days), title=title, date=date)


def _behind(case: _Case, key: str) -> str:
    state, lang = case.state, case.lang
    return wording.text(
        key,
        lang,
        progress=formats.percent(state("progress"), lang),
        expected=formats.percent(state("expected"), lang),
        points=formats.number(round(state("behind"), 1), lang),
    )


def _silent(case: _Case, key: str) -> str:
    days = int(case.state("silent_days"))
    if date := case.day("last_update"):
        return wording.text(key, case.lang, n=days, date=date)
    start = formats.day(case.cell("items", "start.start", case.position), case.lang)
    return wording.text(f"{key}.since_start", case.lang, n=days, date=start)


def _finished(case: _Case, key: str) -> str:
    status = label(Status, case.state("status"), case.lang)
    if date := case.day("finished_on"):
        return wording.text(key, case.lang, status=status, date=date)
    return wording.text(f"{key}.undated", case.lang, status=status)


_FACTS: Mapping[str, Callable[[_Case, str], str]] = {
    "deadline_passed": _deadline,
    "milestone_long_overdue": _milestone,
    "projection_misses_long": _projection,
    "deadline_soon": _deadline,
    "behind_expected": _behind,
    "milestone_overdue": _milestone,
    "silent": _silent,
    "projection_misses": _projection,
    "missing_deadline": partial(_missing, "deadline"),
    "missing_progress": partial(_missing, "progress"),
    "missing_update": _plain,
    "missing_indicator": _plain,
    "on_track": _plain,
    "finished": _finished,
}
