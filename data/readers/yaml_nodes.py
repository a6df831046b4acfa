"""YAML as plain nodes with their places: no aliases, no tags, no types, nothing that can grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml
from yaml import events

from data.errors import CellError
from data.problems import Loss, Problem, Unreadable
from data.readers import collector, files
from data.readers.report import ERROR, Report

DEEPEST = 16
MOST_NODES = 2_000_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null", "Null", "NULL")


class Node:
    """A text, a list or a mapping (key to the key's own node and the value), or None where nothing stands."""

    __slots__ = ("character", "line", "value")

    def __init__(self, value: Content, line: int, character: int) -> None:
        self.value = value
        self.line = line
        self.character = character


def shown(node: Node) -> str:
    """Show the beginning of what was found."""
    if isinstance(node.value, dict):
        return "{" + ", ".join(f"{key}: …" for key in list(node.value)[:3]) + "}"
    if isinstance(node.value, list):
        return "[" + ", ".join(shown(part) for part in node.value[:3]) + "]"
    return (node.value or "")[:80]


def plain(node: Node) -> Any:
    """Return a document without places: texts, lists and mappings."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, (_, value) in node.value.items()}
    if isinstance(node.value, list):
        return [plain(part) for part in node.value]
    return node.value


def find(root: Node, path: Sequence[str | int]) -> tuple[Node, Node]:
    """Find the key and the value at a path, or the last there is on the way; an entry of a list is both."""
    key = node = root
    for part in path:
        if isinstance(node.value, dict) and part in node.value:
            key, node = node.value[str(part)]
        elif isinstance(node.value, list) and isinstance(part, int):
            key = node = node.value[part]
        else:
            break
    return key, node


Content = None | str | list[Node] | dict[str, tuple[Node, Node]]


def document(file: str, content: bytes, report: Report) -> Node:
    """Read the bytes of a document. Raises Unreadable if it is empty or its syntax is broken."""
    if not content.strip():
        raise files.refusal("empty_file", file)
    try:
        text = content.decode(files.encoding(content))
    except CellError as error:
        raise files.refusal(error.code, file, **error.values) from error
    root = read(file, text, report)
    if root is None or root.value is None:
        raise files.refusal("empty_file", file)
    return root


def read(file: str, text: str, report: Report) -> Node | None:
    """Read a document; None if it is empty. Raises Unreadable if its syntax is broken."""
    try:
        with collector.paused():
            return _Composer(file, report).compose(text)
    except yaml.YAMLError as error:
        raise _refusal(file, text, error) from error


class _Composer:
    """Builds nodes from parser events, without recursion."""

    def __init__(self, file: str, report: Report) -> None:
        self._file = file
        self._report = report
        self._root: Node | None = None
        self._documents = 0
        # Open collections, each with the key that waits for its value.
        self._open: list[tuple[Node, Node | None]] = []

    def compose(self, text: str) -> Node | None:
        event: Any
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            kind = type(event)
            if kind is events.ScalarEvent:
                self._scalar(event)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                self._collection(event, {} if kind is events.MappingStartEvent else [])
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                self._put(self._open.pop()[0])
            elif kind is events.AliasEvent:
                self._problem("yaml_alias", event, f"*{event.anchor}")
                self._put(_node(event, None))
            elif kind is events.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._problem("yaml_documents", event, "---", Loss.FILE)
                    break
            if count > MOST_NODES:
                raise files.refusal("too_many_values", self._file, limit=f"{MOST_NODES:,}")
        return self._root

    def _scalar(self, event: Any) -> None:
        self._refuse_marks(event)
        # `~` and `null` are how YAML writes nothing; in quotes they are words.
        nothing = event.implicit[0] and event.value in _NOTHING
        waiting_for_key = (
            self._open and self._open[-1][1] is None and isinstance(self._open[-1][0].value, dict)
        )
        self._put(_node(event, None if nothing and not waiting_for_key else event.value))

    def _collection(self, event: Any, value: Content) -> None:
        self._refuse_marks(event)
        if len(self._open) >= DEEPEST:
            place = event.start_mark
            raise files.refusal("too_deep", self._file, line=str(place.line + 1), limit=str(DEEPEST))
        self._open.append((_node(event, value), None))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("yaml_anchor", event, f"&{event.anchor}", Loss.NOTHING)
        # `!` alone says "a text", which everything is here.
        if event.tag is not None and event.tag != "!":
            self._problem("yaml_tag", event, event.tag, Loss.NOTHING)

    def _put(self, node: Node) -> None:
        """Give a finished node to the collection that waits for it."""
        if not self._open:
            self._root = node
            return
        holder, key = self._open[-1]
        if isinstance(holder.value, list):
            holder.value.append(node)
        elif key is None:
            self._open[-1] = (holder, node)
        else:
            self._open[-1] = (holder, None)
            self._pair(holder, key, node)

    def _pair(self, holder: Node, key: Node, node: Node) -> None:
        assert isinstance(holder.value, dict)
        if not isinstance(key.value, str):
            self._at("yaml_key", key, "", Loss.CELL)
        elif key.value in holder.value:
            first = holder.value[key.value][0].line
            self._at("duplicate_key", key, key.value, Loss.CELL, line=str(first))
        else:
            holder.value[key.value] = (key, node)

    def _problem(self, code: str, event: Any, found: str, loss: Loss = Loss.CELL) -> None:
        self._at(code, _node(event, None), found, loss)

    def _at(self, code: str, node: Node, found: str, loss: Loss, **values: str) -> None:
        self._report.add(
            Problem(ERROR, code, self._file, node.line, node.character, found=found, values=values, loss=loss)
        )


def _node(event: Any, value: Content) -> Node:
    mark = event.start_mark
    return Node(value, mark.line + 1, mark.column + 1)


# What the parser says, and what it means for whoever wrote the file; the first that fits counts.
_MEANINGS = (
    ("cannot start any token", "yaml_start"),
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_colon_missing"),
    ("while scanning a quoted scalar", "yaml_quote"),
    ("escape", "yaml_quote"),
    ("while parsing a flow", "yaml_bracket"),
    ("while parsing a block", "yaml_indent"),
    ("block sequence entries are not allowed", "yaml_indent"),
    ("control characters", "yaml_character"),
    ("special characters", "yaml_character"),
)
# The parser looks a thousand characters ahead, and since libyaml 0.2.6 has a limit of its own for depth.
_TOO_DEEP = "maximum nesting depth"


def _refusal(file: str, text: str, error: yaml.YAMLError) -> Exception:
    """Say in the reader's words where the syntax breaks."""
    message = str(error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None and _TOO_DEEP in message:
        return files.refusal("too_deep", file, line=str(mark.line + 1), limit=str(DEEPEST))
    code = next((code for words, code in _MEANINGS if words in message), "yaml_syntax")
    if mark is None:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) and position >= 0 else None
        return _syntax(file, code, line, None, "")
    lines = text.split("\n")
    written = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        code = "yaml_tab"
    return _syntax(file, code, mark.line + 1, mark.column + 1, written.strip()[:80])


def _syntax(file: str, code: str, line: int | None, character: int | None, found: str) -> Exception:
    return Unreadable((Problem(ERROR, code, file, line, character, found=found, loss=Loss.FILE),))
