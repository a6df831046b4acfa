"""Tables on slides: real ones, whose cells can be edited."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from data.briefing.content import Kind, Table, plain_text
from data.documents.slides import fitting, words
from data.lights import marks


def add(slide: Slide, table: Table, lang: str, left: float, top: float) -> None:
    """Put a table on a slide, its note below; its rows are as high as its words need."""
    shares, heights = fitting.column_widths(table, lang), fitting.row_heights(table, lang)
    head = 2.0 * fitting.CELL
    size = Pt(fitting.WIDTH), Pt(sum(heights) + head)
    shape = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), Pt(left), Pt(top), *size)
    made = shape.table
    for place, share in enumerate(shares):
        made.columns[place].width = Pt(share)
    for number, high in enumerate([head, *heights]):
        made.rows[number].height = Pt(high)
    for place, column in enumerate(table.columns):
        _fill(made.cell(0, place), column.heading, ground="#E3E9F1", bold=True)
        for number, row in enumerate(table.rows, 1):
            light = next((span.light for span in row[place] if span.light), None)
            said = plain_text(row[place])
            if column.kind is Kind.LIGHT and light:
                ink, ground = marks.INKS[light], marks.GROUNDS[light]
                _fill(made.cell(number, place), f"{marks.SHAPES[light]} {said}", ground=ground, ink=ink)
            else:
                left_bound = column.kind is Kind.TEXT
                _fill(made.cell(number, place), said, ground="#FFFFFF", left_bound=left_bound)
    if table.note:
        note = words.box(slide, left, top + head + sum(heights) + 4, fitting.WIDTH, 18)
        words.write(words.paragraph(note), table.note, fitting.CELL, colour=words.FAINT)


def _fill(
    cell: Any, said: str, *, ground: str, ink: str = "#1A222B", bold: bool = False, left_bound: bool = False
) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(ground[1:])
    cell.margin_left = cell.margin_right = Pt(5)
    cell.margin_top = cell.margin_bottom = Pt(2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    into = cell.text_frame.paragraphs[0]
    into.alignment = PP_ALIGN.LEFT if left_bound else PP_ALIGN.CENTER
    words.write(into, said, fitting.CELL, colour=RGBColor.from_string(ink[1:]), bold=bold)
