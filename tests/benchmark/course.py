"""One campaign from its opening to the last scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark import memory, report, scenarios
from tests.benchmark.campaigns import Case
from tests.benchmark.measuring import Plan, measure
from tests.benchmark.opening import open_twice
from tests.benchmark.results import Result
from tests.benchmark.serving import serving, serving_blank

PARTS = ("opening", "reruns")


@dataclass(frozen=True)
class Wanted:
    """What is to be measured."""

    parts: Sequence[str]
    pages: Sequence[str]
    plans: Sequence[Plan]
    soak: int
    """Reruns over which memory is watched; none if 0."""
    scratch: Path


async def run(case: Case, wanted: Wanted) -> Result:
    """Measure one campaign and print each figure as soon as it is there."""
    result = Result(case.describe())
    report.show_campaign(case.name, result.rows)
    if "opening" in wanted.parts:
        result.figures |= await open_twice(case, wanted.scratch)
        report.show_figures(result.figures)
    if "reruns" in wanted.parts:
        await _rerun(case, wanted, result)
    if wanted.soak:
        with serving((case.folder,), wanted.scratch) as app:
            chosen = scenarios.of(case, wanted.pages)
            result.soak = await memory.soak(app, case, chosen, wanted.soak)
        result.figures[memory.GROWTH] = memory.growth(result.soak)
        report.show_soak(result.soak)
    return result


async def _rerun(case: Case, wanted: Wanted, result: Result) -> None:
    report.show_head()
    with serving((case.folder,), wanted.scratch) as app, serving_blank(wanted.scratch) as blank:
        for plan in wanted.plans:
            for scenario in scenarios.of(case, wanted.pages):
                measured = await measure(scenario, case, plan, app, blank)
                result.measured.append(measured)
                report.show(case.name, measured)
