"""The sections of a briefing written into a document, whose styles may be its own or those of a template."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from data import wording
from data.briefing import numerals
from data.briefing.content import (
    Block,
    Briefing,
    Chart,
    Entry,
    Listing,
    Note,
    Paragraph,
    Section,
    Subheading,
    Table,
    Text,
    plain_text,
)
from data.documents import entries, pictures
from data.documents.word import styles, tables, text
from data.documents.word.markup import clean, element, field
from data.documents.word.page import text_width


def write(document: Document, briefing: Briefing, charts: Sequence[bytes]) -> None:
    """Write all sections at the end of a document; `charts` are the pictures of its charts, in order."""
    _Writer(document, briefing, charts).write()


class _Writer:
    """Writes one briefing, counting its headings, tables and charts."""

    def __init__(self, document: Document, briefing: Briefing, charts: Sequence[bytes]) -> None:
        self._document, self._briefing, self._lang = document, briefing, briefing.lang
        self._charts = iter(charts)
        self._second, self._tables, self._figures = 0, 0, 0

    def write(self) -> None:
        numbered = list(enumerate(self._briefing.sections, 1))
        for number, section in numbered:
            if not section.annex:
                self._section(number, section)
        self._notes()
        for number, section in numbered:
            if section.annex:
                self._section(number, section)

    def _section(self, number: int, section: Section) -> None:
        self._second = 0
        self._heading(number, section)
        for block in section.blocks:
            self._block(block)

    def _notes(self) -> None:
        linked = wording.text("documents.linked", self._lang) if self._briefing.root else ""
        for note in filter(None, (self._briefing.source_text, linked)):
            self._document.add_paragraph(clean(note), style=styles.NOTE)

    def _heading(self, number: int, section: Section) -> None:
        words = numerals.heading(number, self._lang) + section.heading
        paragraph = self._document.add_paragraph(clean(words), style="Heading 1")
        paragraph.paragraph_format.page_break_before = section.annex or None
        text.bookmark(paragraph, str(section.part), number)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(words):
                self._text(words, styles.TEXT)
            case Subheading(words):
                self._second += 1
                numbered = entries.subheading(self._second, plain_text(words), self._lang)
                self._document.add_paragraph(clean(numbered), style="Heading 2")
            case Note(words):
                self._text(words, styles.NOTE)
            case Listing(listed, first):
                for number, entry in enumerate(listed, first):
                    self._entry(number, entry)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)

    def _text(self, words: Text, style: str) -> WordParagraph:
        paragraph = self._document.add_paragraph(style=style)
        text.write(paragraph, self._briefing, words)
        return paragraph

    def _entry(self, number: int, entry: Entry) -> None:
        paragraph = self._document.add_paragraph(style=styles.TEXT)
        head, rest = entries.line(number, entry, self._lang)
        text.write(paragraph, self._briefing, head, bold=True)
        text.write(paragraph, self._briefing, rest)

    def _table(self, table: Table) -> None:
        self._tables += 1
        caption = self._caption("table", self._tables, table.caption)
        caption.paragraph_format.keep_with_next = True
        tables.write(self._document, self._briefing, table)
        # Whatever follows keeps its distance from the table; two tables would grow together without it.
        self._document.add_paragraph(clean(table.note), style=styles.NOTE)

    def _chart(self, chart: Chart) -> None:
        self._figures += 1
        paragraph = self._document.add_paragraph(style=styles.PICTURE)
        picture = paragraph.add_run().add_picture(
            io.BytesIO(next(self._charts)), Mm(text_width(self._document) - 6)
        )
        described = picture._inline.docPr
        described.set("descr", clean(chart.alternative))
        described.set("title", clean(chart.caption))
        self._caption("figure", self._figures, chart.caption)

    def _caption(self, kind: str, number: int, words: str) -> WordParagraph:
        """Write a caption that Word counts, and lists where a list of tables or figures is asked for."""
        name = wording.text(f"documents.{kind}", self._lang)
        paragraph = self._document.add_paragraph(clean(name), style="Caption")
        paragraph.add_run()._r.extend(field(rf"SEQ {name.strip()} \* ARABIC", str(number)))
        paragraph.add_run(wording.text("documents.after_number", self._lang) + clean(words))
        return paragraph


def rule(paragraph: WordParagraph, colour: str) -> None:
    """Draw a line below a paragraph, as wide as the text."""
    line = element("bottom", val="single", sz=18, space=6, color=colour)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        element("pBdr", line),
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:rPr",
    )


def draw(briefing: Briefing) -> list[bytes]:
    """Draw all charts of a briefing, in order."""
    found = [block for section in briefing.sections for block in section.blocks if isinstance(block, Chart)]
    return pictures.draw(found, briefing.lang)
