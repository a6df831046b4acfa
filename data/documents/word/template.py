"""A DOCX template of the office, filled in: only the blanks listed here, in a sandbox that runs nothing else.

A template is a DOCX file of the office with these words in double braces, in its text, headers and footers:

- `{{ masthead }}` the name of the paper, `{{ title }}` the campaign, `{{ issuer }}` who issues it
- `{{ period }}` what it reports on, `{{ day }}` the day its figures speak for, `{{ scope }}` its filters
- `{{ source }}` and `{{ simulated }}` where the data come from, and whether they are made up
- `{{ body }}`, in a paragraph of its own: all sections, in the styles the template gives to `Heading 1`,
  `Heading 2`, `Caption` and, where it has them, `Briefing Text`, `Briefing Note` and `Briefing Cell`

`{% if simulated %}...{% endif %}` shows something only where a blank is filled.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from jinja2.environment import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from data.briefing.content import Briefing
from data.briefing.office import DocumentError
from data.documents.word import blocks, styles
from data.documents.word.markup import clean
from data.problems import Unreadable
from data.readers.archives import Archive

BLANKS = ("masthead", "title", "issuer", "period", "day", "scope", "source", "simulated", "body")
LARGEST = 5_000_000
"""Bytes of a template."""
_LARGEST_UNPACKED = 20_000_000
# Stands where the body goes until it is written; no template says it by chance.
_MARK = "\u2063briefing body\u2063"
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Compiles blanks and conditions alone: no attributes, no calls, no loops, nothing from elsewhere."""

    def from_string(self, source: str | nodes.Template, *args: object, **kwargs: object) -> Template:
        for found in _nodes(self.parse(source) if isinstance(source, str) else source):
            if not isinstance(found, _ALLOWED):
                raise DocumentError("template.forbidden", found=type(found).__name__)
            if isinstance(found, nodes.Name) and found.name not in BLANKS:
                raise DocumentError("template.unknown", found=found.name[:80], blanks="、".join(BLANKS))
        return super().from_string(source, *args, **kwargs)  # type: ignore[arg-type]


def fill(template: bytes, briefing: Briefing) -> bytes:
    """Fill in a template. Raises DocumentError."""
    from data.documents.word.briefing import saved

    _check(template)
    document = _rendered(template, briefing)
    places = [paragraph for paragraph in document.paragraphs if _MARK in paragraph.text]
    if not places:
        raise DocumentError("template.no_body")
    styles.add_missing(document, briefing.lang)
    _write_body(document, briefing, places[0]._p)
    return saved(document, f"{briefing.masthead} {briefing.title}", briefing.issuer, briefing.day)


def _check(template: bytes) -> None:
    """Refuse what is no plain DOCX file of a sensible size."""
    if len(template) > LARGEST:
        raise DocumentError("template.too_large", limit=f"{LARGEST // 1_000_000}")
    try:
        names = Archive("template.docx", template).names
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            unpacked = sum(entry.file_size for entry in parts.infolist())
            if unpacked > _LARGEST_UNPACKED:
                raise DocumentError("template.too_large", limit=f"{LARGEST // 1_000_000}")
            # Parts of a document declare no types and entities of their own.
            declaring = any(b"<!" in parts.read(name) for name in names if name.endswith((".xml", ".rels")))
    except (Unreadable, zipfile.BadZipFile) as error:
        raise DocumentError("template.unreadable") from error
    if "word/document.xml" not in names or declaring or any("vbaproject" in name.lower() for name in names):
        raise DocumentError("template.unreadable")


def _rendered(template: bytes, briefing: Briefing) -> Document:
    given = {
        "masthead": briefing.masthead,
        "title": briefing.title,
        "issuer": briefing.issuer,
        "period": briefing.period_text,
        "day": briefing.day_text,
        "scope": briefing.scope_text,
        "source": briefing.source_text,
        "simulated": briefing.simulated,
    }
    made = io.BytesIO()
    try:
        opened = DocxTemplate(io.BytesIO(template))
        values = {name: clean(text) for name, text in given.items()}
        opened.render({**values, "body": _MARK}, _Sandbox(autoescape=True), autoescape=True)
        opened.save(made)
    except TemplateError as error:
        raise DocumentError("template.syntax", found=str(error)[:200]) from error
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise DocumentError("template.unreadable") from error
    return docx.Document(made)


def _write_body(document: Document, briefing: Briefing, place: object) -> None:
    """Write the sections at the end of the document, and move them to where the template wants them."""
    body = document.element.body
    last = [child for child in body if child.tag != qn("w:sectPr")][-1]
    blocks.write(document, briefing, blocks.draw(briefing))
    written = list(last.itersiblings())
    for child in written:
        if child.tag != qn("w:sectPr"):
            place.addprevious(child)  # type: ignore[attr-defined]
    place.getparent().remove(place)  # type: ignore[attr-defined]


def _nodes(template: nodes.Template) -> Iterator[nodes.Node]:
    yield template
    yield from template.find_all(nodes.Node)
