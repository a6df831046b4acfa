"""A figure for each region, on tiles that stand roughly where the regions lie."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components import language
from components.chart import GRID, Chart, Figure, layout
from components.charts import tile_words
from components.charts.finding import listed, sentences
from components.charts.ink import AMOUNTS, PAGE, SURFACE, TEXT
from components.language import t
from components.plain import figure_text

# From little to much; each ink reads on its tile at 4.5 to 1 or better, in both themes.
_SHADES = ((AMOUNTS[1], TEXT), (AMOUNTS[3], TEXT), (AMOUNTS[4], TEXT), (AMOUNTS[7], PAGE), (AMOUNTS[9], PAGE))
_NO_DATA = (SURFACE, TEXT)
_CHOSEN = "#D97A00"
_SIZE = 0.94
_TILE, _LOWEST, _TALLEST = 60, 24, 720
"""How high a tile is, how low it may get, and how high a map may be before its tiles get lower."""
_FEWEST = 7
"""As many tiles could stand beside each other: those of a narrower map are no wider."""
_LEGEND, _LEGEND_SHARE = 120, 3 / 7
"""How high the legend is, and how much of the width it takes on a phone."""
_LONGEST, _DIGITS = 8, 7
"""Letters and digits that fit on one line of a tile on a phone."""
_SMALLEST = 6
"""Smaller letters than these are left out: who points at the tile is told, and the table tells all."""
_DIGITS = 7
"""Digits that fit on one line of a tile on a phone."""
_FEW = 3
"""As many regions are named that share the highest figure."""
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Tile:
    """A region's tile: its place, its figure (NaN for none), the figure in words, and more for the table."""

    code: str
    name: str
    full: str
    """The name as it is written out in full."""
    row: int
    column: int
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
    shapes = [_frame(tile) for tile in tiles if tile.code in chosen]
    figure: Figure = {"data": traces, "layout": _layout(tiles) | {"shapes": shapes}}
    _letter(figure, tiles)
    return Chart(figure, _finding(known, len(tiles), about, highest), lambda: _table(known, missing, about))


def _layout(tiles: Sequence[Tile]) -> Figure:
    rows, columns = _extent(tile.row for tile in tiles), _extent(tile.column for tile in tiles)
    height = max(_LOWEST, min(_TILE, _TALLEST // rows))
    aside = max(0, _FEWEST - columns) / 2
    hidden = {"visible": False, "showgrid": False}
    changes: Figure = {
        "barmode": "overlay",
        "bargap": 0,
        "clickmode": "event+select",
        "showlegend": True,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {"range": [-0.5 - aside, columns - 0.5 + aside], **hidden},
        "yaxis": {"range": [rows, 0], **hidden},
    }
    fixed = {"itemclick": False, "itemdoubleclick": False}
    figure = layout(height * rows, **changes)
    covered = [
        tile for tile in tiles if tile.column < columns * _LEGEND_SHARE and tile.row * height < _LEGEND
    ]
    if covered:
        figure["height"] += _LEGEND // 2
        figure["legend"] |= fixed
    else:
        corner = {"x": 0, "y": 1, "xanchor": "left", "yanchor": "top", "traceorder": "reversed"}
        figure["legend"] = corner | fixed
    return figure


def _trace(tiles: Sequence[Tile], shade: tuple[str, str], name: str, about: str) -> Figure:
    return {
        "type": "bar",
        "name": figure_text(name),
        "x": [tile.column for tile in tiles],
        "base": [tile.row + (1 - _SIZE) / 2 for tile in tiles],
        "y": [_SIZE for _ in tiles],
        "width": _SIZE,
        "customdata": [tile.code for tile in tiles],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": shade[1]},
        "hovertext": [
            figure_text(
                f"{tile.full}\n{about}\n{tile.words if tile.words != NOTHING else t('regions.no_data')}"
            )
            for tile in tiles
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


def _letter(figure: Figure, tiles: Sequence[Tile]) -> None:
    """Write on every tile its name and its figure, all in letters of one size."""
    columns = _extent(tile.column for tile in tiles)
    size = tile_words.size(tile.name for tile in tiles)
    names = {tile.code: tile_words.lines(tile.name, columns) for tile in tiles}
    texts = {
        tile.code: f"{'<br>'.join(map(figure_text, names[tile.code]))}<br><b>{figure_text(tile.words)}</b>"
        for tile in tiles
    }
    long = any(len(line) > tile_words.ROOM for lines in names.values() for line in lines)
    # Plotly shrinks words a little before they would touch the edge: only long ones need that.
    shrunk = long or columns > _FEWEST or any(len(tile.words) > _DIGITS for tile in tiles)
    for trace in figure["data"]:
        trace["text"] = [texts[code] for code in trace["customdata"]]
        trace["textfont"]["size"] = size
        trace["constraintext"] = "inside" if shrunk else "none"
    if shrunk:
        figure["layout"]["uniformtext"] = {"minsize": _SMALLEST, "mode": "hide"}


def _extent(places: Iterable[int]) -> int:
    return 1 + max(places, default=0)


def _frame(tile: Tile) -> Figure:
    """Frame a tile, as a region the view is narrowed to."""
    return {
        "type": "rect",
        "x0": tile.column - _SIZE / 2,
        "x1": tile.column + _SIZE / 2,
        "y0": tile.row + (1 - _SIZE) / 2,
        "y1": tile.row + (1 + _SIZE) / 2,
        "line": {"color": _CHOSEN, "width": 4},
    }


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
    names = listed([tile.name for tile in best])
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
                t("regions.region"): tile.name,
                about: None if math.isnan(tile.value) else tile.value,
                **tile.others,
            }
            for tile in ordered
        ]
    )
