"""What a workbook says about its fields: notes on the headers, and a sheet that explains them all."""

from __future__ import annotations

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from data import table_names, wording
from data.columns import Column, Kind
from data.models import TABLES, columns
from data.models.settings import Language
from data.writers import workbook_sizes
from data.writers.fields import Field
from data.writers.workbook_cells import Cells

WIDTHS = {
    "table": 14, "column": 22, "header.zh": 20, "header.en": 24, "required": 10,
    "allowed": 40, "form": 44, "help": 36,
}  # fmt: skip
"""The columns of the sheet that explains all fields, with their widths in letters."""
SEVERAL = frozenset({Kind.TEXTS, Kind.REFERENCES})


def note(field: Field, lang: str) -> str:
    """Explain a column to whoever fills it in; empty for an extra field."""
    column = field.column
    if column is None:
        return ""
    if field.language:
        language = Language(field.language).label(lang)
        return wording.text("export.translation", lang, field=column.header(lang), language=language)
    needed = wording.text("template.required", lang) if column.required else ""
    allowed = wording.text("export.allowed", lang, values=_allowed(column, lang)) if column.words else ""
    parts = (needed, column.help(lang), allowed, _form(column, lang))
    return "\n".join(part[0].upper() + part[1:] for part in parts if part)


def explain(book: Workbook, lang: str, cells: Cells) -> Worksheet:
    """Add the sheet that explains every field."""
    sheet = book.add_worksheet(wording.text("export.fields", lang))
    frame = pd.DataFrame(
        [_explained(column, lang) for table in TABLES for column in columns(table).values()],
        columns=[wording.text(f"export.fields.{name}", lang) for name in WIDTHS],
        dtype="str",
    )
    for position, (header, width) in enumerate(zip(frame, WIDTHS.values(), strict=True)):
        sheet.set_column(position, position, width)
        cells.head(sheet, position, str(header))
    heights = workbook_sizes.heights(frame, WIDTHS.values())
    for row, (height, texts) in enumerate(zip(heights, frame.itertuples(index=False), strict=True), 1):
        sheet.set_row(row, height)
        for position, text in enumerate(texts):
            cells.put(sheet, row, position, Kind.TEXT, str(text))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(frame), len(WIDTHS) - 1)
    return sheet


def _explained(column: Column, lang: str) -> tuple[str, ...]:
    needed = wording.text("template.required", lang) if column.required else ""
    named = (table_names.label(column.table, lang), column.name, column.zh, column.en, needed)
    return (*named, _allowed(column, lang), _form(column, lang), column.help(lang))


def _allowed(column: Column, lang: str) -> str:
    """List what may stand in a cell, where that is a closed list."""
    joint = "、" if lang == "zh" else ", "
    return joint.join(word.label(lang) for word in column.words.choices()) if column.words else ""


def _form(column: Column, lang: str) -> str:
    """Say how a cell is written, where that is not plain."""
    parts = []
    if column.target == "regions":
        parts.append(wording.text("template.region", lang))
    elif column.target:
        which = "name" if "name" in columns(column.target) else "id"
        target = table_names.label(column.target, lang)
        parts.append(wording.text(f"export.form.{which}", lang, table=target))
    if column.kind in (Kind.DATE, Kind.FLAG, Kind.KEY, Kind.LINK):
        parts.append(wording.text(f"export.form.{column.kind.name.lower()}", lang))
    if column.kind in SEVERAL:
        parts.append(wording.text("export.form.several", lang))
    return ("；" if lang == "zh" else "; ").join(parts)
