"""Measures the app against a blank one, side by side: `python -m tests.benchmark --help`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.benchmark import budgets, campaigns, chart, comparison, course, machine, report, results, scenarios
from tests.benchmark.measuring import PLANS, QUICK


def _several(parser: argparse.ArgumentParser, name: str, names: tuple[str, ...], words: str) -> None:
    parser.add_argument(
        name,
        nargs="+",
        choices=names,
        default=[],
        metavar="NAME",
        help=f"{words}: of {', '.join(names)} (all)",
    )


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    _several(parser, "--campaigns", (*campaigns.NAMES, *campaigns.PARQUET), "campaigns to measure")
    _several(parser, "--pages", scenarios.PAGES, "pages to measure")
    _several(parser, "--parts", course.PARTS, "what to measure")
    counts = tuple(plan.sessions for plan in PLANS)
    words = f"viewers at once: of {', '.join(map(str, counts))} (all)"
    parser.add_argument("--sessions", nargs="+", type=int, choices=counts, metavar="N", help=words)
    words = f"fewer reruns; of what is not named, only {budgets.SMALL} items, reruns and one viewer"
    parser.add_argument("--quick", action="store_true", help=words)
    parser.add_argument("--soak", type=int, default=0, metavar="N", help="watch memory over N reruns as well")
    parser.add_argument("--seed", type=int, default=7, help="of the simulated campaigns (7)")
    scratch = Path(tempfile.gettempdir()) / "campaign-board-benchmark"
    words = f"folder of the simulated campaigns, which are kept there ({scratch})"
    parser.add_argument("--scratch", type=Path, metavar="DIR", default=scratch, help=words)
    parser.add_argument("--json", type=Path, metavar="FILE", help="file to keep the run in")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="SVG to draw the ratios in")
    words = "say what got worse since the run kept in this file"
    parser.add_argument("--compare", type=Path, metavar="FILE", help=words)
    words = "part by which a figure may be worse before it is named (0.15)"
    parser.add_argument("--tolerate", type=float, default=0.15, metavar="PART", help=words)
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a budget is missed")
    return parser.parse_args()


def wanted(chosen: argparse.Namespace) -> course.Wanted:
    """Fill in what the command line leaves open."""
    plans = QUICK if chosen.quick else PLANS
    sessions = chosen.sessions or ([1] if chosen.quick else [plan.sessions for plan in plans])
    return course.Wanted(
        parts=chosen.parts or (("reruns",) if chosen.quick else course.PARTS),
        pages=chosen.pages,
        plans=[plan for plan in plans if plan.sessions in sessions],
        soak=chosen.soak,
        scratch=chosen.scratch,
    )


def main() -> int:
    """Measure, report, and return the exit code."""
    chosen = parse()
    chosen.scratch.mkdir(parents=True, exist_ok=True)
    run = results.Run(machine.describe())
    for name in chosen.campaigns or ([budgets.SMALL] if chosen.quick else campaigns.NAMES):
        case = campaigns.prepare(name, chosen.scratch, chosen.seed)
        run.campaigns[name] = asyncio.run(course.run(case, wanted(chosen)))
    run.about |= {"seed": chosen.seed, **machine.load("after")}
    report.show_about(run.about)
    missed = sum(
        report.show_verdicts(name, budgets.judge(name, result)) for name, result in run.campaigns.items()
    )
    if chosen.compare:
        report.show_worse(
            comparison.worse(results.read(chosen.compare), run, chosen.tolerate), chosen.tolerate
        )
    if chosen.json:
        run.write(chosen.json)
    if chosen.chart:
        chart.write(run, chosen.chart)
    return 1 if chosen.strict and missed else 0


if __name__ == "__main__":
    sys.exit(main())
