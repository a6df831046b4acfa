"""Texts as YAML: plain where every reader takes them for that text, else in quotes or as a block of lines."""

from __future__ import annotations

import json
import re

LONGEST_KEY = 1000

# What YAML 1.1 takes for something other than a text.
_RESERVED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_PLAIN = re.compile(r"[^\W\d_][^\n]*")
_FIGURE_OR_DAY = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d\d-\d\d", re.ASCII)
_WORD = re.compile(r"[^\W\d_][\w-]*")
# Printable, yet not for YAML, or the end of a line to it.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str, indent: str, *, typed: bool = False) -> str:
    """Write a text after a key, further lines with the indent; a typed one may be a figure or a day."""
    if typed and _FIGURE_OR_DAY.fullmatch(text):
        return text
    if "\n" in text and _may_be_a_block(text):
        return "|-\n" + "\n".join(indent + line if line else "" for line in text.split("\n"))
    return text if _may_be_plain(text) else quoted(text)


def pair(name: str, value: str, indent: str) -> str:
    """Write a key with its value, which begins with a blank or a new line."""
    written = word(name)
    # YAML wants a mark before keys that are longer.
    return f"{written}:{value}" if len(written) <= LONGEST_KEY else f"? {written}\n{indent}:{value}"


def word(text: str) -> str:
    """Write a text where others may follow on the line: a key, or one of several in brackets."""
    return text if _WORD.fullmatch(text) and text.casefold() not in _RESERVED else quoted(text)


def quoted(text: str) -> str:
    """Write a text in double quotes, on one line."""
    # JSON is YAML but for a few characters it does not escape.
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _may_be_plain(text: str) -> bool:
    return (
        text.isprintable()
        and bool(_PLAIN.fullmatch(text))
        and text.casefold() not in _RESERVED
        and text == text.strip()
        and not text.endswith(":")
        and ": " not in text
        and " #" not in text
    )


def _may_be_a_block(text: str) -> bool:
    lines = text.split("\n")
    return text == text.strip() and all(line.replace("\t", " ").isprintable() for line in lines)
