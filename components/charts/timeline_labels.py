"""What is written on the timeline: names of lanes and groups, light and title above each bar, hovers."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components import language, light
from components.chart import Figure
from components.language import header, t
from components.plain import figure_text
from components.timeline.spans import Span, written

# Streamlit's page puts the text colour of its theme, light or dark, in the place of this one.
TEXT = "#000037"
_TOP = 10
"""Where the label stands in a row, in pixels from its top."""
# What a phone of 390 pixels shows of a label; a Chinese character counts as two.
_LABEL_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Row:
    """An item and the top of its row."""

    span: Span
    top: float


def names(found: Sequence[tuple[float, str]], first: dt.date) -> Figure:
    """Write the names of lanes and groups along the left edge."""
    return _written([(y, text, text, None) for y, text in found], first, 13)


def labels(rows: Sequence[Row], hovers: Mapping[str, str], first: dt.date) -> Figure:
    """Write light and title above each bar, where a phone has room for them."""
    found = []
    for row in rows:
        light_name = light.label(row.span.light)
        title = shortened(row.span.title, _LABEL_WIDTH - _width(light_name))
        text = figure_text(f"{light_name}  {title}")
        found.append((row.top + _TOP, text, hovers[row.span.id], row.span.id))
    return _written(found, first, 12)


def _written(found: Sequence[tuple[float, str, str, str | None]], first: dt.date, size: int) -> Figure:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [first.isoformat()] * len(found),
        "y": [y for y, _, _, _ in found],
        "text": [text for _, text, _, _ in found],
        "hovertext": [hover for _, _, hover, _ in found],
        "hoverinfo": "text",
        "customdata": [key for _, _, _, key in found],
        "textposition": "middle right",
        "textfont": {"size": size, "color": TEXT},
        "cliponaxis": False,
    }


def shortened(text: str, width: int) -> str:
    """Cut a text that is too wide, and say so by an ellipsis."""
    if _width(text) <= width:
        return text
    used, kept = 1, ""
    for character in text:
        used += _width(character)
        if used > width:
            break
        kept += character
    return f"{kept.rstrip()}…"


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def words(span: Span) -> str:
    """Say of an item what its bar shows."""
    lang = language.current()
    end = t("timeline.continuing") if span.continuing else written(span.end, lang)
    lines = [
        span.title,
        light.label(span.light),
        f"{header('items', 'lead')} {span.lead or t('not_reported')}",
        f"{header('items', 'start')} {written(span.start, lang)}",
        f"{t('timeline.deadline')} {end}",
    ]
    if span.original:
        lines.append(t("timeline.was_due", day=written(span.original, lang)))
    return "\n".join(lines)
