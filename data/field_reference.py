"""The field reference as Markdown: every table and column with what it means and how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from data import wording
from data.columns import Column, Row
from data.models import TABLES, columns
from data.models.access import AccessFile, RoleEntry, Rule
from data.models.mapping import MappingFile
from data.models.sources import ELSEWHERE, SourceForm

# What stands in files beside the tables, by the name of its words in the catalogs.
_FORMS: Mapping[str, type[BaseModel]] = {
    "mapping": MappingFile,
    "sources": SourceForm,
    "access": AccessFile,
    "access.rule": Rule,
    "access.role": RoleEntry,
}


def markdown(lang: str) -> str:
    """Write the whole reference in one language."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: str) -> Iterator[str]:
    yield f"# {wording.text('fields.heading', lang)}"
    yield ""
    yield wording.text("fields.introduction", lang)
    for table in TABLES:
        yield ""
        yield f"## `{table}` {wording.text(f'fields.table.{table}', lang)}"
        yield ""
        yield from _grid(
            [column for column in columns(table).values() if column.name not in Row.model_fields], lang
        )
    tables = ("、" if lang == "zh" else ", ").join(f"`{table}`" for table in ELSEWHERE)
    for name, form in _FORMS.items():
        yield ""
        yield f"{'###' if '.' in name else '##'} {wording.text(f'fields.{name}', lang)}"
        yield ""
        yield wording.text(f"fields.{name}.introduction", lang, tables=tables)
        yield ""
        yield from _keys(form, lang)
    yield ""
    yield f"## {wording.text('fields.everywhere', lang)}"
    yield ""
    yield from _grid([columns("items")[name] for name in Row.model_fields], lang)


def _keys(form: type[BaseModel], lang: str) -> Iterator[str]:
    yield f"| {wording.text('fields.key', lang)} | {wording.text('fields.help', lang)} |"
    yield "|---|---|"
    for name, key in form.model_fields.items():
        about: Any = key.json_schema_extra
        yield f"| `{name}` | {about['help'][lang]} |"


def _grid(found: list[Column], lang: str) -> Iterator[str]:
    names = ("column", "header", "others", "kind", "help")
    yield "| " + " | ".join(wording.text(f"fields.{name}", lang) for name in names) + " |"
    yield "|---" * len(names) + "|"
    for column in found:
        yield "| " + " | ".join(_cells(column, lang)) + " |"


def _cells(column: Column, lang: str) -> Iterator[str]:
    translated = f", `{column.name}.{'en' if lang == 'zh' else 'zh'}`" if column.translatable else ""
    yield f"`{column.name}`{translated}"
    yield column.header(lang)
    other = column.header("en" if lang == "zh" else "zh")
    yield "、".join(dict.fromkeys((other, *column.others)))
    required = wording.text("fields.required", lang) if column.required else ""
    yield ("；" if lang == "zh" else "; ").join(part for part in (_kind(column, lang), required) if part)
    yield column.help(lang)


def _kind(column: Column, lang: str) -> str:
    if column.words:
        words = column.words.choices()
        return "<br>".join(f"`{word.value}` {word.label(lang)}" for word in words)
    kind = wording.text(f"fields.kind.{column.kind.name.lower()}", lang)
    return f"{kind} → `{column.target}`" if column.target else kind
