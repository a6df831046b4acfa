"""The page of a document: A4 as GB/T 9704 has it for papers in Chinese, a plain one for those in English."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from data.documents import typefaces
from data.documents.word import styles
from data.documents.word.markup import clean, element, field, replace

LINE = 28.95
"""Points: 22 lines on 225 mm."""
_PITCH = 579
"""The same in twips."""
_SMALL = {"zh": 14.0, "en": 9.0}


def set_up(document: Document, lang: str, note: str) -> None:
    """Set up the pages of a document; a note, if any, stands at the top of each."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    margins = (37, 35, 28, 26) if lang == "zh" else (25, 25, 22, 22)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, margins)
    if lang == "zh":
        # Characters have their pitch from the styles: programs disagree about grids of characters.
        replace(section._sectPr, element("docGrid", type="lines", linePitch=_PITCH))
        section.footer_distance = Mm(25)
    document.settings.odd_and_even_pages_header_footer = lang == "zh"
    _number(section, lang)
    if note:
        _note(section, lang, note)


def text_width(document: Document) -> float:
    """Measure the width of the text in millimetres."""
    section = document.sections[-1]
    whole, left, right = section.page_width, section.left_margin, section.right_margin
    return (whole - left - right) / Mm(1) if whole and left is not None and right is not None else 156


def _number(section: Section, lang: str) -> None:
    """Put the numbers of pages outside, between dashes, as GB/T 9704 has it; in the middle in English."""
    sides = [(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)]
    if lang == "zh":
        sides.append((section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT))
    else:
        sides = [(section.footer, WD_ALIGN_PARAGRAPH.CENTER)]
    for footer, side in sides:
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        if lang == "zh":
            # One character from the edge.
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        before, after = ("— ", " —") if lang == "zh" else ("", "")
        _small(paragraph, before, _SMALL[lang], lang)
        run = _small(paragraph, "", _SMALL[lang], lang)
        run._r.extend(field("PAGE", "1"))
        _small(paragraph, after, _SMALL[lang], lang)


def _note(section: Section, lang: str, note: str) -> None:
    headers = [section.header, *([section.even_page_header] if lang == "zh" else [])]
    for header in headers:
        header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _small(header.paragraphs[0], clean(note), 9, lang)


def _small(paragraph: Paragraph, text: str, size: float, lang: str) -> Any:
    run = paragraph.add_run(text)
    styles.set_fonts(run._r.get_or_add_rPr(), typefaces.of(lang)[typefaces.BODY].name, lang)
    run.font.size = Pt(size)
    return run
