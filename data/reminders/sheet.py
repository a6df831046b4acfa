"""A reminder as DOCX: to whom, what is owed in a table for each kind, and where it is seen in the app."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from data.briefing.content import Briefing, Column, Kind, Span, Table, Text
from data.documents.word import page, styles, tables, text
from data.documents.word.briefing import saved
from data.documents.word.markup import clean
from data.reminders.letter import Letter
from data.reminders.owed import Group, Item, Reminder


def blank(paper: Briefing) -> bytes:
    """Make the sheet that all reminders are written on: setting up styles takes longer than writing one."""
    document: Document = docx.Document()
    styles.set_up(document, paper.lang)
    page.set_up(document, paper.lang, paper.simulated)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def write(letter: Letter, reminder: Reminder, on: bytes) -> bytes:
    """Write a reminder on a blank sheet."""
    paper = letter.paper
    document: Document = docx.Document(io.BytesIO(on))
    document.add_paragraph(letter.word("title"), style="Title")
    document.add_paragraph(clean(letter.addressee(reminder)), style="Normal")
    document.add_paragraph(clean(letter.opening(reminder)), style=styles.TEXT)
    for number, group in enumerate(reminder.groups, 1):
        document.add_paragraph(clean(letter.heading(number, group)), style="Heading 1")
        tables.write(document, paper, _table(letter, group))
        note = document.add_paragraph(style=styles.NOTE)
        if address := paper.address(group.target):
            text.hyperlink(note, letter.word("open"), address)
    document.add_paragraph(letter.word("closing"), style=styles.TEXT)
    for line in filter(None, (paper.issuer, paper.day_text)):
        signed = document.add_paragraph(clean(line), style="Normal")
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return saved(document, f"{letter.word('title')} {reminder.organization}", paper.issuer, paper.day)


def _table(letter: Letter, group: Group) -> Table:
    kinds = (
        ("number", Kind.NUMBER),
        ("item", Kind.TEXT),
        ("owner", Kind.SHORT),
        ("deadline", Kind.DATE),
        ("reasons", Kind.TEXT),
    )
    heads = tuple(Column(letter.word(f"column.{name}"), kind) for name, kind in kinds)
    rows = tuple(_row(letter, number, item) for number, item in enumerate(group.items, 1))
    return Table("", heads, rows)


def _row(letter: Letter, number: int, item: Item) -> tuple[Text, ...]:
    title = (Span(item.title, item.target),)
    cells = (str(number), "", item.owner, item.deadline, letter.reasons(item))
    return tuple(title if place == 1 else (Span(cell),) for place, cell in enumerate(cells))
