"""A briefing as HTML in one file: nothing is loaded from elsewhere, and it prints on A4."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.briefing import numerals, svg_charts
from data.briefing.content import (
    Block,
    Briefing,
    Chart,
    Entry,
    Listing,
    Note,
    Paragraph,
    Section,
    Span,
    Subheading,
    Table,
    Text,
)
from data.briefing.escaping import escaped
from data.lights.marks import COLOURS, SHAPES

_LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
# Nothing runs and nothing is fetched, whatever a text might get past the escaping.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(briefing: Briefing) -> bytes:
    """Write a briefing."""
    sections = "".join(_section(briefing, number, each) for number, each in enumerate(briefing.sections, 1))
    return (
        f'<!doctype html>\n<html lang="{_LANGUAGES[briefing.lang]}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(f'{briefing.masthead} · {briefing.title} · {briefing.period_text}')}</title>"
        f"<style>{_style()}</style></head><body>"
        f"<header>{''.join(_head(briefing))}</header><main>{sections}</main></body></html>\n"
    ).encode("utf-8", errors="replace")


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def _head(briefing: Briefing) -> Iterator[str]:
    yield f'<p class="masthead">{escaped(briefing.masthead)}</p>'
    yield f'<p class="issued"><span>{escaped(briefing.issuer)}</span>'
    yield f'<time datetime="{briefing.day.isoformat()}">{escaped(briefing.day_text)}</time></p>'
    yield f"<h1>{escaped(briefing.title)}</h1>"
    about = (briefing.period_text, briefing.scope_text, briefing.source_text)
    yield from (f'<p class="about">{escaped(line)}</p>' for line in about if line)
    if briefing.simulated:
        yield f'<p class="simulated">{escaped(briefing.simulated)}</p>'


def _section(briefing: Briefing, number: int, section: Section) -> str:
    heading = numerals.heading(number, briefing.lang) + section.heading
    blocks = "".join(_block(briefing, block) for block in section.blocks)
    kind = ' class="annex"' if section.annex else ""
    return f'<section id="{section.part}"{kind}><h2>{escaped(heading)}</h2>{blocks}</section>'


def _block(briefing: Briefing, block: Block) -> str:
    match block:
        case Paragraph(text):
            return f'<p class="text">{_text(briefing, text)}</p>'
        case Subheading(text):
            return f"<h3>{_text(briefing, text)}</h3>"
        case Note(text):
            return f'<p class="note">{_text(briefing, text)}</p>'
        case Listing(entries, first):
            items = "".join(_entry(briefing, entry) for entry in entries)
            return f'<ol start="{first}">{items}</ol>'
        case Chart():
            drawn = svg_charts.draw(block, briefing.lang)
            return f"<figure><figcaption>{escaped(block.caption)}</figcaption>{drawn}</figure>"
        case Table():
            return _table(briefing, block)


def _entry(briefing: Briefing, entry: Entry) -> str:
    details = "".join(f"<li>{_text(briefing, text)}</li>" for text in entry.details)
    return f"<li>{_text(briefing, entry.text)}{f'<ul>{details}</ul>' if details else ''}</li>"


def _table(briefing: Briefing, table: Table) -> str:
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width:{100 * c.width / total:.1f}%">' for c in table.columns)
    heads = "".join(
        f'<th scope="col" class="{column.kind}">{escaped(column.heading)}</th>' for column in table.columns
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td class="{column.kind}">{_text(briefing, cell)}</td>'
            for column, cell in zip(table.columns, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    note = f'<p class="note">{escaped(table.note)}</p>' if table.note else ""
    return (
        f"<table><caption>{escaped(table.caption)}</caption><colgroup>{widths}</colgroup>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}"
    )


def _text(briefing: Briefing, text: Text) -> str:
    return "".join(_span(briefing, span) for span in text)


def _span(briefing: Briefing, span: Span) -> str:
    words = escaped(span.text)
    if span.light:
        mark = f'<span style="color:{COLOURS[span.light]}" aria-hidden="true">{SHAPES[span.light]}</span>'
        words = f"{mark} {words}"
    address = briefing.address(span.target) if span.target else ""
    return f'<a href="{escaped(address)}">{words}</a>' if _leads(address) else words


def _leads(address: str) -> bool:
    return address.startswith(("#", "https://", "http://"))
