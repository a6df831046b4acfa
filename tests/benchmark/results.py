"""What a run of the benchmark found, as it is printed, kept as JSON and compared."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Medians:
    """What the reruns of a scenario took on one of the two apps."""

    ms: float
    slow_ms: float
    """One in twenty took longer."""
    processor_ms: float
    """Processor time of the server, which hardly depends on what else the machine does."""
    reruns_per_second: float
    received: float
    """Bytes."""


@dataclass(frozen=True)
class Measured:
    """A scenario on the app, and the same number of reruns of the blank app in between."""

    scenario: str
    sessions: int
    app: Medians
    blank: Medians

    @property
    def ratio(self) -> float:
        """Return how many times the blank app's time a rerun takes."""
        return self.app.ms / self.blank.ms

    @property
    def processor_ratio(self) -> float:
        """Return the same of processor time."""
        return self.app.processor_ms / self.blank.processor_ms

    @property
    def share(self) -> float:
        """Return the throughput as a share of the blank app's."""
        return self.app.reruns_per_second / self.blank.reruns_per_second


@dataclass
class Result:
    """All that was measured on one campaign."""

    rows: str
    """What the campaign holds, in words."""
    measured: list[Measured] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    """Seconds of opening, MB of memory, by name."""
    soak: list[tuple[int, float]] = field(default_factory=list)
    """MB after so many reruns."""


@dataclass
class Run:
    """A whole run: when, on what, and what was found by campaign."""

    about: dict[str, Any]
    campaigns: dict[str, Result] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """Keep the run as JSON."""
        path.write_text(json.dumps(dataclasses.asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")


def read(path: Path) -> Run:
    """Read a run that was kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Run(kept["about"], {name: _result(found) for name, found in kept["campaigns"].items()})


def _result(kept: dict[str, Any]) -> Result:
    measured = [
        Measured(one["scenario"], one["sessions"], Medians(**one["app"]), Medians(**one["blank"]))
        for one in kept["measured"]
    ]
    soak = [(reruns, memory) for reruns, memory in kept["soak"]]
    return Result(kept["rows"], measured, kept["figures"], soak)
