"""Bars of counts stacked by kind: the form of every chart that splits items by light or status."""

from __future__ import annotations

import functools
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.chart import INK, Figure, layout
from components.language import t
from components.plain import figure_text

DARK, WHITE = "#0A1420", "#FFFFFF"
"""Inks for counts written on a bar."""

MOST_BARS = 15
_LABEL_WIDTH = 22
_NARROW_ROW, _WIDE_ROW, _LEGEND, _UPRIGHT = 28, 38, 100, 320
# One or two bars must not be as thick as the chart, nor the chart lower than its legend.
_ROWS, _FEWEST, _FEW = 5, 3, 5


@dataclass(frozen=True, slots=True)
class Kind:
    """What one colour of the bars stands for; `pattern` and `mark` say the same without the colour."""

    name: str
    colour: str
    ink: str = WHITE
    pattern: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its counts by kind, and its id, which a click on it gives (None: it leads nowhere)."""

    name: str
    id: str | None
    counts: Sequence[int]

    @property
    def total(self) -> int:
        """Add up the counts."""
        return sum(self.counts)


def folded(bars: Sequence[Bar]) -> tuple[list[Bar], list[Bar]]:
    """Split bars into those to draw and those only to be counted: departments after the first ones.

    The rest in one bar would be so long that the others could not be read. Bars that lead nowhere stay.
    """
    named = [bar for bar in bars if bar.id is not None]
    left_out = named[MOST_BARS:]
    drawn = [*named[:MOST_BARS], *(bar for bar in bars if bar.id is None)]
    return drawn, left_out


def said_of_rest(left_out: Sequence[Bar]) -> str:
    """Say how many departments and items `folded` leaves out; empty if none."""
    if not left_out:
        return ""
    return t("charts.folded", n=len(left_out), shown=MOST_BARS, items=sum(totals(left_out)))


def stacked_bars(bars: Sequence[Bar], kinds: Sequence[Kind], *, upright: bool = False) -> Figure:
    """Draw the bars in the order given, from the top or from the left; kinds that no bar has are left out."""
    labels = [short_label(bar.name) for bar in bars]
    row = _WIDE_ROW if any("<br>" in label for label in labels) else _NARROW_ROW
    traces = [
        _trace(kind, [bar.counts[number] for bar in bars], bars, upright)
        for number, kind in enumerate(kinds)
        if any(bar.counts[number] for bar in bars)
    ]
    longest = max((bar.total for bar in bars), default=0)
    # Half an item would be written as a whole one.
    ticks = {"dtick": 1} if longest <= _FEW else {"nticks": 6}
    counted = {"rangemode": "tozero", "tickformat": ",d", **ticks}
    named = {
        "tickmode": "array",
        "tickvals": list(range(len(bars))),
        "ticktext": labels,
        "range": [-0.5, len(bars) - 0.5] if upright else [max(len(bars), _FEWEST) - 0.5, -0.5],
        "showgrid": False,
    }
    changes: Figure = {"barmode": "stack", "bargap": 0.25, "clickmode": "event+select", "showlegend": True}
    # A count too wide for its segment is left to the hover and the table rather than made too small to read.
    changes["uniformtext"] = {"minsize": 11, "mode": "hide"}
    height = _UPRIGHT if upright else _LEGEND + row * max(len(bars), _ROWS)
    x, y = (named, counted) if upright else (counted, named)
    return {"data": traces, "layout": layout(height, xaxis=x, yaxis=y, **changes)}


def _trace(kind: Kind, counts: list[int], bars: Sequence[Bar], upright: bool) -> Figure:
    places = list(range(len(bars)))
    pattern = {
        "shape": kind.pattern,
        "fillmode": "overlay",
        "fgcolor": kind.ink,
        "fgopacity": 0.22,
        "size": 8,
        "solidity": 0.15,
    }
    return {
        "type": "bar",
        "orientation": "v" if upright else "h",
        "name": figure_text(f"{kind.mark} {kind.name}".strip()),
        "x": places if upright else counts,
        "y": counts if upright else places,
        "customdata": [bar.id for bar in bars],
        "hovertext": [
            figure_text(f"{bar.name}: {kind.name} {n}") if n else ""
            for bar, n in zip(bars, counts, strict=True)
        ],
        "hoverinfo": "text",
        "text": [f"{kind.mark}{count}" if count else "" for count in counts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": kind.ink, "size": 12},
        "marker": {"color": kind.colour, "line": {"width": 0.5, "color": INK}, "pattern": pattern},
    }


def table(bars: Sequence[Bar], kinds: Sequence[Kind], header: str) -> pd.DataFrame:
    """Write all bars as a table, with a column for each kind and one for all of them."""
    columns = {kind.name: [bar.counts[number] for bar in bars] for number, kind in enumerate(kinds)}
    total = [bar.total for bar in bars]
    return pd.DataFrame({header: [bar.name for bar in bars], t("charts.items"): total, **columns})


def totals(bars: Sequence[Bar]) -> list[int]:
    """Add the bars up, kind by kind."""
    return [sum(counts) for counts in zip(*(bar.counts for bar in bars), strict=True)]


# The same names stand on the bars of every view.
@functools.lru_cache(8192)
def short_label(name: str) -> str:
    """Break a long name into two lines at most; the table behind the chart has it in full."""
    name = " ".join(name.splitlines())
    lines = textwrap.wrap(name, _LABEL_WIDTH) if name.isascii() else _wrap_wide(name)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1].rstrip()}…"]
    return "<br>".join(map(figure_text, lines))


def _wrap_wide(name: str) -> list[str]:
    lines, width = [""], 0
    for character in name:
        own = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if width + own > _LABEL_WIDTH:
            lines, width = [*lines, ""], 0
        lines[-1] += character
        width += own
    return lines
