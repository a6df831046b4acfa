"""Blocks of a briefing as Markdown that shows their content as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from components import light, links
from components.markdown import small
from components.plain import plain
from data.briefing.content import (
    Block,
    Briefing,
    Column,
    Entry,
    Kind,
    Listing,
    Note,
    Paragraph,
    Span,
    Subheading,
    Table,
    Text,
)


def markdown(briefing: Briefing, blocks: Sequence[Block]) -> str:
    """Write blocks one after another; charts are left to whoever draws them."""
    return "\n\n".join(filter(None, (_block(briefing, block) for block in blocks)))


def text(briefing: Briefing, spans: Text) -> str:
    """Write a text with its links, on one line."""
    return "".join(_span(briefing, span) for span in spans)


def _block(briefing: Briefing, block: Block) -> str:
    match block:
        case Paragraph(spans):
            return text(briefing, spans)
        case Subheading(spans):
            return f"### {text(briefing, spans)}"
        case Note(spans):
            return small(text(briefing, spans))
        case Listing(entries, first):
            return "\n".join(_entry(briefing, number, entry) for number, entry in enumerate(entries, first))
        case Table():
            return _table(briefing, block)
        case _:
            return ""


def _entry(briefing: Briefing, number: int, entry: Entry) -> str:
    lines = [text(briefing, entry.text), *(f":gray[{text(briefing, spans)}]" for spans in entry.details)]
    mark = f"{number}. "
    # Whatever belongs to an entry of a list is indented as far as its first line.
    return mark + f"  \n{' ' * len(mark)}".join(lines)


def _table(briefing: Briefing, table: Table) -> str:
    rows = [
        [f"{plain(column.heading)}" for column in table.columns],
        [_rule(column) for column in table.columns],
        *([text(briefing, cell) or " " for cell in row] for row in table.rows),
    ]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    note = f"\n\n{small(plain(table.note))}" if table.note else ""
    caption = f"**{plain(table.caption)}**\n\n" if table.caption else ""
    return f"{caption}{lines}{note}"


def _rule(column: Column) -> str:
    return {Kind.NUMBER: "---:", Kind.DATE: ":---:"}.get(column.kind, "---")


def _span(briefing: Briefing, span: Span) -> str:
    if span.light:
        return light.badge(span.light, plain(span.text))
    words = plain(" ".join(span.text.splitlines()))
    address = _address(briefing, span)
    return f"[{words}]({address})" if address and words else words


def _address(briefing: Briefing, span: Span) -> str:
    """Write where a span leads, as seen from any page of the app."""
    target = span.target
    if target is None:
        return ""
    if target.section is not None:
        return briefing.address(target)
    return links.address(target.page, (*briefing.base, *target.query))
