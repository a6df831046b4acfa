"""Charts of a briefing on screen: pictures, since Plotly takes a browser seconds for six."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.plain import plain
from data.briefing import svg_charts
from data.briefing.content import Chart

_LIGHT_INK = "#E6EAEE"
WIDTH = 620


@dataclass(frozen=True, slots=True)
class Drawing:
    """Charts that stand side by side, in the ink of a theme."""

    images: list[str]
    captions: list[str]
    alternatives: list[str]


def draw(charts: Sequence[Chart], lang: str, theme: str) -> Drawing:
    """Draw charts for a theme."""
    ink = _LIGHT_INK if theme == "dark" else svg_charts.INK
    return Drawing(
        [svg_charts.draw(each, lang, ink=ink) for each in charts],
        [plain(each.caption) for each in charts],
        [each.alternative for each in charts],
    )


def show(drawing: Drawing, width: int | Literal["stretch"] = WIDTH) -> None:
    """Show charts as one element, each with its caption."""
    st.image(drawing.images, drawing.captions, width, alt=drawing.alternatives)
