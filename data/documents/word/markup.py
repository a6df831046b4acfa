"""Elements of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import functools
import re
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

# XML has no place for them, not even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_LINE_END = re.compile("\r\n?|\n")
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


def clean(text: str) -> str:
    """Replace what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


@functools.cache
def _named(name: str) -> str:
    return qn(f"w:{name}")


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """Make an element `w:tag` with attributes `w:name`."""
    given = {_named(name): str(value) for name, value in attributes.items()}
    made = oxml_parser.makeelement(_named(tag), given, {"w": nsmap["w"]})
    made.extend(children)
    return made


def run(words: str, *looks: Any) -> Any:
    """Make a run of words with its looks; python-docx writes it letter by letter."""
    made = element("r", element("rPr", *looks)) if looks else element("r")
    for number, line in enumerate(_LINE_END.split(clean(words))):
        if number:
            made.append(element("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            if piece:
                text = element("t")
                text.text = piece
                if piece != piece.strip():
                    text.set(_PRESERVED, "preserve")
                made.append(text)
    return made


def replace(parent: Any, child: Any) -> None:
    """Put a child in place of the one of its tag, or last."""
    old = parent.find(child.tag)
    if old is None:
        parent.append(child)
    else:
        parent.replace(old, child)


def field(instruction: str, shown: str) -> list[Any]:
    """Make the parts of a run that is a field: what it computes, and what it shows until it has."""
    text = element("t")
    text.text = shown
    code = element("instrText")
    code.text = f" {instruction} "
    return [
        element("fldChar", fldCharType="begin"),
        code,
        element("fldChar", fldCharType="separate"),
        text,
        element("fldChar", fldCharType="end"),
    ]
