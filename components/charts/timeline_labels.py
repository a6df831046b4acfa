"""What is written on the timeline: names of lanes and groups, light and title above each bar, hovers."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from components import language, light
from components.chart import Figure
from components.charts.ink import TEXT
from components.language import header, t
from components.plain import figure_text
from components.timeline.columns import written
from components.timeline.spans import Mark, Milestone, Span
from data.words import Light

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


def of_item(row: Row, hover: str, wording: Wording) -> Label:
    """Write light and title above a bar, as much as a phone has room for."""
    light_name = wording.lights[row.span.light]
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


class Wording:
    """The words of hovers; what is the same for all of them is looked up once."""

    def __init__(self) -> None:
        self.lang = language.current()
        self.not_reported = t("not_reported")
        self.continuing = t("timeline.continuing")
        self.deadline = t("timeline.deadline")
        self.lead, self.start = header("items", "lead"), header("items", "start")
        self.due, self.done_on = header("milestones", "due"), header("milestones", "done_on")
        self.lights = {each: light.label(each) for each in Light}
        self.marks = {each: t(f"timeline.mark.{each}") for each in Mark}

    def day(self, date: dt.date | None) -> str:
        """Write a date; a missing one is said to be not reported."""
        return self.not_reported if date is None else written(date, self.lang)

    def span(self, span: Span) -> str:
        """Say of an item what its bar shows."""
        lines = [
            span.title,
            self.lights[span.light],
            f"{self.lead} {span.lead or self.not_reported}",
            f"{self.start} {self.day(span.start)}",
            f"{self.deadline} {self.continuing if span.continuing else self.day(span.end)}",
        ]
        if span.original:
            lines.append(t("timeline.was_due", day=self.day(span.original)))
        return figure_text("\n".join(lines))

    def milestone(self, milestone: Milestone) -> str:
        """Say of a milestone what it is, how it stands, and when it is due and done."""
        lines = [milestone.title, self.marks[milestone.mark], f"{self.due} {self.day(milestone.due)}"]
        if milestone.mark is Mark.DONE:
            lines.append(f"{self.done_on} {self.day(milestone.day)}")
        return figure_text("\n".join(lines))
