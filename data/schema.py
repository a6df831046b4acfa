"""The JSON Schema of a campaign in YAML, derived from the models, for editors that complete and check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from data.columns import Column, Kind
from data.models import TABLES, columns, parent
from data.models.access import AccessFile
from data.models.sources import ELSEWHERE, SourceForm
from data.readers.yaml_sheets import children
from data.wording import LANGUAGES
from data.words import Word

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

NUMBER: Schema = {"type": ["number", "string", "null"]}
TEXT: Schema = {"type": ["string", "number", "null"]}
TEXTS: Schema = {"type": ["string", "array", "null"], "items": {"type": ["string", "number"]}}
VALUES: Mapping[Kind, Schema] = {
    Kind.KEY: {"type": ["string", "integer"]},
    Kind.TEXT: TEXT,
    Kind.TEXTS: TEXTS,
    Kind.NUMBER: NUMBER,
    Kind.DATE: {"type": ["string", "integer", "null"], "examples": ["2021-06-30", "2021年6月底前", "长期"]},
    Kind.FLAG: {"enum": [True, False, "yes", "no", "是", "否", None]},
    Kind.LINK: {"type": ["string", "null"], "pattern": "^https?://"},
    # Several names may stand where one leads: the first leads.
    Kind.REFERENCE: TEXTS,
    Kind.REFERENCES: TEXTS,
}


def text(described: Callable[[], Schema] | None = None) -> str:
    """Write a schema as it is kept in a file: that of a campaign, if no other is meant."""
    return json.dumps((described or schema)(), ensure_ascii=False, indent=1) + "\n"


def rights() -> Schema:
    """Describe the file of rights."""
    return {"$schema": DIALECT, **AccessFile.model_json_schema()}


def schema() -> Schema:
    """Describe a campaign in one YAML file, with rows in their own tables or nested under their parents."""
    tables = {name: _reference(name, nested=False) for name in TABLES if name != "campaign"}
    nested = [name for name in TABLES if parent(name) and _may_be_nested(name)]
    return {
        "$schema": DIALECT,
        "title": "活动 / Campaign",
        "type": "object",
        "additionalProperties": False,
        "properties": {"campaign": {"$ref": "#/$defs/campaign"}}
        | {name: _table(name, reference) for name, reference in tables.items()},
        "$defs": {name: _row(name, nested=False) for name in TABLES}
        | {f"nested_{name}": _row(name, nested=True) for name in nested}
        | {words.__name__: {"enum": _words(words)} for words in _closed_lists()}
        | {"source": _source()},
    }


def _table(name: str, row: Schema) -> Schema:
    """Describe a table: rows, or, of those that may live elsewhere, the place."""
    rows: Schema = {"type": ["array", "null"], "items": row}
    return {"anyOf": [rows, {"$ref": "#/$defs/source"}]} if name in ELSEWHERE else rows


def _source() -> Schema:
    """Describe how a table says where its rows live."""
    keys = {}
    for name, key in SourceForm.model_fields.items():
        about: Any = key.json_schema_extra
        keys[name] = {"type": "string", "description": " / ".join(about["help"].values())}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": keys,
        "oneOf": [{"required": ["sql", "connection"]}, {"required": ["parquet"]}],
    }


def _closed_lists() -> list[type[Word]]:
    found = (column.words for table in TABLES for column in columns(table).values())
    return list(dict.fromkeys(words for words in found if words))


def _may_be_nested(table: str) -> bool:
    return any(table in children(above) for above in TABLES)


def _reference(table: str, *, nested: bool) -> Schema:
    return {"$ref": f"#/$defs/{'nested_' if nested else ''}{table}"}


def _row(table: str, *, nested: bool) -> Schema:
    """Describe a row; under its parent it does not name the parent."""
    above = parent(table)
    own = [
        column for column in columns(table).values() if not (nested and above and column.name == above.name)
    ]
    below = {
        child: {"type": ["array", "null"], "items": _reference(child, nested=True)}
        for child in children(table)
    }
    described = {name: value for column in own for name, value in _properties(column).items()}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": described | below,
        "patternProperties": {_spellings(column): _value(column) for column in own},
        "allOf": [_present(column) for column in own if column.required],
    }


def _properties(column: Column) -> dict[str, Schema]:
    """Describe a column by its own name, which editors offer, and its translations."""
    about = {"title": f"{column.zh} / {column.en}"}
    if help_text := " / ".join(part for part in (column.help_zh, column.help_en) if part):
        about["description"] = help_text
    found = {column.name: about | _value(column)}
    if column.translatable:
        found |= {f"{column.name}.{lang}": about | TEXT for lang in LANGUAGES}
    return found


def _spellings(column: Column) -> str:
    """Match the headers by which a column may be called instead."""
    headers = sorted({column.zh, column.en, *column.others} - {column.name})
    ending = f"(\\.({'|'.join(LANGUAGES)}))?" if column.translatable else ""
    return f"^({'|'.join(re.escape(header) for header in headers)}){ending}$"


def _present(column: Column) -> Schema:
    names = [column.name, *sorted({column.zh, column.en, *column.others} - {column.name})]
    if column.translatable:
        names += [f"{column.name}.{lang}" for lang in LANGUAGES]
    return {"anyOf": [{"required": [name]} for name in names]}


def _value(column: Column) -> Schema:
    if column.words:
        return {"$ref": f"#/$defs/{column.words.__name__}"}
    value = dict(VALUES[column.kind])
    for mark in getattr(column.annotation, "__metadata__", ()):
        for bound in getattr(mark, "metadata", [mark]):
            found = {"minimum": getattr(bound, "ge", None), "maximum": getattr(bound, "le", None)}
            value |= {name: limit for name, limit in found.items() if limit is not None}
    if column.translatable:
        translations = dict.fromkeys(LANGUAGES, TEXT)
        value["type"] = [*value["type"], "object"]
        value |= {"properties": translations, "additionalProperties": False}
    return value


def _words(words: type[Word]) -> list[str | None]:
    """List the ids of a closed list first, then its labels, then the other spellings."""
    members = words.choices()
    spellings = sorted({spelling for word in members for spelling in word.spellings})
    ids, chinese, english = zip(*((word.value, word.zh, word.en) for word in members), strict=True)
    return [*dict.fromkeys([*ids, *chinese, *english, *spellings]), None]
