"""Tables of a briefing: ruled, as wide as the text, with a header that is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from data.briefing.content import Briefing, Kind, Table, Text
from data.documents import widths
from data.documents.word import styles, text
from data.documents.word.markup import clean, element
from data.documents.word.page import text_width
from data.lights import marks

_HEAD, _RULE = "E9EEF5", "8A94A0"
_TWIPS = 1440 / 25.4
"""In a millimetre."""


def write(document: Document, briefing: Briefing, table: Table) -> None:
    """Write a table at the end of a document."""
    _Writer(document, briefing, table).write()


class _Writer:
    """Writes one table; python-docx itself would count all cells again for each row."""

    def __init__(self, document: Document, briefing: Briefing, table: Table) -> None:
        self._briefing, self._table = briefing, table
        self._widths = widths.share(table, text_width(document), briefing.lang)
        self._made: WordTable = document.add_table(rows=0, cols=len(self._widths))
        self._style = document.styles[styles.CELL].style_id

    def write(self) -> None:
        self._made.alignment = WD_TABLE_ALIGNMENT.CENTER
        self._made.autofit = False
        self._rule()
        for column, width in zip(self._made.columns, self._widths, strict=True):
            column.width = Mm(width)
        self._head()
        for number, row in enumerate(self._table.rows):
            # The first rows stay with the header, so that it never stands alone at the foot of a page.
            self._row(row, held=number == 0 and len(self._table.rows) > 1)

    def _head(self) -> None:
        row = self._add_row(element("tblHeader"))
        for column, width in zip(self._table.columns, self._widths, strict=True):
            paragraph = self._add_cell(row, width, "center", held=True, ground=_HEAD)
            paragraph.add_run(clean(column.heading)).bold = True

    def _row(self, row: Sequence[Text], *, held: bool) -> None:
        into = self._add_row()
        for words, column, width in zip(row, self._table.columns, self._widths, strict=True):
            lit = column.kind is Kind.LIGHT
            light = next((span.light for span in words if span.light and lit), None)
            ground = marks.GROUNDS[light][1:] if light else ""
            align = "left" if column.kind is Kind.TEXT else "center"
            paragraph = self._add_cell(into, width, align, held=held, ground=ground)
            text.write(paragraph, self._briefing, words, marked=lit)

    def _add_row(self, *properties: Any) -> Any:
        """Add a row that is never broken between pages."""
        row = element("tr", element("trPr", element("cantSplit"), *properties))
        self._made._tbl.append(row)
        return row

    def _add_cell(self, row: Any, width: float, align: str, *, held: bool, ground: str) -> Paragraph:
        """Add a cell; a held one stays on one page with the row below."""
        shade = [element("shd", val="clear", color="auto", fill=ground)] if ground else []
        wide = element("tcW", w=round(width * _TWIPS), type="dxa")
        look = element("tcPr", wide, *shade, element("vAlign", val="center"))
        keep = [element("keepNext")] if held else []
        form = element("pPr", element("pStyle", val=self._style), *keep, element("jc", val=align))
        paragraph = element("p", form)
        row.append(element("tc", look, paragraph))
        return Paragraph(paragraph, self._made)

    def _rule(self) -> None:
        properties = self._made._tbl.tblPr
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        rules = [element(side, val="single", sz=4, space=0, color=_RULE) for side in sides]
        room = [("top", 28), ("left", 57), ("bottom", 28), ("right", 57)]
        margins = [element(side, w=wide, type="dxa") for side, wide in room]
        # The order of properties is fixed: borders, layout, margins, looks.
        followers = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        properties.insert_element_before(element("tblBorders", *rules), *followers)
        properties.insert_element_before(element("tblCellMar", *margins), "w:tblLook")
