"""The XML of a workbook, read by tags and by nothing else that XML can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat


class DamagedError(Exception):
    """The XML is none that a spreadsheet program writes."""


Start = Callable[[Mapping[str, str]], None]


def parse(content: bytes, starts: Mapping[str, Start], text: Callable[[str], None] | None = None) -> None:
    """Go through XML by the tags that are asked for, whatever their prefixes, and all text.

    Raises DamagedError where it is broken or defines entities, which no spreadsheet program does.
    """
    known: dict[str, Start | None] = {}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag not in known:
            known[tag] = starts.get(tag.rpartition(":")[2])
        if found := known[tag]:
            found(attributes)

    def refuse(*_: Any) -> None:
        raise DamagedError

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    # An encoding that is unknown, or none of single bytes, is told by the errors of codecs.
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise DamagedError from error
