"""The briefing as slides, one idea each, for the screen and for PPTX alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data import wording
from data.briefing.content import Block, Briefing, Chart, Listing, Section, Span, Subheading, Table, Text
from data.briefing.parts import Part

ENTRIES, ROWS = 4, 6
"""What one slide can hold."""
_LISTS = 2
"""Slides that one list may take: a meeting speaks of the most important, the paper holds the rest."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One idea and what shows it: a part of a list, of a table, or a chart; nothing where the idea is all."""

    part: Part
    heading: str
    idea: Text
    block: Block | None = None


def slides(briefing: Briefing) -> tuple[Slide, ...]:
    """Cut a briefing into slides; annexes and small print stay out."""
    sections = (section for section in briefing.sections if not section.annex)
    return tuple(slide for section in sections for slide in _of(section, briefing.lang))


def _of(section: Section, lang: str) -> Iterator[Slide]:
    """Begin with the idea of the section; what follows says what it shows itself."""
    shown, under = 0, section.idea
    for block in section.blocks:
        if isinstance(block, Subheading):
            under = block.text
        for piece in _pieces(block, lang):
            idea = _own_idea(piece) or under if shown else section.idea
            yield Slide(section.part, section.heading, idea, piece)
            shown += 1
    if not shown:
        yield Slide(section.part, section.heading, section.idea)


def _own_idea(block: Block) -> Text:
    if isinstance(block, Chart):
        return (Span(block.alternative),)
    return (Span(block.caption),) if isinstance(block, Table) else ()


def _pieces(block: Block, lang: str) -> Iterator[Block]:
    """Cut a block into parts that fit; running text stays out, for the idea of its section says it."""
    if isinstance(block, Chart):
        yield block
    elif isinstance(block, Listing):
        for start in range(0, min(len(block.entries), _LISTS * ENTRIES), ENTRIES):
            yield Listing(block.entries[start : start + ENTRIES], block.first + start)
    elif isinstance(block, Table):
        left = len(block.rows) - ROWS
        note = wording.text("briefing.slides.more", lang, n=left) if left > 0 else block.note
        yield replace(block, rows=block.rows[:ROWS], note=note)
