"""Texts of a briefing as runs: content only, figures and names with links to what they rest on."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from data.briefing.content import Briefing, Text
from data.documents.word.markup import element, run
from data.lights import marks

LINK = "1F3F77"


def write(
    paragraph: Paragraph, briefing: Briefing, text: Text, *, marked: bool = False, bold: bool = False
) -> None:
    """Write a text; `marked` puts the shape of a light before its word, where the word stands alone."""
    for span in text:
        shown = span.light if marked else None
        looks = [element("b")] if bold else []
        if shown:
            looks.append(element("color", val=marks.INKS[shown][1:]))
        made = run(f"{marks.SHAPES[shown]} {span.text}" if shown else span.text, *looks)
        paragraph._p.append(made)
        if address := briefing.link(span):
            # Most figures of a briefing are links; coloured ones would make a motley page.
            _link(paragraph, made, address)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a heading, so that links lead to it."""
    paragraph._p.insert(1, element("bookmarkStart", id=number, name=name))
    paragraph._p.append(element("bookmarkEnd", id=number))


def hyperlink(paragraph: Paragraph, words: str, address: str) -> None:
    """Write words that open an address."""
    made = run(words, element("color", val=LINK))
    paragraph._p.append(made)
    _link(paragraph, made, address)


def _link(paragraph: Paragraph, linked: Any, address: str) -> None:
    """Put a run into a link; `#name` leads to a bookmark of the same document."""
    link = element("hyperlink", history=1)
    if address.startswith("#"):
        link.set(qn("w:anchor"), address[1:])
    else:
        link.set(qn("r:id"), _relation(paragraph, address))
    linked.addprevious(link)
    link.append(linked)


def _relation(paragraph: Paragraph, address: str) -> str:
    """Add a relation to an address; python-docx would compare it with every other one."""
    relations = paragraph.part.rels
    name = f"link{len(relations)}"
    relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
    return name
