"""Prints what was found: opening and memory, a table of ratios, the budgets, and what got worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.benchmark import budgets
from tests.benchmark.budgets import Verdict
from tests.benchmark.comparison import Change
from tests.benchmark.results import Measured

_HEAD = (
    f"{'':27}{'viewers':>8}{'ms':>9}{'1 in 20':>9}{'blank':>8}{'times':>7}{'budget':>8}"
    f"{'CPU ms':>9}{'times':>7}{'reruns/s':>10}{'blank':>8}{'share':>8}{'kB':>8}"
)
_LEVELS = "▁▂▃▄▅▆▇█"


def _say(line: str) -> None:
    # At once, also into a pipe: a run takes long.
    print(line, flush=True)


def show_campaign(campaign: str, rows: str) -> None:
    """Name the campaign that is measured next."""
    _say(f"\n{campaign}: {rows}")


def show_figures(figures: Mapping[str, float]) -> None:
    """Print opening and memory."""
    for name, value in figures.items():
        _say(f"  {name:45}{value:10.2f}")


def show_head() -> None:
    """Name the columns of the lines to come."""
    _say(_HEAD)


def show(campaign: str, measured: Measured) -> None:
    """Print a scenario as soon as it is measured."""
    app, blank = measured.app, measured.blank
    most = budgets.allowed(campaign, measured)
    budget = "" if most is None else f"{most:g}{'' if measured.ratio <= most else ' !'}"
    _say(
        f"{measured.scenario:27}{measured.sessions:>8}{app.ms:>9.1f}{app.slow_ms:>9.1f}{blank.ms:>8.1f}"
        f"{measured.ratio:>7.1f}{budget:>8}{app.processor_ms:>9.1f}{measured.processor_ratio:>7.1f}"
        f"{app.reruns_per_second:>10.1f}{blank.reruns_per_second:>8.1f}{_part(measured.share):>8}"
        f"{app.received / 1000:>8.1f}"
    )


def show_soak(curve: Sequence[tuple[int, float]]) -> None:
    """Draw the memory over many reruns as one line of text, with its ends and its highest point."""
    memory = [taken for _, taken in curve]
    least, most = min(memory), max(memory)
    step = (most - least) / (len(_LEVELS) - 1) or 1
    drawn = "".join(_LEVELS[round((taken - least) / step)] for taken in memory)
    _say(f"  memory over {curve[-1][0]:,} reruns: {drawn}")
    _say(f"  {memory[0]:.1f} MB at first, {memory[-1]:.1f} at last, {least:.1f} to {most:.1f} in between")


def show_about(about: Mapping[str, Any]) -> None:
    """Say on what was measured, and when its times are not to be believed."""
    _say("\n" + ", ".join(f"{name} {value}" for name, value in about.items()))
    busy = max(about["load before"], about["load after"])
    if busy > 2 * about["processors"]:
        _say("The machine had much else to do: believe the processor times (CPU ms), not the others.")


def show_verdicts(campaign: str, verdicts: Iterable[Verdict]) -> int:
    """Print which budgets were kept; return how many were not."""
    missed = 0
    for verdict in verdicts:
        missed += not verdict.kept
        word = "kept" if verdict.kept else "missed"
        shown = _part if verdict.at_least else "{:.2f}".format
        measured, budget = shown(verdict.measured), shown(verdict.budget)
        _say(f"{word:8}{campaign}: {verdict.what}: {measured} (budget {budget})")
    return missed


def show_worse(changes: Sequence[Change], tolerated: float) -> None:
    """Print what grew by more than is tolerated since the other run."""
    _say(f"\nWorse than before by more than {tolerated:.0%}: {len(changes) or 'nothing'}")
    for change in changes:
        _say(
            f"  {change.campaign}: {change.what}: {change.before:.2f} before, {change.after:.2f} now"
            f" ({change.factor - 1:+.0%})"
        )


def _part(value: float) -> str:
    return f"1/{1 / value:.1f}" if 0 < value < 1 else f"{value:.1f}"
