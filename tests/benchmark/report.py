"""Prints what was found: a table of ratios, the budgets, and what got worse."""

from __future__ import annotations

from tests.benchmark import budgets
from tests.benchmark.budgets import Verdict
from tests.benchmark.results import Measured

_HEAD = (
    f"{'':27}{'viewers':>8}{'ms':>9}{'1 in 20':>9}{'blank':>8}{'times':>7}{'budget':>8}"
    f"{'CPU ms':>9}{'times':>7}{'reruns/s':>10}{'blank':>8}{'share':>8}{'kB':>8}"
)


def show_head(campaign: str, rows: str) -> None:
    """Name the campaign and the columns of the lines to come."""
    print(f"\n{campaign}: {rows}\n{_HEAD}", flush=True)


def show(campaign: str, measured: Measured) -> None:
    """Print a scenario as soon as it is measured."""
    app, blank = measured.app, measured.blank
    most = budgets.allowed(campaign, measured)
    budget = "" if most is None else f"{most:g}{'' if measured.ratio <= most else ' !'}"
    print(
        f"{measured.scenario:27}{measured.sessions:>8}{app.ms:>9.1f}{app.slow_ms:>9.1f}{blank.ms:>8.1f}"
        f"{measured.ratio:>7.1f}{budget:>8}{app.processor_ms:>9.1f}{measured.processor_ratio:>7.1f}"
        f"{app.reruns_per_second:>10.1f}{blank.reruns_per_second:>8.1f}{_part(measured.share):>8}"
        f"{app.received / 1000:>8.1f}",
        flush=True,
    )


def show_verdict(campaign: str, verdict: Verdict) -> None:
    """Print whether a budget was kept."""
    word = "kept  " if verdict.kept else "missed"
    shown = [f"{value:.1f}" if value >= 1 else _part(value) for value in (verdict.measured, verdict.budget)]
    print(f"{word}  {campaign}: {verdict.what}: {shown[0]} (budget {shown[1]})")


def _part(share: float) -> str:
    return f"1/{1 / share:.1f}" if 0 < share < 1 else f"{share:.1f}"
