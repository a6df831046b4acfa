"""A chart on screen: the figure as a plain dict, its finding in words, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import table_behind
from components.language import t
from components.plain import plain

Figure = dict[str, Any]

# Ink that reads on the page of both themes: Plotly is not told which one is on.
INK = "#7B8794"
GRID = "rgba(123,135,148,0.25)"


@dataclass(frozen=True)
class Chart:
    """What a chart function returns: headers of the table are in the reader's language."""

    figure: Figure
    finding: str
    """One sentence that says what the chart shows, for those who do not see it."""
    table: pd.DataFrame


def layout(height: int, **changes: Any) -> Figure:
    """Return the layout all charts share: no tools, no drag, labels that never get clipped."""
    axis = {"automargin": True, "gridcolor": GRID, "linecolor": GRID, "zeroline": False, "fixedrange": True}
    return {
        "template": {},
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "traceorder": "normal",
            "entrywidth": 0,
        },
        **changes,
        "xaxis": {**axis, **changes.get("xaxis", {})},
        "yaxis": {**axis, **changes.get("yaxis", {})},
    }


def show(chart: Chart, key: str, *, on_click: Callable[[list[Any]], None] | None = None) -> None:
    """Draw a chart with its finding and its table; a click gives the `customdata` of what was clicked."""
    draw = partial(
        st.plotly_chart,
        chart.figure,
        key=key,
        alt=chart.finding,
        width="stretch",
        config={"displayModeBar": False, "scrollZoom": False},
    )
    if on_click is None:
        draw()
    else:
        draw(on_select=_clicked(key, on_click), selection_mode="points")
    st.caption(plain(chart.finding))
    table_behind.offer(t("chart.table"), lambda: chart.table, key, name=key, alt=chart.finding)


def _clicked(key: str, on_click: Callable[[list[Any]], None]) -> Callable[[], None]:
    def react() -> None:
        points: Sequence[Any] = st.session_state[key].selection.points
        found = [point["customdata"] for point in points if point.get("customdata") is not None]
        if found:
            on_click(found)

    return react
