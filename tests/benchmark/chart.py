"""Draws a run as SVG: for each scenario a bar of how many times the blank app's time it takes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.benchmark import budgets
from tests.benchmark.results import Measured, Run

_ROW, _LABEL, _WIDTH, _RIGHT = 18, 210, 420, 60
KEPT, MISSED, _NONE, _INK = "#2A9D5C", "#B32D17", "#8994A1", "#0A1420"


def write(run: Run, path: Path) -> None:
    """Write the chart of a run."""
    bars = [
        (name, measured, result)
        for name, result in run.campaigns.items()
        for measured in result.measured
        if measured.sessions == 1
    ]
    longest = max((measured.ratio for _, measured, _ in bars), default=1.0)
    height, lines, last = _ROW, [], None
    for name, measured, result in bars:
        if name != last:
            height += _ROW
            lines.append(_text(0, height, f"{name}: {result.rows}"))
            last = name
        height += _ROW
        lines += _bar(height, name, measured, _WIDTH / longest)
    size = f'width="{_LABEL + _WIDTH + _RIGHT}" height="{height + _ROW}"'
    title = _text(0, _ROW - 4, "Median time of a rerun, times that of a blank app; the line is the budget")
    style = f'font-family="sans-serif" font-size="12" fill="{_INK}"'
    content = "\n".join([title, *lines])
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{content}\n</svg>\n',
        encoding="utf-8",
    )


def _bar(y: int, campaign: str, measured: Measured, scale: float) -> Iterator[str]:
    most = budgets.allowed(campaign, measured)
    colour = _NONE if most is None else KEPT if measured.ratio <= most else MISSED
    end = _LABEL + measured.ratio * scale
    yield _text(0, y, measured.scenario)
    yield _box(_LABEL, y - 11, end - _LABEL, 13, colour)
    yield _text(end + 4, y, f"{measured.ratio:.1f}")
    if most is not None:
        yield _box(_LABEL + most * scale, y - 13, 2, 17, _INK)


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.1f}" y="{y}">{escape(words)}</text>'


def _box(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" fill="{colour}"/>'
