"""Charts as pictures for documents that take no drawings: sharp on paper, the words in them included."""

from __future__ import annotations

from collections.abc import Sequence

import typst

from data.briefing import svg_charts
from data.briefing.content import Chart
from data.documents import glyphs

_DOTS = 180
"""In an inch of the drawing, which is shrunk to two thirds on paper."""


def draw(charts: Sequence[Chart], lang: str) -> list[bytes]:
    """Draw charts as PNG, one after the other. Raises FontError."""
    if not charts:
        return []
    drawn = [svg_charts.draw(chart, lang) for chart in charts]
    glyphs.check(drawn)
    images = [
        f'#image(bytes(sys.inputs.at("{number}")), format: "svg", width: 100%)'
        for number in range(len(drawn))
    ]
    page = f"#set page(width: {svg_charts.WIDTH}pt, height: auto, margin: 0pt)\n"
    given = {str(number): svg for number, svg in enumerate(drawn)}
    compiler = typst.Compiler(font_paths=glyphs.fonts(), sys_inputs=given)
    made = compiler.compile((page + "#pagebreak()\n".join(images)).encode(), format="png", ppi=_DOTS)
    assert made is not None
    return made if isinstance(made, list) else [made]
