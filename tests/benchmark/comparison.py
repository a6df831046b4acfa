"""Says what got worse since a run that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmark.results import Result, Run


@dataclass(frozen=True)
class Change:
    """A figure of both runs; all are such that more is worse."""

    campaign: str
    what: str
    before: float
    after: float

    @property
    def factor(self) -> float:
        """Return how many times as much it is now."""
        return self.after / self.before


def worse(old: Run, new: Run, tolerated: float) -> list[Change]:
    """List the figures that grew by more than a tolerated part, the worst first."""
    grown = [change for change in _changes(old, new) if change.factor > 1 + tolerated]
    return sorted(grown, key=lambda change: -change.factor)


def _changes(old: Run, new: Run) -> Iterator[Change]:
    for campaign, result in new.campaigns.items():
        before = figures(old.campaigns[campaign]) if campaign in old.campaigns else {}
        for what, after in figures(result).items():
            if before.get(what, 0) > 0:
                yield Change(campaign, what, before[what], after)


def figures(result: Result) -> dict[str, float]:
    """List all that can be compared between runs; times are told as ratios, which other load hardly moves."""
    found = dict(result.figures)
    for measured in result.measured:
        name = f"{measured.scenario}, {measured.sessions} at once"
        found[f"{name}: times blank"] = measured.ratio
        found[f"{name}: processor, times blank"] = measured.processor_ratio
        found[f"{name}: blank's throughput by ours"] = 1 / measured.share
        found[f"{name}: kB"] = measured.app.received / 1000
    return found
