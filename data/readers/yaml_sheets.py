"""The tables of a YAML file as sheets, nested rows taken out into their own tables."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping

from data.columns import Column, Kind
from data.models import TABLES, columns, parent
from data.models.sources import ELSEWHERE
from data.problems import Loss, Problem, Severity
from data.readers import headers, yaml_sources
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Sheet, SheetBuilder
from data.readers.yaml_nodes import Node, shown
from data.wording import LANGUAGES

LISTS = frozenset({Kind.TEXTS, Kind.REFERENCES})


@functools.cache
def children(table: str) -> Mapping[str, str]:
    """Map the tables whose rows may be nested under a row of this one to the column that names it."""
    found = {child: parent(child) for child in TABLES}
    return {child: column.name for child, column in found.items() if column and column.target == table}


def read(file: str, root: Node, report: Report) -> dict[str, Sheet]:
    """Read all tables of a document."""
    reader = _Reader(file, report)
    reader.document(root)
    return {table: builder.finish() for table, builder in reader.builders.items()}


class _Reader:
    def __init__(self, file: str, report: Report) -> None:
        self.builders: dict[str, SheetBuilder] = {}
        self._file = file
        self._report = report

    def document(self, root: Node) -> None:
        if not isinstance(root.value, dict):
            return self._problem("document_not_a_mapping", root, loss=Loss.FILE)
        for written, (key, node) in root.value.items():
            table = written.strip().lower()
            if table not in TABLES:
                near = difflib.get_close_matches(table, TABLES, n=1)
                self._problem("unknown_table", key, found=written, loss=Loss.TABLE, near="".join(near))
            elif table == "campaign":
                self._rows(table, Node([node], node.line, node.character))
            elif table in ELSEWHERE and isinstance(node.value, dict):
                builder = self.builders.setdefault(table, SheetBuilder(table, self._file))
                builder.source = yaml_sources.read(self._file, table, node, self._report)
            else:
                self._rows(table, node)
        for builder in self.builders.values():
            yaml_sources.drop_rows(builder, self._report)
        return None

    def _rows(self, table: str, node: Node, under: int | None = None) -> None:
        builder = self.builders.setdefault(table, SheetBuilder(table, self._file))
        if node.value is None:
            return
        if not isinstance(node.value, list):
            self._problem("table_not_a_list", node, table=table, found=shown(node), loss=Loss.TABLE)
            return
        for row in node.value:
            if isinstance(row.value, dict):
                self._row(builder, row, under)
            elif row.value is not None:
                self._problem("row_not_a_mapping", row, table=table, found=shown(row), loss=Loss.ROW)

    def _row(self, builder: SheetBuilder, node: Node, under: int | None) -> None:
        assert isinstance(node.value, dict)
        table = builder.table
        position = builder.start(node.line, node.character)
        nested = ""
        if under is not None:
            above = parent(table)
            assert above is not None
            nested = above.name
            builder.add(nested, under, position, node.line, node.character)
        seen = {nested: node.line}
        for written, (key, value) in node.value.items():
            if written in children(table) and not isinstance(value.value, str):
                self._rows(written, value, position)
                continue
            name = headers.find(table, written)
            if not name:
                self._unknown(builder, position, written, key, value)
            elif name == nested:
                self._problem("nested_parent", key, WARNING, table, name, written)
            elif name in seen:
                at = str(seen[name])
                self._problem("duplicate_key", key, ERROR, table, name, written, Loss.CELL, line=at)
            else:
                seen[name] = key.line
                self._cell(builder, name, position, value)

    def _unknown(self, builder: SheetBuilder, row: int, written: str, key: Node, node: Node) -> None:
        """Keep what stands under an unknown key, if it is a text."""
        table = builder.table
        column = headers.near(table, written)
        near = "".join(difflib.get_close_matches(written, children(table), n=1, cutoff=0.8))
        if column and not near:
            near = column.name if written.isascii() else column.zh
        if node.value is not None and not isinstance(node.value, str):
            self._problem("unknown_part", key, ERROR, table, found=written, loss=Loss.CELL, near=near)
            return
        self._problem("unknown_key", key, WARNING, table, found=written, near=near)
        builder.add(written.strip(), (node.value or "").strip(), row, node.line, node.character, extra=True)

    def _cell(self, builder: SheetBuilder, name: str, row: int, node: Node) -> None:
        content = node.value
        if content is None:
            return
        if isinstance(content, str):
            if text := content.strip():
                builder.add(name, text, row, node.line, node.character)
            return
        column = columns(builder.table)[name.partition(".")[0]]
        if isinstance(content, list):
            self._list(builder, column, row, node)
        elif column.translatable and "." not in name:
            self._translations(builder, column, row, content)
        else:
            self._misplaced("mapping_for_text", builder, column, node)

    def _list(self, builder: SheetBuilder, column: Column, row: int, node: Node) -> None:
        """Take a list where several values may stand; of several leads the first leads."""
        assert isinstance(node.value, list)
        if column.kind not in LISTS and column.kind is not Kind.REFERENCE:
            return self._misplaced("list_for_text", builder, column, node)
        texts = []
        for part in node.value:
            if isinstance(part.value, str):
                texts.append(part.value.strip())
            elif part.value is not None:
                self._misplaced("list_for_text", builder, column, part)
        if any(texts):
            builder.add(column.name, tuple(text for text in texts if text), row, node.line, node.character)
        return None

    def _translations(
        self, builder: SheetBuilder, column: Column, row: int, content: Mapping[str, tuple[Node, Node]]
    ) -> None:
        for lang, (key, node) in content.items():
            if lang not in LANGUAGES:
                self._problem("unknown_language", key, ERROR, builder.table, column.name, lang, Loss.CELL)
            elif isinstance(node.value, str):
                self._cell(builder, f"{column.name}.{lang}", row, node)
            elif node.value is not None:
                self._misplaced("list_for_text", builder, column, node)

    def _misplaced(self, code: str, builder: SheetBuilder, column: Column, node: Node) -> None:
        self._problem(code, node, ERROR, builder.table, column.name, shown(node), Loss.CELL)

    def _problem(
        self,
        code: str,
        node: Node,
        severity: Severity = ERROR,
        table: str = "",
        column: str = "",
        found: str = "",
        loss: Loss = Loss.NOTHING,
        **values: str,
    ) -> None:
        place = (self._file, node.line, node.character, "", table, "", column, found)
        self._report.add(Problem(severity, code, *place, values, loss))
