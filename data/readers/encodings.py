"""Bytes of a table as UTF-8: the encoding found or given, and whatever is doubtful about it reported."""

from __future__ import annotations

import codecs
import re

from data.problems import Loss, Problem
from data.readers import files
from data.readers.report import WARNING, Report

_REPLACED = "\ufffd".encode()
# A pair of GB18030 whose second byte is a letter is a rare character; in Western text any accented letter
# before a plain one makes such a pair.
_RARE_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e]")
_ANY_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_SAMPLE = 1_000_000


def decoded(table: str, file: str, content: bytes, given: str, report: Report) -> bytes:
    """Return a table in UTF-8. Raises CellError if its encoding is neither given nor known."""
    encoding = given or files.encoding(content)

    def tell(code: str, line: int | None, **values: str) -> None:
        report.add(Problem(WARNING, code, file, line, table=table, values=values, loss=Loss.NOTHING))

    if not given and encoding == "gb18030" and looks_western(content):
        found = _RARE_PAIR.search(content)
        tell("doubtful_encoding", 1 + content.count(b"\n", 0, found.start() if found else 0))
    text = content if encoding.startswith("utf-8") else content.decode(encoding, errors="replace").encode()
    if count := text.count(_REPLACED):
        tell("lost_characters", 1 + text.count(b"\n", 0, text.index(_REPLACED)), count=f"{count:,}")
    return text.removeprefix(codecs.BOM_UTF8) if encoding == "utf-8-sig" else text


def looks_western(content: bytes) -> bool:
    """Tell whether what decodes as Chinese is more likely Western text with a few accents and dashes."""
    sample = content[:_SAMPLE]
    pairs = len(_ANY_PAIR.findall(sample))
    return 2 * len(_RARE_PAIR.findall(sample)) > pairs
