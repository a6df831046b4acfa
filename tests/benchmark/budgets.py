"""What the app may take at most: the one place where budgets are declared, and how each one is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmark.results import Measured, Result

SMALL, LARGE = "147", "10k+1M"
WATCHED = (SMALL, LARGE)

# Times what a rerun of the blank app takes in the same run; medians with one viewer.
TIMES: dict[str, dict[str, float]] = {
    "cold session": {SMALL: 3, LARGE: 4},
    "overview: new filters": {SMALL: 4, LARGE: 6},
    "items: new filters": {SMALL: 4, LARGE: 6},
    "departments: new filters": {SMALL: 4, LARGE: 6},
    "item: next item": {SMALL: 4, LARGE: 4},
    "timeline: new filters": {SMALL: 5, LARGE: 7},
    "indicators: new filters": {SMALL: 5, LARGE: 7},
    "regions: new filters": {SMALL: 5, LARGE: 7},
    "leads: new filters": {SMALL: 5, LARGE: 7},
}

# Throughput as a share of the blank app's, with so many viewers at once.
SHARED, SHARED_BY = "overview: new filters", 20
SHARE: dict[str, float] = {SMALL: 1 / 6, LARGE: 1 / 8}

# Seconds of opening and MB of memory.
FIGURES: dict[str, dict[str, float]] = {
    "first opening, s": {LARGE: 6},
    "second opening, s": {LARGE: 1.5},
    "memory at rest, MB": {SMALL: 280, LARGE: 600},
    "memory of a further session, MB": {SMALL: 1, LARGE: 1},
    "growth over the last half of the soak, %": {SMALL: 2, LARGE: 2},
}


@dataclass(frozen=True)
class Verdict:
    """A budget, what was measured, and whether it was kept."""

    what: str
    measured: float
    budget: float
    kept: bool


def allowed(campaign: str, measured: Measured) -> float | None:
    """Return the ratio a scenario may have, if it has a budget."""
    return TIMES.get(measured.scenario, {}).get(campaign) if measured.sessions == 1 else None


def judge(campaign: str, result: Result) -> Iterator[Verdict]:
    """Judge all budgets of a campaign for which something was measured."""
    for measured in result.measured:
        most = allowed(campaign, measured)
        if most is not None:
            yield _at_most(f"{measured.scenario}, times blank", measured.ratio, most)
        if (measured.scenario, measured.sessions) == (SHARED, SHARED_BY) and campaign in SHARE:
            least = SHARE[campaign]
            what = f"{SHARED}, {SHARED_BY} viewers: share of blank's throughput"
            yield Verdict(what, measured.share, least, measured.share >= least)
    for name, value in result.figures.items():
        if campaign in FIGURES.get(name, {}):
            yield _at_most(name, value, FIGURES[name][campaign])


def _at_most(what: str, measured: float, budget: float) -> Verdict:
    return Verdict(what, measured, budget, measured <= budget)
