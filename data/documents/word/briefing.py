"""A briefing as a DOCX file: a red head, a title, and the sections; or a template of the office filled in."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from data.briefing.content import Briefing
from data.documents import packages
from data.documents.word import blocks, page, styles
from data.documents.word.markup import clean
from data.documents.word.page import text_width


def write(briefing: Briefing, template: bytes | None = None) -> bytes:
    """Write a briefing; a template of the office may give its form. Raises DocumentError."""
    if template is not None:
        from data.documents.word import template as templates

        return templates.fill(template, briefing)
    document = docx.Document()
    styles.set_up(document, briefing.lang)
    page.set_up(document, briefing.lang, briefing.simulated)
    _head(document, briefing)
    blocks.write(document, briefing, blocks.draw(briefing))
    return saved(document, f"{briefing.masthead} {briefing.title}", briefing.issuer, briefing.day)


def saved(document: Document, title: str, author: str, day: dt.date) -> bytes:
    """Save a document with its properties; the same content makes the same file on any day."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = clean(title)[:255], clean(author)[:255], ""
    about.comments = about.keywords = about.subject = ""
    about.created = about.modified = dt.datetime(day.year, day.month, day.day)
    made = io.BytesIO()
    document.save(made)
    return packages.packed(made.getvalue(), day)


def _head(document: Document, briefing: Briefing) -> None:
    """Write the red head, who issues the paper and when, a red line, and the title."""
    document.add_paragraph(clean(briefing.masthead), style=styles.MASTHEAD)
    issued = document.add_paragraph(style=styles.ABOUT)
    issued.paragraph_format.alignment = None
    issued.paragraph_format.tab_stops.add_tab_stop(Mm(text_width(document)), WD_TAB_ALIGNMENT.RIGHT)
    issued.add_run(clean(f"{briefing.issuer}\t{briefing.day_text}"))
    blocks.rule(issued, str(styles.RED))
    document.add_paragraph(clean(briefing.title), style="Title")
    for line in (briefing.period_text, briefing.scope_text):
        if line:
            about = document.add_paragraph(clean(line), style=styles.ABOUT)
            about.paragraph_format.keep_with_next = True
