"""Elements of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# XML has no place for them, not even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Replace what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """Make an element `w:tag` with attributes `w:name`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
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
