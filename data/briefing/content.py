"""What a briefing says, free of any form: a page, slides, HTML, DOCX, PDF and PPTX are drawn from it alone.

A `Briefing` is a row of `Section`s in order of importance, a section a row of blocks in reading order:

- `Paragraph`: sentences of running text
- `Listing`: entries, each a line with lines of detail below it
- `Table`: a caption, columns and rows of cells
- `Chart`: the figures to draw, with caption and text alternative
- `Subheading`, `Note` (small print: sources, what the figures leave out)

All text is a `Text`: spans that follow each other without anything in between. A span whose figure or name
rests on something tells on what (`Target`); one that names a light tells which, so that it may be coloured.
Texts are in the language of the briefing, personal data masked. They are content, never markup: whoever
draws them escapes them. Nothing is empty: sections without content and tables without rows are left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from data import addresses
from data.briefing.parts import Part
from data.briefing.period import Period
from data.words import Light


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure or a name rests on: a page of the app, or another section of the briefing."""

    page: str = ""
    """A page by its name in the address: `item`, `items`, `indicators`, ..."""
    query: tuple[tuple[str, str], ...] = ()
    """Parameters of that page: `item`, or filters by ids; `data.addresses` makes the whole address of it."""
    section: Part | None = None
    """The section that lists what was counted, where no filter of the app could show it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text."""

    text: str
    target: Target | None = None
    light: Light | None = None


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; several sentences follow each other as the language puts them together."""

    text: Text


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    text: Text


@dataclass(frozen=True, slots=True)
class Note:
    """Small print below what it belongs to."""

    text: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list; lines of detail are separate short statements about it."""

    text: Text
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries in order of importance, numbered from `first`."""

    entries: tuple[Entry, ...]
    first: int = 1


class Kind(StrEnum):
    """What the cells of a column are: how they are aligned, and what width they need."""

    TEXT = "text"
    SHORT = "short"
    """Names and words that stay on one line where there is room."""
    NUMBER = "number"
    DATE = "date"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: str
    kind: Kind = Kind.TEXT
    width: float = 1.0
    """Its share of the width, relative to the others."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with a cell per column; an empty cell is the empty text."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    note: str = ""
    """What the rows leave out, such as that only the first of them are listed."""


class ChartKind(StrEnum):
    """How the figures are drawn."""

    LINE = "line"
    """Over time; `days` places the values. Points are joined across missing values."""
    STACKED = "stacked"
    """Horizontal bars, one a category, made up of the series in order."""
    COLUMNS = "columns"
    """Vertical bars side by side, one group a category."""


class Role(StrEnum):
    """What a series is, and so how it is coloured; lights have the colours of the lights."""

    ACTUAL = "actual"
    TARGET = "target"
    """Drawn as a thin or dashed line: the planned course or the target."""
    SECOND = "second"
    RED = "red"
    YELLOW = "yellow"
    GREY = "grey"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Series:
    """Values of a chart, one a category; None where there is none."""

    name: str
    values: tuple[float | None, ...]
    role: Role = Role.ACTUAL


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as figures."""

    kind: ChartKind
    caption: str
    """Title, unit included."""
    alternative: str
    """What it shows, in a sentence, for those who do not see it."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    days: tuple[dt.date, ...] = ()
    """For lines: the day of each category."""


Block = Paragraph | Subheading | Note | Listing | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the briefing."""

    part: Part
    heading: str
    idea: Text
    """The one sentence that says it all: the title of its slides."""
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing of a campaign for a period and a scope."""

    lang: str
    masthead: str
    """The name of the paper, as on its red head: 工作简报."""
    title: str
    """The campaign."""
    issuer: str
    """Who issues it; empty where the campaign names no host."""
    period: Period
    period_text: str
    scope_text: str
    """Which items it speaks of, by the filters."""
    day: dt.date
    """The day the figures speak for: the last of the period."""
    day_text: str
    simulated: str
    """Says that the data are made up; empty where they are not."""
    source_text: str
    """Names the source of the campaign with its date; empty where it names none."""
    sections: tuple[Section, ...]
    root: str = ""
    """Where the app is served, such as `https://board.example`; empty where nobody said so."""
    base: tuple[tuple[str, str], ...] = ()
    """Parameters every link into the app carries: language, campaign, as-of date."""

    def address(self, target: Target) -> str:
        """Write the address of what a span rests on: `#part` for a section; empty for what is not there."""
        if target.section is not None:
            there = any(section.part is target.section for section in self.sections)
            return f"#{target.section}" if there else ""
        if not self.root.startswith(("https://", "http://")):
            return ""
        return addresses.full(self.root, target.page, (*self.base, *target.query))

    def link(self, span: Span) -> str:
        """Write where a span leads; empty for nowhere."""
        return self.address(span.target) if span.target else ""


def plain_text(text: Iterable[Span]) -> str:
    """Write a text without its targets."""
    return "".join(span.text for span in text)
