"""Charts that share their x axis, one below the other in one figure: one element on the page, not two."""

from __future__ import annotations

from collections.abc import Mapping

from components.chart import INK, Figure
from components.plain import figure_text

_BOTH = 540
"""The height of two panels; one alone keeps that of its figure."""
# Room for the title above each panel.
_ALONE, _UPPER, _LOWER = [0, 0.91], [0.42, 0.95], [0, 0.35]


def one_below_other(panels: Mapping[str, Figure]) -> Figure:
    """Put one or two figures below each other, by title; all else than their y axes is that of the first."""
    first, *others = panels.values()
    axes = dict(zip(("", "2"), [_UPPER, _LOWER] if others else [_ALONE], strict=False))
    height = {"height": _BOTH} if others else {}
    data, titles, changes = [], [], {}
    for (axis, domain), (title, figure) in zip(axes.items(), panels.items(), strict=True):
        data += [{**trace, "yaxis": f"y{axis}"} for trace in figure["data"]]
        changes[f"yaxis{axis}"] = {**figure["layout"]["yaxis"], "domain": domain}
        titles.append(_title(title, axis))
    # Labels stand below the last panel alone: between the two they would run into its title.
    x = {**first["layout"]["xaxis"], "anchor": f"y{axis}"}
    layout = {**first["layout"], **height, **changes, "xaxis": x, "annotations": titles}
    return {"data": data, "layout": layout}


def _title(title: str, axis: str) -> Figure:
    return {
        "text": figure_text(title),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": f"y{axis} domain",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": INK},
    }
