"""A chart on screen: the figure as a plain dict, its finding in words, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from plotly.basedatatypes import BaseFigure

from components import markdown, table_behind
from components.language import t
from components.plain import plain_title

Figure = dict[str, Any]

# Ink that reads on the page of both themes: Plotly is not told which one is on.
INK = "#7B8794"
GRID = "rgba(123,135,148,0.25)"


class _Checked(BaseFigure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that tests hold against Plotly's schema: checking it at every rerun takes 2 ms a chart."""

    def __init__(self, figure: Figure) -> None:
        # Streamlit asks a figure for its dict and for nothing else.
        self._figure = figure

    def to_dict(self) -> Figure:
        return self._figure


@dataclass(frozen=True)
class Chart:
    """What a chart function returns."""

    figure: Figure
    finding: str
    """One sentence that says what the chart shows, for those who do not see it."""
    tabulate: Callable[[], pd.DataFrame]
    """Makes the table, which most readers never open; its headers are in the reader's language."""

    @property
    def table(self) -> pd.DataFrame:
        """Make the table behind the chart."""
        return self.tabulate()


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


def theme() -> str:
    """Name the reader's theme; part of a chart's key, since a chart keeps the ink it was first drawn in."""
    return str(st.context.theme.type)


def plot(figure: Figure, key: str, *, alt: str, **reactions: Any) -> None:
    """Draw a figure alone; the caller says in words what it shows."""
    st.plotly_chart(
        _Checked(figure),
        key=key,
        alt=alt,
        width="stretch",
        config={"displayModeBar": False, "scrollZoom": False},
        **reactions,
    )


def show(
    chart: Chart,
    key: str,
    *,
    heading: str = "",
    on_click: Callable[[list[Any]], None] | None = None,
    hint: str = "",
) -> None:
    """Draw a chart below its heading (Markdown with its `#`) and its finding, and offer its table.

    A click gives the `customdata` of what was clicked; `hint` says what it does.
    """
    drawn = f"{key}.{theme()}"
    finding = plain_title(chart.finding)
    table = table_behind.link(key, t("chart.table"), finding)
    said = markdown.lines(markdown.small(finding), markdown.small(hint), table)
    st.markdown(markdown.below(heading, said))
    if on_click is None:
        plot(chart.figure, drawn, alt=chart.finding)
    else:
        reaction = _clicked(drawn, on_click)
        plot(chart.figure, drawn, alt=chart.finding, on_select=reaction, selection_mode="points")
    table_behind.show(key, lambda: chart.table, name=key, alt=chart.finding)


def _clicked(key: str, on_click: Callable[[list[Any]], None]) -> Callable[[], None]:
    def react() -> None:
        points: Sequence[Any] = st.session_state[key].selection.points
        found = [point["customdata"] for point in points if point.get("customdata") is not None]
        if found:
            on_click(found)

    return react
