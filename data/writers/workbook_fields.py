"""What a workbook says about its fields: notes on the headers, and a sheet that explains them all."""

from __future__ import annotations

from xlsxwriter import Workbook

from data import table_names, wording
from data.columns import Column, Kind
from data.models import TABLES, columns
from data.models.settings import Language
from data.writers.fields import Field
from data.writers.workbook_cells import Cells

WIDTHS = (12, 18, 16, 22, 8, 40, 44, 36)
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
    return "\n".join(part for part in (needed, column.help(lang), allowed, _form(column, lang)) if part)


def explain(book: Workbook, lang: str, cells: Cells) -> None:
    """Add the sheet that explains every field."""
    sheet = book.add_worksheet(wording.text("export.fields", lang))
    names = ("table", "column", "header.zh", "header.en", "required", "allowed", "form", "help")
    for position, (name, width) in enumerate(zip(names, WIDTHS, strict=True)):
        sheet.set_column(position, position, width)
        cells.head(sheet, position, wording.text(f"export.fields.{name}", lang))
    rows = [(table, column) for table in TABLES for column in columns(table).values()]
    for row, (table, column) in enumerate(rows, 1):
        needed = wording.text("template.required", lang) if column.required else ""
        about = (column.name, column.zh, column.en, needed)
        said = (_allowed(column, lang), _form(column, lang), column.help(lang))
        for position, text in enumerate((table_names.label(table, lang), *about, *said)):
            cells.put(sheet, row, position, Kind.TEXT, text)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(names) - 1)


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
