"""The latest reading of each region: what is older than the newest, or held back, is told apart."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components import language
from components.chart import INK, Chart, Figure, layout
from components.charts.finding import sentences
from components.charts.ink import TEXT
from components.language import header, t
from components.plain import figure_text

_BLUE = "#3A86C8"
_ROW, _AXIS = 26, 40


@dataclass(frozen=True, slots=True)
class RegionValue:
    """A region's latest reading; NaN where its source gives no figure, and then in its own words."""

    name: str
    value: float
    date: dt.date
    words: str


def readings_by_region(values: Sequence[RegionValue], unit: str, missing: int) -> Chart:
    """Show the regions with the largest value first; `missing` is how many never reported."""
    ordered = sorted(values, key=lambda each: -math.inf if math.isnan(each.value) else each.value)[::-1]
    newest = max(each.date for each in ordered)
    figure = {"data": [_bars(ordered, newest)], "layout": _layout(ordered)}
    return Chart(figure, _finding(ordered, unit, newest, missing), lambda: _table(ordered, unit))


def _bars(ordered: Sequence[RegionValue], newest: dt.date) -> Figure:
    old = [each.date < newest for each in ordered]
    texts = [each.words if not late else f"{each.words} *" for each, late in zip(ordered, old, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [0 if math.isnan(each.value) else each.value for each in ordered],
        "y": list(range(len(ordered))),
        "text": [figure_text(text) for text in texts],
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"size": 12, "color": TEXT},
        "cliponaxis": False,
        "hovertext": [
            figure_text(f"{each.name}\n{each.words}\n{language.day(each.date)}") for each in ordered
        ],
        "hoverinfo": "text",
        "marker": {
            "color": [INK if late else _BLUE for late in old],
            "pattern": {"shape": ["/" if late else "" for late in old], "size": 6, "solidity": 0.3},
        },
    }


def _layout(ordered: Sequence[RegionValue]) -> Figure:
    known = [each.value for each in ordered if not math.isnan(each.value)]
    low, high = min([0.0, *known]), max([0.0, *known])
    # Room for the figures at the ends of the bars.
    room = (high - low or 1.0) * 0.25
    return layout(
        _AXIS + _ROW * len(ordered),
        showlegend=False,
        bargap=0.3,
        xaxis={"range": [low - room if low < 0 else 0, high + room], "visible": False},
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(ordered))),
            "ticktext": [figure_text(each.name) for each in ordered],
            "range": [len(ordered) - 0.5, -0.5],
            "showgrid": False,
            "tickfont": {"size": 12, "color": TEXT},
        },
    )


def _finding(ordered: Sequence[RegionValue], unit: str, newest: dt.date, missing: int) -> str:
    known = [each for each in ordered if not math.isnan(each.value)]
    held = [each.name for each in ordered if math.isnan(each.value)]
    old = sum(each.date < newest for each in ordered)
    return sentences(
        t("indicators.regions_found", n=len(known), day=language.day(newest)),
        t(
            "indicators.regions_ends",
            most=known[0].name,
            high=known[0].words,
            least=known[-1].name,
            low=known[-1].words,
        )
        if len(known) > 1
        else "",
        t("indicators.regions_old", n=old) if old else "",
        t("indicators.regions_held", n=len(held), names=_listed(held)) if held else "",
        t("indicators.regions_missing", n=missing) if missing else "",
    )


def _listed(names: Sequence[str]) -> str:
    return ("、" if language.current() == "zh" else ", ").join(names)


def _table(ordered: Sequence[RegionValue], unit: str) -> pd.DataFrame:
    value = header("readings", "value")
    return pd.DataFrame(
        {
            header("readings", "region"): [each.name for each in ordered],
            t("item.in_brackets", value=value, note=unit) if unit else value: [
                each.value for each in ordered
            ],
            t("indicators.as_stated"): [each.words for each in ordered],
            header("readings", "date"): [each.date for each in ordered],
        }
    )
