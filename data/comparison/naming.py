"""What tables, fields and rows are called when a change is told."""

from __future__ import annotations

import pandas as pd

from data import wording
from data.campaign import Campaign
from data.comparison import standings
from data.models import columns, parent
from data.readers.references import NAMES

# What tells rows apart that have neither title nor name.
_CIRCUMSTANCES = ("date", "received", "region")


def row_name(table: str, lang: str) -> str:
    """Name what one row of a table is, or of what stands in the place of one."""
    return wording.text(f"comparison.one.{table}", lang)


def field_name(table: str, column: str, lang: str) -> str:
    """Name a column, or what the rules make of an item; empty for a whole row."""
    if table == standings.TABLE:
        return wording.text(f"comparison.standing.{column}", lang)
    name, dot, translation = column.partition(".")
    declared = columns(table).get(name)
    # What no model declares is called as its file calls it.
    return declared.header(lang) + dot + translation if declared else column


def titles(campaign: Campaign, table: str, rows: pd.DataFrame, lang: str) -> list[str]:
    """Name rows, given in words under their positions: by title, or by what they are about and when."""
    positions = rows.index.to_numpy()
    if (name := _title(table)) is not None:
        return [*campaign.words(table, name, lang)[positions]]
    parts = [rows[name] for name in _CIRCUMSTANCES if name in rows]
    if table == "readings":
        about = campaign[table]["indicator"].cat.codes.to_numpy()[positions]
        parts.insert(0, pd.Series(campaign.words("indicators", "title", lang)[about]))
    return _joined(parts, " ")


def contents(table: str, rows: pd.DataFrame, lang: str) -> list[str]:
    """Say what rows, given in words, hold besides their titles: field by field, in the reader's language."""
    above = parent(table)
    told = {"id", above.name if above else "", *((_title(table),) if _title(table) else _CIRCUMSTANCES)}
    colon = wording.text("comparison.colon", lang)
    said = []
    for name in (name for name in rows if name not in told and name not in _translations(rows)):
        own, translated = rows[name], rows.get(f"{name}.{lang}", rows[name])
        cells = translated.where(translated != "", own)
        said.append((field_name(table, str(name), lang) + colon + cells).where(cells != "", ""))
    return _joined(said, wording.text("comparison.joint", lang))


def _translations(rows: pd.DataFrame) -> set[str]:
    return {f"{name}.{lang}" for name in rows for lang in wording.LANGUAGES}


def _title(table: str) -> str | None:
    return next((name for name in NAMES if name in columns(table)), None)


def _joined(parts: list[pd.Series[str]], joint: str) -> list[str]:
    return [joint.join(part for part in row if part) for row in zip(*parts, strict=True)]
