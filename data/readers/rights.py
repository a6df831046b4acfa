"""Reads the file of rights: every slip with its place, and no rule that is not understood whole."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from data.columns import Kind
from data.models import TABLES, columns
from data.models.access import AccessFile, RoleEntry, Rule
from data.problems import Problem, Severity
from data.readers import headers, yaml_nodes
from data.readers.report import Report
from data.readers.yaml_nodes import Node

Path = tuple[str | int, ...]

# Which keys may stand where: at the top, in a rule, in a role.
_MODELS: Mapping[str, type[BaseModel]] = {"": AccessFile, "rules": Rule, "roles": RoleEntry}
# Without a rule the file would let nobody in, which nobody writes on purpose.
_NOTHING: dict[str, Any] = {"rules": []}


@dataclass(frozen=True, slots=True)
class Places:
    """Where in a file of rights what stands."""

    file: str
    root: Node

    def problem(
        self,
        code: str,
        path: Path,
        found: str = "",
        values: Mapping[str, str] = MappingProxyType({}),
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Report what stands at a path, or at the last there is on the way."""
        key, _ = yaml_nodes.find(self.root, path)
        return Problem(severity, code, self.file, key.line, key.character, found=found, values=dict(values))


def read(file: str, content: bytes) -> tuple[AccessFile, tuple[Problem, ...], Places]:
    """Read and check a file; what is wrong is reported and left out, rules whole. Raises Unreadable."""
    report = Report()
    places = Places(file, yaml_nodes.document(file, content, report))
    plain = yaml_nodes.plain(places.root)
    if not isinstance(plain, dict):
        report.add(places.problem("document_not_a_mapping", ()))
        plain = _NOTHING
    try:
        said = AccessFile.model_validate(plain)
    except ValidationError as error:
        slips: list[Any] = error.errors(include_url=False)
        for slip in slips:
            report.add(_slip(places, slip["type"], slip["loc"]))
        said = _without(plain, [slip["loc"] for slip in slips])
    named = {
        key: _fields(key, getattr(said, key), places, report) for key in ("internal_fields", "open_fields")
    }
    return said.model_copy(update=named), report.problems(), places


def _slip(places: Places, kind: str, path: Path) -> Problem:
    """Word what the model refuses, by the key that it stands under."""
    model = _MODELS.get(str(path[0]) if len(path) > 2 else "", AccessFile)
    key = next((str(part) for part in reversed(path) if part in model.model_fields), "")
    node = yaml_nodes.find(places.root, path)[1]
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(path[-1]), model.model_fields, n=1)
        return places.problem("access_key", path, str(path[-1]), {"near": "".join(near)})
    if kind == "missing":
        return places.problem("access_missing", path, str(path[-1]))
    if not key or (path[0] == "rules" and len(path) == 2):
        return places.problem("access_rule", path, yaml_nodes.shown(node))
    extra: Any = model.model_fields[key].json_schema_extra
    allowed = {f"allowed_{lang}": text for lang, text in extra["help"].items()}
    return places.problem("access_value", path, yaml_nodes.shown(node), {"entry": key, **allowed})


def _without(plain: Mapping[str, Any], paths: Sequence[Path]) -> AccessFile:
    """Read a file without the rules and the keys in which anything is wrong."""
    spoiled = {path[1] for path in paths if path[0] == "rules" and len(path) > 1}
    left = {key: value for key, value in plain.items() if key not in {path[0] for path in paths}}
    rules = plain.get("rules")
    if spoiled and isinstance(rules, list):
        left["rules"] = [rule for number, rule in enumerate(rules) if number not in spoiled]
    return AccessFile.model_validate(_NOTHING | left)


def _fields(key: str, written: Sequence[str], places: Places, report: Report) -> tuple[str, ...]:
    """Name fields as `table.column`; what no model declares, and so is internal, stays as it is called."""
    found = []
    for name in written:
        table, _, header = name.partition(".")
        column = headers.find(table, header).partition(".")[0] if table in TABLES else ""
        if table not in TABLES or (key == "internal_fields" and not _may_be_blank(table, column)):
            near = headers.guess(table, header) if table in TABLES else {}
            report.add(places.problem("access_field", (key,), name, near))
        found.append(f"{table}.{column or header}")
    return tuple(found)


def _may_be_blank(table: str, column: str) -> bool:
    """Tell whether nothing is lost of a row but a cell of this column."""
    declared = columns(table).get(column)
    return declared is not None and not declared.required and declared.kind is not Kind.KEY
