"""What the app may take at most: the one place where budgets are declared, and how each one is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmark.memory import GROWTH
from tests.benchmark.results import Measured, Result

SMALL, LARGE = "147", "10k+1M"

# Times what a rerun of the blank app takes in the same run; medians with one viewer.
TIMES: dict[str, dict[str, float]] = {
    "cold session": {SMALL: 3, LARGE: 4},
    "overview: new filters": {SMALL: 4, LARGE: 6},
    "overview: filters again": {SMALL: 4, LARGE: 6},
    "items: new filters": {SMALL: 4, LARGE: 6},
    "items: filters again": {SMALL: 4, LARGE: 6},
    "departments: new filters": {SMALL: 4, LARGE: 6},
    "departments: filters again": {SMALL: 4, LARGE: 6},
    "item: next item": {SMALL: 4, LARGE: 4},
    "timeline: new filters": {SMALL: 5, LARGE: 7},
    "indicators: new filters": {SMALL: 5, LARGE: 7},
    "regions: new filters": {SMALL: 5, LARGE: 7},
    "leads: new filters": {SMALL: 5, LARGE: 7},
}

# Throughput as a share of the blank app's, with so many viewers at once.
SHARED, SHARED_BY = ("overview: new filters", "overview: filters again"), 20
SHARE: dict[str, float] = {SMALL: 1 / 6, LARGE: 1 / 8}

# Seconds of opening and MB of memory.
FIGURES: dict[str, dict[str, float]] = {
    "first opening, s": {LARGE: 6},
    "second opening, s": {LARGE: 1.5},
    "at rest after the first opening, MB": {SMALL: 280, LARGE: 600},
    "at rest after the second opening, MB": {SMALL: 280, LARGE: 600},
    "further session, MB": {SMALL: 1, LARGE: 1},
    GROWTH: {SMALL: 2, LARGE: 2},
}


@dataclass(frozen=True)
class Verdict:
    """A budget and what was measured against it."""

    what: str
    measured: float
    budget: float
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Tell whether the measured value stays within the budget."""
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget


def allowed(campaign: str, measured: Measured) -> float | None:
    """Return the ratio a scenario may have, if it has a budget."""
    return TIMES.get(measured.scenario, {}).get(campaign) if measured.sessions == 1 else None


def judge(campaign: str, result: Result) -> Iterator[Verdict]:
    """Judge all budgets of a campaign for which something was measured."""
    for measured in result.measured:
        most = allowed(campaign, measured)
        if most is not None:
            yield Verdict(f"{measured.scenario}, times blank", measured.ratio, most)
        if measured.scenario in SHARED and measured.sessions == SHARED_BY and campaign in SHARE:
            what = f"{measured.scenario}, {SHARED_BY} viewers, share of blank's throughput"
            yield Verdict(what, measured.share, SHARE[campaign], at_least=True)
    for name, value in result.figures.items():
        if campaign in FIGURES.get(name, {}):
            yield Verdict(name, value, FIGURES[name][campaign])
