"""The briefing as slides, one idea each, for the screen and for PPTX alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.briefing.content import Block, Briefing, Chart, Listing, Section, Table, Text
from data.briefing.parts import Part

ENTRIES, ROWS = 5, 8
"""What one slide can hold."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One idea and what shows it: a part of a list, of a table, or a chart; nothing where the idea is all."""

    part: Part
    heading: str
    idea: Text
    block: Block | None = None


def slides(briefing: Briefing) -> tuple[Slide, ...]:
    """Cut a briefing into slides; annexes and small print stay out."""
    return tuple(slide for section in briefing.sections if not section.annex for slide in _of(section))


def _of(section: Section) -> Iterator[Slide]:
    shown: list[Block | None] = [piece for block in section.blocks for piece in _pieces(block)]
    for block in shown or [None]:
        yield Slide(section.part, section.heading, section.idea, block)


def _pieces(block: Block) -> Iterator[Block]:
    """Cut a block into parts that fit; running text stays out, for the idea of its section says it."""
    if isinstance(block, Chart):
        yield block
    elif isinstance(block, Listing):
        for start in range(0, len(block.entries), ENTRIES):
            yield Listing(block.entries[start : start + ENTRIES], block.first + start)
    elif isinstance(block, Table):
        for start in range(0, len(block.rows), ROWS):
            yield replace(block, rows=block.rows[start : start + ROWS])
