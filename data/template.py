"""Empty campaigns to fill in, derived from the models: a commented YAML file, CSV tables, or a workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping

from data import wording, writers
from data.campaign import Campaign, Settings
from data.columns import Column, Kind
from data.models import TABLES, columns, parent
from data.readers.report import Report
from data.readers.tables import Tables
from data.readers.yaml_sheets import children

SETTINGS = "campaign.yaml"
WORKBOOK = "campaign.xlsx"


def files(form: str, lang: str) -> Mapping[str, bytes]:
    """Make an empty campaign in a form of export, as the content of its files by name."""
    if form == "xlsx":
        return {WORKBOOK: writers.write(_empty_campaign(lang), form, lang, masked=False)}
    made = csv_campaign(lang) if form == "csv" else yaml_campaign(lang)
    # Excel takes a CSV without a byte order mark for the encoding of the system.
    codecs = {name: "utf-8-sig" if name.endswith(".csv") else "utf-8" for name in made}
    return {name: text.encode(codecs[name]) for name, text in made.items()}


def download(form: str, lang: str) -> bytes:
    """Make an empty campaign as the content of one file, whose name ends as `writers.ENDINGS` says."""
    made = files(form, lang)
    if len(made) == 1:
        return next(iter(made.values()))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in made.items():
            folder.writestr(name, content)
    return packed.getvalue()


def _empty_campaign(lang: str) -> Campaign:
    settings = Settings(title={lang: wording.text("template.title", lang)}, language=lang)
    return Campaign(settings, Tables({}, Report(), lang, None).frames)


def yaml_campaign(lang: str) -> Mapping[str, str]:
    """Make one YAML file with every table, each with a commented row that shows where everything goes."""
    tables = [table for table in TABLES if table != "campaign" and not _under(table)]
    parts = [
        _head("template.yaml", lang),
        _settings(lang),
        *("\n".join(_table(table, lang)) for table in tables),
    ]
    return {SETTINGS: "\n\n".join(parts) + "\n"}


def csv_campaign(lang: str) -> Mapping[str, str]:
    """Make the settings and one CSV per table that holds its header row alone."""
    made = {SETTINGS: _head("template.csv", lang) + "\n\n" + _settings(lang) + "\n"}
    for table in TABLES:
        if table != "campaign":
            made[f"{table}.csv"] = _header_row(table, lang)
    return made


def _header_row(table: str, lang: str) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(column.header(lang) for column in columns(table).values())
    return row.getvalue()


def _head(key: str, lang: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in wording.text(key, lang).splitlines())


def _settings(lang: str) -> str:
    title = wording.text("template.title", lang)
    rest = [column for column in columns("campaign").values() if column.name not in ("title", "language")]
    language = columns("campaign")["language"].help(lang)
    lines = ["campaign:", f"  title: {title}", f"  language: {lang}  # {language}"]
    return "\n".join([*lines, *(f"  # {_key(column, '', lang)}" for column in rest)])


def _table(table: str, lang: str) -> Iterator[str]:
    yield f"# {table}:"
    yield from (f"#   {line}" for line in _row(table, lang))


def _row(table: str, lang: str, under: Column | None = None) -> Iterator[str]:
    """Write the lines of one row, its children below it."""
    dash = "- "
    for column in columns(table).values():
        if under is None or column.name != under.name:
            yield _key(column, dash, lang)
            dash = "  "
    for child in children(table):
        yield f"  {child}:"
        yield from (f"    {line}" for line in _row(child, lang, parent(child)))


def _under(table: str) -> bool:
    return any(table in children(above) for above in TABLES)


def _key(column: Column, dash: str, lang: str) -> str:
    """Write a key with what belongs there as a comment."""
    joint = "；" if lang == "zh" else "; "
    notes = [column.header(lang), wording.text("template.required", lang) if column.required else ""]
    return f"{dash}{column.name}:  # " + joint.join(
        note for note in [*notes, column.help(lang), _form(column, lang)] if note
    )


def _form(column: Column, lang: str) -> str:
    """Say how a value is written, where that is not plain."""
    if column.words:
        words = column.words.choices()
        return " | ".join(word.value if lang == "en" else f"{word.value} {word.zh}" for word in words)
    if column.target == "regions":
        return wording.text("template.region", lang)
    kinds = {Kind.DATE: "date", Kind.FLAG: "flag", Kind.TEXTS: "list", Kind.REFERENCES: "list"}
    return wording.text(f"template.{kinds[column.kind]}", lang) if column.kind in kinds else ""
