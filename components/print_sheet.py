"""What paper needs and a screen does not: the name, the filters and the date on the sheet, and whole tables.

Streamlit prints an open sidebar, every control, charts as wide as the window was, and of a table only what
its window shows. The style below names our own keys, plain HTML elements and Plotly's classes, never
Streamlit's. Browsers that cannot compute with an attribute print wide charts as Streamlit does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components import filter_words, language, replay
from components.board import Board
from components.language import t
from components.plain import plain
from data.campaign import in_language

CONTROLS = (
    "details:not([open]), [class*='-csv'], .st-key-filter-bar, .st-key-filter-count, [class*='-pages'],"
    " .st-key-copy-link"
)
"""Selects what only a reader with a mouse or a keyboard can use."""

_CARDS = "[class*='-owed'], .st-key-groups, .st-key-leads-figures, .st-key-indicators-wall"
"""Selects the grids of which no card may break over two sheets."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")

_STYLE = f"""<style>
{Path(__file__).with_name("style.css").read_text(encoding="utf-8")}
@media not print {{
  div:has(> [class*="st-key-print-"]), .print-head {{ display: none !important; }}
}}
@media print {{
  @page {{ size: A4 portrait; margin: 12mm; }}
  html {{ print-color-adjust: economy !important; -webkit-print-color-adjust: economy !important; }}
  section:has(.st-key-sidebar), [class*="st-key-screen-"], {CONTROLS} {{ display: none !important; }}
  div, p, li, td, th, a, h1, h2, h3, h4 {{ color: #1A222B !important; }}
  .main-svg :is([class*="axislayer"], .legend, .scatterlayer) text {{ fill: #1A222B !important; }}
  h1, h2, h3 {{ break-after: avoid; }}
  tr, [class*="st-key-cards-"] div > ul > li, :is({_CARDS}) > * {{ break-inside: avoid; }}
  [class*="st-key-print-"] table * {{
    overflow-wrap: break-word !important; word-break: keep-all !important;
  }}
  [class*="st-key-print-"] :is(td, th) {{ padding: 3px 6px !important; }}
  [class*="st-key-print-"] :is(td, th):first-child * {{ white-space: nowrap; }}
  [class*="st-key-print-"] div {{ overflow: visible !important; }}
  [class*="st-key-print-"] table {{ display: table; }}
  div:has(> .js-plotly-plot) {{ container-type: inline-size; }}
  div:has(> .js-plotly-plot), div:has(> div > .js-plotly-plot), div:has(> div > div > .js-plotly-plot),
  .js-plotly-plot, .js-plotly-plot .svg-container {{
    height: auto !important; flex-basis: auto !important; overflow: visible !important;
  }}
  .js-plotly-plot .main-svg {{
    zoom: min(1, calc(100cqi / attr(width px, 1px)), calc(1000px / attr(height px, 1px))); max-width: none;
  }}
  .js-plotly-plot .main-svg:first-of-type {{ position: static !important; }}
}}
</style>"""


def show_head(board: Board) -> None:
    """Name the campaign, the filters and the as-of date, on paper only; and send the style of all pages."""
    st.html(_STYLE + _head(board))


@replay.made
def _head(board: Board) -> str:
    title = in_language(board.campaign.settings.title, board.lang)
    count, total = language.number(len(board.rows)), language.number(len(board.mask))
    said = t("print.as_of", day=language.day(board.standing.day), shown=count, total=total)
    words = escape(f"{said}\n{filter_words.words(board)}").replace("\n", "<br>")
    return f'<div class="print-head"><p><strong>{escape(title)}</strong></p><p>{words}</p></div>'


@contextmanager
def on_screen(key: str) -> Iterator[None]:
    """Draw something for the screen alone, such as a table that would print in part."""
    with st.container(key=f"screen-{key}"):
        yield


def table(rows: pd.DataFrame, total: int, key: str) -> None:
    """Print a whole table where the screen has a window on it; say how much of the list it is."""
    with st.container(key=f"print-{key}", gap="xsmall"):
        st.table(rows.astype(object).map(_cell), hide_index=True, border="horizontal")
        if total > len(rows):
            st.caption(t("print.part", n=total, shown=language.number(len(rows))))


def _cell(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        value = value.date().isoformat()
    if value is None or value != value:
        return "–"
    text = language.number(value) if isinstance(value, int | float) else str(value)
    # A date stays on one line.
    return plain(text.replace("-", "\u2011") if _DATE.fullmatch(text) else text) or "–"
