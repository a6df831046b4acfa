"""Tables of YAML that say where their rows live instead of listing them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from pydantic import ValidationError

from data.models.sources import Elsewhere, SourceForm
from data.problems import Loss, Problem
from data.readers.report import ERROR, Report
from data.readers.sheets import SheetBuilder
from data.readers.yaml_nodes import Node, shown

_NAME = re.compile(r"[\w-]+")
_TABLE = re.compile(r"\w+(\.\w+){0,2}")
_SELECT = re.compile(r"(select|with)\b[^;]*", re.IGNORECASE | re.DOTALL)


def read(file: str, table: str, node: Node, report: Report) -> Elsewhere | None:
    """Read where the rows of a table live; None if that cannot be told, and the report says why."""
    assert isinstance(node.value, dict)

    def tell(code: str, at: Node, found: str, **values: str) -> None:
        place = (file, at.line, at.character, "", table, "", "", found)
        report.add(Problem(ERROR, code, *place, values, Loss.TABLE))

    said = {name: value.value for name, (_, value) in node.value.items() if value.value is not None}
    for name, (at, _) in node.value.items():
        if name not in SourceForm.model_fields:
            near = difflib.get_close_matches(name, SourceForm.model_fields, n=1)
            tell("source_key", at, name, near="".join(near))
            return None
    try:
        form = SourceForm.model_validate(said)
    except ValidationError:
        tell("source_form", node, shown(node))
        return None
    for name, (code, sound) in _SOUND.items():
        if name in said and not sound(getattr(form, name)):
            tell(code, node.value[name][1], str(said[name])[:80])
            return None
    return Elsewhere(form, file, node.line, node.character)


def drop_rows(builder: SheetBuilder, report: Report) -> None:
    """Leave the rows' other home out if they stand in the file as well."""
    if (source := builder.source) and len(builder):
        place = (source.file, source.line, source.character, "", builder.table)
        report.add(Problem(ERROR, "source_and_rows", *place, loss=Loss.TABLE))
        builder.source = None


def is_query(text: str) -> bool:
    """Tell whether a text is the name of a table, or one statement that only reads."""
    return bool(_TABLE.fullmatch(text)) or is_statement(text)


def is_statement(text: str) -> bool:
    """Tell whether a text is one statement that only reads."""
    return bool(_SELECT.fullmatch(text))


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of a connection."""
    return bool(_NAME.fullmatch(text))


def is_inside(path: str) -> bool:
    """Tell whether a path stays within the folder from which it leads."""
    parts = PurePosixPath(path.replace("\\", "/"))
    # DuckDB takes stars and brackets for patterns, and reads what has a scheme from elsewhere.
    return not parts.is_absolute() and ".." not in parts.parts and not re.search(r"[*?\[\]{}:]", path)


_SOUND: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "sql": ("source_sql", is_query),
    "version": ("source_version", is_statement),
    "connection": ("source_connection", is_name),
    "parquet": ("source_parquet", is_inside),
}
"""What each key must say, and the problem it is if it does not."""
