"""A figure for each region, on tiles that stand roughly where the regions lie."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components import language
from components.chart import GRID, Chart, Figure, layout
from components.charts.finding import listed, sentences
from components.charts.ink import AMOUNTS, PAGE, SURFACE, TEXT
from components.language import t
from components.plain import figure_text
from data import regions
from data.regions import REGIONS

# From little to much; each ink reads on its tile at 4.5 to 1 or better, in both themes.
_SHADES = ((AMOUNTS[1], TEXT), (AMOUNTS[3], TEXT), (AMOUNTS[4], TEXT), (AMOUNTS[7], PAGE), (AMOUNTS[9], PAGE))
_NO_DATA = (SURFACE, TEXT)
_CHOSEN = "#D97A00"
_TILE, _SIZE = 60, 0.94
_LONGEST, _DIGITS = 8, 7
"""Letters and digits that fit on one line of a tile on a phone."""
_FONT = {"zh": 13, "en": 11}
_HYPHENS = {"Heilongjiang": "Heilong-jiang", "Guangdong": "Guang-dong", "Chongqing": "Chong-qing"}
_FEW = 3
"""As many regions are named that share the highest figure."""
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Tile:
    """What a region's tile says: its figure (NaN for none), the figure in words, and more for the table."""

    code: str
    value: float
    words: str
    others: Mapping[str, object]


def values_by_region(tiles: Sequence[Tile], about: str, highest: str, chosen: Container[str]) -> Chart:
    """Show the tiles shaded by value, the chosen ones framed.

    `about` names the figure; `highest` words how the regions with the largest are told (a catalog key).
    """
    known = [tile for tile in tiles if not math.isnan(tile.value)]
    missing = [tile for tile in tiles if math.isnan(tile.value)]
    traces = [_trace(missing, _NO_DATA, t("regions.no_data"), about)] if missing else []
    for shade, name, those in _classes(known):
        traces.append(_trace(those, shade, name, about))
    rows, columns = (
        max(place) + 1 for place in zip(*((r.row, r.column) for r in REGIONS.values()), strict=True)
    )
    hidden = {"visible": False, "showgrid": False}
    # Plotly shrinks words a little before they would touch the edge: only long figures need that.
    fitted = "inside" if any(len(tile.words) > _DIGITS for tile in tiles) else "none"
    for trace in traces:
        trace["constraintext"] = fitted
    figure = {
        "data": traces,
        "layout": layout(
            _TILE * rows,
            barmode="overlay",
            bargap=0,
            clickmode="event+select",
            showlegend=True,
            shapes=[_frame(tile.code) for tile in tiles if tile.code in chosen],
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            # The north-west of the grid is empty.
            legend={
                "x": 0,
                "y": 1,
                "xanchor": "left",
                "yanchor": "top",
                "traceorder": "reversed",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            xaxis={"range": [-0.5, columns - 0.5], **hidden},
            yaxis={"range": [rows, 0], **hidden},
        ),
    }
    return Chart(figure, _finding(known, len(tiles), about, highest), _table(known, missing, about))


def _trace(tiles: Sequence[Tile], shade: tuple[str, str], name: str, about: str) -> Figure:
    places = [REGIONS[tile.code] for tile in tiles]
    full = [place.full if language.current() == "zh" else place.en for place in places]
    return {
        "type": "bar",
        "name": figure_text(name),
        "x": [place.column for place in places],
        "base": [place.row + (1 - _SIZE) / 2 for place in places],
        "y": [_SIZE for _ in tiles],
        "width": _SIZE,
        "customdata": [tile.code for tile in tiles],
        "text": [f"{_name(tile.code)}<br><b>{figure_text(tile.words)}</b>" for tile in tiles],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": shade[1], "size": _FONT[language.current()]},
        "hovertext": [
            figure_text(f"{region}\n{about}\n{tile.words if tile.words != NOTHING else t('regions.no_data')}")
            for region, tile in zip(full, tiles, strict=True)
        ],
        "hoverinfo": "text",
        "marker": {
            "color": shade[0],
            "line": {"color": GRID, "width": 1},
        },
        # The frame says what is chosen; Streamlit's own mark would grey out all other figures.
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": shade[1]}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": shade[1]}},
    }


def _frame(code: str) -> Figure:
    """Frame a tile, as a region the view is narrowed to."""
    place = REGIONS[code]
    return {
        "type": "rect",
        "x0": place.column - _SIZE / 2,
        "x1": place.column + _SIZE / 2,
        "y0": place.row + (1 - _SIZE) / 2,
        "y1": place.row + (1 + _SIZE) / 2,
        "line": {"color": _CHOSEN, "width": 4},
    }


def _name(code: str) -> str:
    """Write a region's name in lines that fit its tile."""
    name = regions.label(code, language.current())
    broken = _HYPHENS.get(name, name).replace("-", "-\n")
    return figure_text(broken.replace(" ", "\n") if len(name) > _LONGEST else broken)


def _classes(known: Sequence[Tile]) -> list[tuple[tuple[str, str], str, list[Tile]]]:
    """Sort the tiles into at most five classes of equal width, the lowest first, each with shade and name."""
    if not known:
        return []
    values = np.array([tile.value for tile in known])
    low, high = float(values.min()), float(values.max())
    whole = bool((values == np.floor(values)).all())
    step = math.ceil((high - low + 1) / len(_SHADES)) if whole else (high - low) / len(_SHADES)
    places = np.minimum((values - low) // step, len(_SHADES) - 1).astype(int) if step else values * 0
    used = sorted(set(places.astype(int).tolist()))
    found = []
    for order, place in enumerate(used):
        # A single class takes the middle, several run from the lightest to the darkest.
        along = order / (len(used) - 1) if len(used) > 1 else 0.5
        shade = _SHADES[round(along * (len(_SHADES) - 1))]
        first, last = low + place * step, low + (place + 1) * step - (1 if whole else 0)
        those = [tile for tile, own in zip(known, places, strict=True) if own == place]
        found.append((shade, _between(first, min(last, high), step), those))
    return found


def _between(first: float, last: float, step: float) -> str:
    """Write the bounds of a class with as many digits as tell it from its neighbours."""
    digits = max(0, 1 - math.floor(math.log10(step))) if step else 2
    low, high = (language.number(round(value, digits)) for value in (first, last))
    return low if low == high else f"{low}–{high}"


def _finding(known: Sequence[Tile], total: int, about: str, highest: str) -> str:
    if not known:
        return t("regions.finding_none", about=about, total=total)
    top = max(tile.value for tile in known)
    best = [tile for tile in known if tile.value == top]
    names = listed([regions.label(tile.code, language.current()) for tile in best])
    most = t(highest, names=names, value=best[0].words)
    if len(best) > _FEW:
        most = t("regions.tied", n=len(best), value=best[0].words)
    return sentences(
        t("regions.finding", n=len(known), about=about, total=total),
        most,
        t("regions.finding_grey", n=total - len(known)) if len(known) < total else "",
    )


def _table(known: Sequence[Tile], missing: Sequence[Tile], about: str) -> pd.DataFrame:
    """List the regions, the largest figure first, those without one at the end."""
    ordered = [*sorted(known, key=lambda tile: -tile.value), *missing]
    return pd.DataFrame(
        [
            {
                t("regions.region"): regions.label(tile.code, language.current()),
                about: None if math.isnan(tile.value) else tile.value,
                **tile.others,
            }
            for tile in ordered
        ]
    )
