"""What is written on the timeline: names of lanes and groups, light and title above each bar, hovers."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from components import light
from components.chart import Figure
from components.charts.ink import TEXT
from components.language import header, t
from components.plain import figure_text
from components.timeline.columns import written
from components.timeline.spans import Mark, Milestone, Span

_TOP = 10
"""Where the label stands in a row, in pixels from its top."""
# What a phone of 390 pixels shows of a label; a Chinese character counts as two.
_LABEL_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Row:
    """An item and the top of its row."""

    span: Span
    top: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text at the left edge; a click on it gives `item`."""

    y: float
    text: str
    hover: str
    item: str | None = None
    size: int = 13


def of_item(row: Row, hover: str) -> Label:
    """Write light and title above a bar, as much as a phone has room for."""
    light_name = light.label(row.span.light)
    title = shortened(row.span.title, _LABEL_WIDTH - _width(light_name))
    return Label(row.top + _TOP, figure_text(f"{light_name}  {title}"), hover, row.span.id, 12)


def labels(found: Sequence[Label], first: dt.date) -> Figure:
    """Draw all labels."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [first.isoformat()] * len(found),
        "y": [label.y for label in found],
        "text": [label.text for label in found],
        "hovertext": [label.hover for label in found],
        "hoverinfo": "text",
        "customdata": [label.item for label in found],
        "textposition": "middle right",
        "textfont": {"size": [label.size for label in found], "color": TEXT},
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
    lines = [
        span.title,
        light.label(span.light),
        f"{header('items', 'lead')} {span.lead or t('not_reported')}",
        f"{header('items', 'start')} {written(span.start)}",
        f"{t('timeline.deadline')} {t('timeline.continuing') if span.continuing else written(span.end)}",
    ]
    if span.original:
        lines.append(t("timeline.was_due", day=written(span.original)))
    return "\n".join(lines)


def milestone_words(milestone: Milestone) -> str:
    """Say of a milestone what it is, how it stands, and when it is due and done."""
    lines = [milestone.title, t(f"timeline.mark.{milestone.mark}")]
    lines.append(f"{header('milestones', 'due')} {written(milestone.due)}")
    if milestone.mark is Mark.DONE:
        lines.append(f"{header('milestones', 'done_on')} {written(milestone.day)}")
    return "\n".join(lines)
