"""A campaign as an XLSX workbook: a sheet per table, made to be filled in, and one that explains every field.

A text longer than a cell takes is cut, and says so; characters that XML has no place for become U+FFFD.
Spreadsheet programs themselves keep line feeds alone (of CR LF) and fifteen digits.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from data import table_names
from data.campaign import Campaign
from data.models import TABLES
from data.readers import workbook_survey
from data.writers import fields, tables, workbook_fields, workbook_sizes
from data.writers.fields import Field
from data.writers.limits import TooLargeError
from data.writers.text_sheets import TextBook
from data.writers.workbook_cells import Cells
from data.writers.workbook_choices import ROOM, Choices

# Half of what a reader takes, which leaves room for whoever fills in more.
MOST_CELLS = workbook_survey.MOST_CELLS // 2
MOST_TEXT = workbook_survey.MOST_TEXT // 2
MOST_ROWS = workbook_survey.MOST_ROWS
NOTE_LETTERS = 36


def write(campaign: Campaign, lang: str, *, masked: bool) -> bytes:
    """Write a workbook in the reader's language. Raises TooLargeError."""
    frames = {table: tables.rows(campaign, table, lang, masked=masked) for table in TABLES}
    _refuse_large(frames)
    made = io.BytesIO()
    with TextBook(made) as book:
        cells = Cells(book, lang)
        choices = Choices(campaign, frames, lang, masked=masked)
        for table, frame in frames.items():
            sheet = book.add_worksheet(table_names.label(table, lang))
            _fill(sheet, fields.of(table, map(str, frame), lang), frame, lang, cells, choices)
            if table == "items":
                sheet.activate()
        _set_print(workbook_fields.explain(book, lang, cells))
        choices.write(book)
    return made.getvalue()


def _refuse_large(frames: Mapping[str, pd.DataFrame]) -> None:
    texts = [frame[name] for frame in frames.values() for name in frame]
    cells = sum(int((column != "").sum()) for column in texts)
    if cells > MOST_CELLS or sum(int(column.str.len().sum()) for column in texts) > MOST_TEXT:
        raise TooLargeError("xlsx", cells, MOST_CELLS)


def _fill(
    sheet: Worksheet, heads: list[Field], frame: pd.DataFrame, lang: str, cells: Cells, choices: Choices
) -> None:
    """Fill a sheet; the writer wants columns formatted first, and then row after row."""
    widths = [workbook_sizes.width(head.header, frame[name]) for head, name in zip(heads, frame, strict=True)]
    last = min(len(frame) + ROOM, MOST_ROWS - 1)
    for position, head in enumerate(heads):
        sheet.set_column(position, position, widths[position], cells.format(head.kind))
        if rule := choices.of(head):
            sheet.data_validation(1, position, last, position, rule)
    _head(sheet, heads, lang, cells)
    rows = zip(workbook_sizes.heights(frame, widths), frame.to_numpy(dtype=object), strict=True)
    for number, (height, texts) in enumerate(rows, 1):
        sheet.set_row(number, height)
        for position, text in enumerate(texts):
            if text:
                cells.put(sheet, number, position, heads[position].kind, text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(frame), len(heads) - 1)
    _set_print(sheet)


def _head(sheet: Worksheet, heads: list[Field], lang: str, cells: Cells) -> None:
    """Write the headers with their notes."""
    for position, head in enumerate(heads):
        cells.head(sheet, position, head.header, needed=head.required)
        if said := workbook_fields.note(head, lang):
            lines = sum(workbook_sizes.lines(line, NOTE_LETTERS) for line in said.split("\n"))
            sheet.write_comment(0, position, said, {"width": 280, "height": 16 * (lines + 1)})


def _set_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.set_print_scale(70)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
