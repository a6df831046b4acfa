"""The style sheet of all pages, on a screen and on paper.

Streamlit prints an open sidebar, every control, charts as wide as the window was, and of a table only what
its window shows. Rules name our own keys, plain HTML elements and Plotly's classes, never Streamlit's.
Browsers that cannot compute with an attribute print wide charts as Streamlit does.
"""

from __future__ import annotations

from pathlib import Path

_FOLDS = "span:has(> a[href*='&open='])"
CONTROLS = f"details:not([open]), {_FOLDS}, [class*='-csv'], .st-key-filter-bar, [class*='-pages']"
"""Selects what only a reader with a mouse or a keyboard can use."""

_COPIED = "div:has(+ div > div > .on-paper)"
"""Selects what stands right before its copy for paper, such as a table that would print in part."""

_CARDS = ".st-key-indicators"
"""Selects the grid of texts and charts of which no card may break over two sheets."""

STYLE = f"""
{Path(__file__).with_name("style.css").read_text(encoding="utf-8")}
@media not print {{
  div:has(> div > .on-paper) {{ display: none !important; }}
}}
@media print {{
  @page {{ size: A4 portrait; margin: 12mm; }}
  html {{ print-color-adjust: economy !important; -webkit-print-color-adjust: economy !important; }}
  section:has(.st-key-sidebar), [class*="st-key-screen-"], {_COPIED}, {CONTROLS} {{
    display: none !important;
  }}
  div, p, li, td, th, a, h1, h2, h3, h4 {{ color: #1A222B !important; }}
  .main-svg :is([class*="axislayer"], .legend, .scatterlayer) text {{ fill: #1A222B !important; }}
  h1, h2, h3, {_CARDS} > :has(+ [class*="-card-"]) {{ break-after: avoid; }}
  tr, [class*="st-key-framed-"], ol[start="0"] > li, {_CARDS} > * {{
    break-inside: avoid;
  }}
  /* Of a grid, browsers move only what something stands above. */
  {_CARDS}::before {{ content: ""; grid-column: 1 / -1; height: 1px; }}
  .on-paper table {{ width: 100%; border-collapse: collapse; font-size: 0.8125rem; }}
  .on-paper :is(td, th) {{
    padding: 3px 6px; border-bottom: 1px solid #CBD3DC; text-align: left; vertical-align: top;
    overflow-wrap: break-word; word-break: keep-all;
  }}
  .on-paper :is(td, th):first-child {{ white-space: nowrap; }}
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
"""
"""The sheet, as it is sent."""
