"""What is written on the timeline: names of lanes and groups, light and title above each bar, hovers."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from components import language, light
from components.chart import Figure
from components.charts.ink import TEXT
from components.language import header, t
from components.plain import figure_text
from components.timeline.columns import written
from components.timeline.spans import Mark, Milestone, Span
from data.words import Light

_FIRST_LINE, LINE = 10, 16
"""Where the first line of a label stands in its row, and how much another line adds, in pixels."""
# What a phone of 390 pixels shows in a line; a Chinese character counts as two.
_LINE_WIDTH, _MOST_LINES = 48, 2


@dataclass(frozen=True, slots=True)
class Row:
    """An item, the top of its row, and the lines of its label."""

    span: Span
    top: float
    label: Sequence[str]

    @property
    def below(self) -> float:
        """Where a label of one line would begin, so that all that stands below it does."""
        return self.top + LINE * (len(self.label) - 1)


@dataclass(frozen=True, slots=True)
class Label:
    """A text at the left edge; a click on it gives `item`."""

    y: float
    text: str
    hover: str
    item: str | None = None
    size: int = 13


def lines(span: Span, light_name: str) -> Sequence[str]:
    """Word the label of an item, light and title, in lines that a phone has room for."""
    return wrapped(f"{light_name}  {span.title}", _LINE_WIDTH, _MOST_LINES)


def of_item(row: Row, hover: str) -> Label:
    """Write the label above the bar."""
    middle = (row.top + row.below) / 2 + _FIRST_LINE
    return Label(middle, figure_text("\n".join(row.label)), hover, row.span.id, 12)


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


# A title is broken in the same way in every view.
@lru_cache(4096)
def wrapped(text: str, width: int, most: int) -> Sequence[str]:
    """Break a text into lines, between words or Chinese characters; what is cut off ends with an ellipsis."""
    found, used = [""], 0
    for part in re.findall(r"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+", text):
        own = _width(part)
        if used + own > width and used:
            found, used = [*found, ""], 0
            if part.isspace():
                continue
        found[-1] += part
        used += own
    if len(found) > most:
        found = [*found[: most - 1], f"{found[most - 1].rstrip()}…"]
    return [line.rstrip() for line in found]


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
        colon = "：" if self.lang == "zh" else ": "
        self.deadline = t("timeline.deadline") + colon
        self.lead, self.start = header("items", "lead") + colon, header("items", "start") + colon
        self.due, self.done_on = header("milestones", "due") + colon, header("milestones", "done_on") + colon
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
            self.lead + (span.lead or self.not_reported),
            self.start + self.day(span.start),
            self.deadline + (self.continuing if span.continuing else self.day(span.end)),
        ]
        if span.original:
            lines.append(t("timeline.was_due", day=self.day(span.original)))
        return figure_text("\n".join(lines))

    def milestone(self, milestone: Milestone) -> str:
        """Say of a milestone what it is, how it stands, and when it is due and done."""
        lines = [milestone.title, self.marks[milestone.mark], self.due + self.day(milestone.due)]
        if milestone.mark is Mark.DONE:
            lines.append(self.done_on + self.day(milestone.day))
        return figure_text("\n".join(lines))
