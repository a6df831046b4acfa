"""Measures the app against a blank one, side by side: `python -m tests.benchmark --help`."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmark import budgets, campaigns, machine, report, scenarios
from tests.benchmark.campaigns import Case
from tests.benchmark.measuring import PLANS, QUICK, measure
from tests.benchmark.results import Result, Run
from tests.server import PROJECT, Server, start, wait_until_healthy

BLANK = PROJECT / "tests/benchmark/blank.py"


@contextmanager
def serving(case: Case, scratch: Path) -> Iterator[tuple[Server, Server]]:
    """Serve a campaign and the blank app side by side."""
    servers = (start((case.folder,), scratch / "app.log"), start((), scratch / "blank.log", app=BLANK))
    try:
        for server in servers:
            wait_until_healthy(server)
        yield servers
    finally:
        for server in servers:
            server.stop()


async def measure_all(name: str, chosen: argparse.Namespace) -> Result:
    """Measure one campaign as far as the command line asks."""
    case = campaigns.prepare(name, chosen.scratch, chosen.seed)
    result = Result(case.describe())
    report.show_head(name, result.rows)
    plans = QUICK if chosen.quick else PLANS
    with serving(case, chosen.scratch) as (app, blank):
        for sessions in chosen.sessions:
            for scenario in scenarios.of(case, chosen.pages):
                measured = await measure(scenario, case, plans[sessions], app, blank)
                result.measured.append(measured)
                report.show(name, measured)
    return result


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--campaigns", nargs="+", choices=campaigns.NAMES, metavar="NAME",
                        help=f"of {', '.join(campaigns.NAMES)} (all)")  # fmt: skip
    parser.add_argument("--pages", nargs="+", choices=scenarios.EXPECTED, metavar="PAGE", default=[],
                        help=f"of {', '.join(scenarios.EXPECTED)} (all)")  # fmt: skip
    parser.add_argument("--sessions", nargs="+", type=int, choices=PLANS, metavar="N",
                        help=f"viewers at once: of {', '.join(map(str, PLANS))} (all)")  # fmt: skip
    parser.add_argument("--quick", action="store_true",
                        help="fewer reruns; unless named, only 147 items and one viewer")  # fmt: skip
    parser.add_argument("--seed", type=int, default=7, help="of the simulated campaigns (7)")
    parser.add_argument("--scratch", type=Path, metavar="DIR",
                        default=Path(tempfile.gettempdir()) / "campaign-board-benchmark",
                        help="where the simulated campaigns are kept")  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to keep the run")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a budget is missed")
    chosen = parser.parse_args()
    chosen.campaigns = chosen.campaigns or ([budgets.SMALL] if chosen.quick else list(campaigns.NAMES))
    chosen.sessions = chosen.sessions or ([1] if chosen.quick else list(PLANS))
    return chosen


def main() -> int:
    """Measure, report, and return the exit code."""
    chosen = parse()
    chosen.scratch.mkdir(parents=True, exist_ok=True)
    run = Run(machine.describe())
    for name in chosen.campaigns:
        run.campaigns[name] = asyncio.run(measure_all(name, chosen))
    run.about |= machine.load("after")
    verdicts = [
        (name, verdict) for name, result in run.campaigns.items() for verdict in budgets.judge(name, result)
    ]
    print()
    for name, verdict in verdicts:
        report.show_verdict(name, verdict)
    run.write(chosen.json or chosen.scratch / "latest.json")
    missed = any(not verdict.kept for _, verdict in verdicts)
    return 1 if chosen.strict and missed else 0


if __name__ == "__main__":
    sys.exit(main())
