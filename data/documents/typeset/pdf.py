"""The content of a briefing as JSON, and the PDF that the sheet makes of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst

from data import wording
from data.briefing import numerals, svg_charts
from data.briefing.content import (
    Block,
    Briefing,
    Chart,
    Listing,
    Note,
    Paragraph,
    Section,
    Subheading,
    Table,
    Text,
    plain_text,
)
from data.documents import entries, glyphs, typefaces, widths
from data.lights import marks

_SHEET = Path(__file__).with_name("briefing.typ")
_WIDTH = {"zh": 156, "en": 166}
"""Of the text, in millimetres."""


def write(briefing: Briefing) -> bytes:
    """Write a briefing. Raises FontError where a character would be shown as a box."""
    content = _content(briefing)
    glyphs.check(_texts(content))
    compiler = typst.Compiler(
        font_paths=glyphs.fonts(), sys_inputs={"content": json.dumps(content, ensure_ascii=False)}
    )
    day = dt.datetime(briefing.day.year, briefing.day.month, briefing.day.day, tzinfo=dt.UTC)
    made = compiler.compile(_SHEET.read_bytes(), format="pdf", timestamp=day)
    assert isinstance(made, bytes)
    return made


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from (text for value in content.values() for text in _texts(value))
    elif isinstance(content, list):
        yield from (text for value in content for text in _texts(value))


def _content(briefing: Briefing) -> dict[str, Any]:
    lang = briefing.lang
    installed = set(glyphs.fonts().families())
    faces = {
        role: [name for name in (face.name, *face.others) if name.lower() in {*map(str.lower, installed)}]
        for role, face in typefaces.of(lang).items()
    }
    linked = wording.text("documents.linked", lang) if briefing.root else ""
    return {
        "lang": lang,
        "faces": faces,
        "masthead": briefing.masthead,
        "issuer": briefing.issuer,
        "day": briefing.day_text,
        "title": briefing.title,
        "about": [line for line in (briefing.period_text, briefing.scope_text) if line],
        "simulated": briefing.simulated,
        "notes": [note for note in (briefing.source_text, linked) if note],
        "table": wording.text("documents.table", lang),
        "figure": wording.text("documents.figure", lang),
        "after_number": wording.text("documents.after_number", lang),
        "sections": [
            _section(briefing, number, section) for number, section in enumerate(briefing.sections, 1)
        ],
    }


def _section(briefing: Briefing, number: int, section: Section) -> dict[str, Any]:
    second = 0
    blocks = []
    for block in section.blocks:
        second += isinstance(block, Subheading)
        blocks.append(_block(briefing, block, second))
    return {
        "heading": numerals.heading(number, briefing.lang) + section.heading,
        "label": str(section.part),
        "annex": section.annex,
        "blocks": blocks,
    }


def _block(briefing: Briefing, block: Block, second: int) -> dict[str, Any]:
    match block:
        case Paragraph(words):
            return {"kind": "text", "text": _text(briefing, words)}
        case Note(words):
            return {"kind": "note", "text": _text(briefing, words)}
        case Subheading(words):
            return {
                "kind": "subheading",
                "text": entries.subheading(second, plain_text(words), briefing.lang),
            }
        case Listing(listed, first):
            lines = [entries.line(number, entry, briefing.lang) for number, entry in enumerate(listed, first)]
            return {
                "kind": "list",
                "entries": [[_text(briefing, head), _text(briefing, rest)] for head, rest in lines],
            }
        case Chart():
            drawn = svg_charts.draw(block, briefing.lang)
            return {"kind": "chart", "caption": block.caption, "alt": block.alternative, "svg": drawn}
        case Table():
            return _table(briefing, block)


def _table(briefing: Briefing, table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": table.caption,
        "note": table.note,
        "widths": widths.share(table, _WIDTH[briefing.lang], briefing.lang),
        "kinds": [str(column.kind) for column in table.columns],
        "heads": [column.heading for column in table.columns],
        "rows": [[_text(briefing, cell) for cell in row] for row in table.rows],
    }


def _text(briefing: Briefing, text: Text) -> list[dict[str, str]]:
    return [
        {
            "text": span.text,
            "link": briefing.link(span),
            "ground": marks.GROUNDS[span.light] if span.light else "",
            "ink": marks.INKS[span.light] if span.light else "",
            "shape": marks.SHAPES[span.light] if span.light else "",
        }
        for span in text
    ]
