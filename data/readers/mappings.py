"""A mapping file as read and checked: its fields by the names of columns, every slip with its place."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from data.columns import Kind
from data.models import TABLES, columns
from data.models.mapping import MappingFile
from data.problems import Loss, Problem
from data.readers import cells, files, headers, yaml_nodes
from data.readers.report import ERROR, WARNING, Report
from data.readers.yaml_nodes import Node
from data.words import DateOrder, fold

SEVERAL = frozenset({Kind.TEXTS, Kind.REFERENCES, Kind.REFERENCE})
"""Kinds of which a cell may name several."""


@dataclass(frozen=True)
class TableMapping:
    """How one table is to be read: what the file says, with fields named as columns are."""

    file: str
    checker: Checker
    table: str
    said: MappingFile
    columns: Mapping[str, tuple[str, ...]]
    """Headers or letters of the columns in the file that a field is read from."""
    values: Mapping[str, Mapping[str, str]]
    """What written values are read as, by field and folded value."""
    split: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, str]
    fill_down: tuple[str, ...]
    sections: str

    @property
    def order(self) -> DateOrder | None:
        """Which figure of `01/02/2021` is the day."""
        return self.said.dates

    @property
    def settings(self) -> Node | None:
        """Return the campaign's settings as a document of their own; None if it states none."""
        return self.checker.only("campaign")


def of_files(contents: Mapping[str, bytes], report: Report) -> dict[str, TableMapping]:
    """Read the mappings among the files of a campaign, by the file each is for. Raises Unreadable."""
    found: dict[str, TableMapping] = {}
    for name in (name for name in contents if name.lower().endswith(files.MAPPING_ENDING)):
        tables = [other for other in contents if other != name and files.mapping_of(other) == name]
        if not tables:
            report.add(Problem(WARNING, "mapping_alone", name, loss=Loss.FILE))
        else:
            found |= dict.fromkeys(tables, read(name, contents[name], report))
    return found


def read(file: str, content: bytes, report: Report) -> TableMapping:
    """Read and check a mapping; what cannot be used is reported and left out. Raises Unreadable."""
    root = yaml_nodes.document(file, content, report)
    checker = Checker(file, root, report)
    said = checker.said()
    table = checker.table(said.table)
    return TableMapping(
        file,
        checker,
        table,
        said,
        columns=checker.fields("columns", table, said.columns),
        values={
            name: {fold(written): meant for written, meant in pairs.items()}
            for name, pairs in checker.fields("values", table, said.values).items()
            if checker.sound("values", table, name, pairs)
        },
        split=checker.several("split", table, checker.fields("split", table, said.split)),
        defaults={
            name: value
            for name, value in checker.fields("defaults", table, said.defaults).items()
            if checker.sound("defaults", table, name, {name: value})
        },
        fill_down=tuple(checker.fields("fill_down", table, dict.fromkeys(said.fill_down))),
        sections="".join(checker.fields("sections", table, {said.sections: None} if said.sections else {})),
    )


class Checker:
    """Finds what a mapping file says that means nothing."""

    def __init__(self, file: str, root: Node, report: Report) -> None:
        self._file = file
        self._root = root
        self._report = report
        self._spelled: dict[tuple[str, str], str] = {}

    def said(self) -> MappingFile:
        """Validate the file; entries that cannot be used are taken out."""
        plain = yaml_nodes.plain(self._root)
        if not isinstance(plain, dict):
            self.tell("document_not_a_mapping", ())
            plain = {}
        plain = {key: value for key, value in plain.items() if value is not None}
        try:
            return MappingFile.model_validate(plain)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                self._invalid(found["type"], tuple(str(part) for part in found["loc"]))
                _drop(plain, found["loc"])
        return MappingFile.model_validate(plain)

    def table(self, written: str) -> str:
        """Name the table; items where there is none of that name."""
        table = written.strip().lower()
        if table in TABLES and table != "campaign":
            return table
        near = difflib.get_close_matches(table, TABLES, n=1)
        self.tell("unknown_table", ("table",), written, near="".join(near))
        return "items"

    def fields(self, key: str, table: str, entries: Mapping[str, Any]) -> dict[str, Any]:
        """Name the fields of a key's entries as columns."""
        found: dict[str, Any] = {}
        for written, value in entries.items():
            name = headers.find(table, written)
            if not name:
                guess = headers.guess(table, written)
                self.tell("mapping_field", (key, written), written, table=table, **guess)
                continue
            self._spelled[(key, name)] = written
            found[name] = value
        return found

    def several(self, key: str, table: str, entries: dict[str, Any]) -> dict[str, Any]:
        """Keep the fields of which a cell may name several."""
        for name in list(entries):
            if columns(table)[name.partition(".")[0]].kind not in SEVERAL:
                self.tell("mapping_split", (key, self._spelled[(key, name)]), name, table=table)
                del entries[name]
        return entries

    def sound(self, key: str, table: str, name: str, values: Mapping[str, str]) -> bool:
        """Tell whether a field can be what its values are read as; what it cannot be is reported."""
        column = columns(table)[name.partition(".")[0]]
        fine = True
        for written, meant in values.items():
            # Whom a name stands for is known only when all tables are read.
            remarks = cells.mean(column, [meant], None).remarks if meant and not column.target else {}
            for remark in remarks.values():
                path = (key, self._spelled[(key, name)], *((written,) if key == "values" else ()))
                self.tell(remark.code, path, meant, table=table, column=name, **remark.values)
                fine = False
        return fine

    def tell_missing(self, name: str, header: str, near: str) -> None:
        """Report that the file has no such column."""
        self.tell(
            "mapping_column", ("columns", self._spelled[("columns", name)]), header, column=name, near=near
        )

    def only(self, key: str) -> Node | None:
        """Return the file with one key alone; None if there is nothing under it."""
        entries = self._root.value
        entry = entries.get(key) if isinstance(entries, dict) else None
        return Node({key: entry}, self._root.line, self._root.character) if entry and entry[1].value else None

    def _invalid(self, kind: str, path: tuple[str, ...]) -> None:
        if kind == "extra_forbidden":
            near = difflib.get_close_matches(path[0], MappingFile.model_fields, n=1)
            self.tell("unknown_mapping_key", path, path[0], near="".join(near))
            return
        extra: Any = MappingFile.model_fields[path[0]].json_schema_extra
        allowed = {f"allowed_{lang}": text for lang, text in extra["help"].items()}
        node = yaml_nodes.find(self._root, path)[1]
        self.tell("mapping_value", path, yaml_nodes.shown(node), entry=path[0], **allowed)

    def tell(
        self,
        code: str,
        path: Sequence[str],
        found: str = "",
        *,
        table: str = "",
        column: str = "",
        **values: str,
    ) -> None:
        """Report a slip at the key that a path leads to."""
        key, _ = yaml_nodes.find(self._root, path)
        place = (self._file, key.line, key.character, "", table, "", column, found)
        self._report.add(Problem(ERROR, code, *place, values, Loss.CELL if path else Loss.FILE))


def _drop(plain: dict[str, Any], path: Sequence[str | int]) -> None:
    """Take out the innermost entry on a path that stands under a key."""
    holder: Any = plain
    for part, following in zip(path, (*path[1:], None), strict=True):
        inner = holder.get(part)
        if not isinstance(inner, dict) or following not in inner:
            holder.pop(part, None)
            return
        holder = inner
