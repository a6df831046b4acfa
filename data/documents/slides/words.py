"""Words on slides, in boxes and cells that have been measured for them."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from data.briefing.content import Briefing, Text, plain_text
from data.documents.word.markup import clean

LINE = 1.25
"""How high a line is, in heights of its type."""
INK, FAINT, RED = RGBColor(0x1A, 0x22, 0x2B), RGBColor(0x55, 0x60, 0x6B), RGBColor(0xB0, 0x1E, 0x2E)


def box(slide: Slide, left: float, top: float, width: float, height: float) -> TextFrame:
    """Add a box for words; all measures in points."""
    return frame(slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame)


def frame(into: TextFrame) -> TextFrame:
    """Make a box keep its size and its words within it."""
    into.word_wrap, into.auto_size = True, MSO_AUTO_SIZE.NONE
    into.margin_left = into.margin_right = into.margin_top = into.margin_bottom = Pt(0)
    into.vertical_anchor = MSO_ANCHOR.TOP
    return into


def paragraph(into: TextFrame, *, after: float = 0, centred: bool = False) -> Any:
    """Begin a paragraph; the first one is there already."""
    first = into.paragraphs[0]
    begun = first if not first.runs else into.add_paragraph()
    begun.space_after = Pt(after)
    begun.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
    return begun


def write(
    into: Any, words: str, size: float, *, colour: RGBColor = INK, bold: bool = False, link: str = ""
) -> None:
    """Write words at the end of a paragraph; a link opens the web, since slides have no sections."""
    run = into.add_run()
    run.text = clean(words).replace("\v", " ")
    run.font.size, run.font.bold = Pt(size), bold
    # Fonts differ in the height of their lines; what was measured must hold in all of them.
    into.line_spacing = Pt(size * LINE)
    if link.startswith(("https://", "http://")):
        run.hyperlink.address = link
    run.font.color.rgb = colour


def write_text(into: Any, briefing: Briefing, text: Text, size: float, *, bold: bool = False) -> None:
    """Write a text of a briefing; a title that is a link leads to what it names."""
    link = next((briefing.link(span) for span in text if briefing.link(span)), "")
    write(into, plain_text(text), size, bold=bold, link=link)
