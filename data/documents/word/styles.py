"""The styles of a document: real headings, captions and small print, in the typefaces of official papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from data.documents import typefaces
from data.documents.typefaces import BODY, FIGURES, HEADING, SECOND, TITLE
from data.documents.word.markup import element, replace

TEXT, NOTE, CELL, PICTURE, MASTHEAD, ABOUT = (
    "Briefing Text",
    "Briefing Note",
    "Briefing Cell",
    "Briefing Picture",
    "Briefing Masthead",
    "Briefing About",
)
RED = RGBColor(0xC8, 0x10, 0x2E)
_LINE = 28.95


@dataclass(frozen=True, slots=True)
class _Look:
    """How the paragraphs of a style look; a line is in points, 0 is as high as what stands on it."""

    role: str
    size: float
    line: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    indent: int = 0
    """Of the first line, in hundredths of a character."""
    align: WD_ALIGN_PARAGRAPH | None = None
    with_next: bool = False
    red: bool = False
    narrower: int = 0
    """Twips by which each character is: 28 of 16 points, 0.25 points narrower, fill 156 mm."""


_LEFT, _CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_CHINESE: Mapping[str, _Look] = {
    "Normal": _Look(BODY, 16, _LINE, align=_BOTH),
    TEXT: _Look(BODY, 16, _LINE, indent=200, align=_BOTH, narrower=5),
    "Title": _Look(TITLE, 22, 35, before=_LINE, after=8, align=_CENTRE, with_next=True),
    "Heading 1": _Look(HEADING, 16, _LINE, indent=200, align=_BOTH, with_next=True, narrower=5),
    "Heading 2": _Look(SECOND, 16, _LINE, indent=200, align=_BOTH, with_next=True, narrower=5),
    "Heading 3": _Look(BODY, 16, _LINE, indent=200, align=_BOTH, bold=True, with_next=True, narrower=5),
    "Caption": _Look(HEADING, 12, 20, before=6, after=4, align=_CENTRE),
    NOTE: _Look(BODY, 12, 20, after=6, align=_LEFT),
    CELL: _Look(BODY, 10.5, align=_LEFT),
    PICTURE: _Look(BODY, 10.5, before=6, align=_CENTRE, with_next=True),
    MASTHEAD: _Look(TITLE, 48, before=20, after=16, align=_CENTRE, red=True),
    ABOUT: _Look(SECOND, 16, _LINE, align=_CENTRE),
}
_ENGLISH: Mapping[str, _Look] = {
    "Normal": _Look(BODY, 11, 15.5, after=6, align=_LEFT),
    TEXT: _Look(BODY, 11, 15.5, after=6, align=_LEFT),
    "Title": _Look(TITLE, 20, 26, before=14, after=6, bold=True, align=_LEFT, with_next=True),
    "Heading 1": _Look(HEADING, 14, 20, before=14, after=6, bold=True, align=_LEFT, with_next=True),
    "Heading 2": _Look(SECOND, 12, 17, before=8, after=4, bold=True, align=_LEFT, with_next=True),
    "Heading 3": _Look(BODY, 11, 15.5, before=6, after=4, bold=True, align=_LEFT, with_next=True),
    "Caption": _Look(HEADING, 10, 14, before=8, after=4, bold=True, align=_LEFT),
    NOTE: _Look(BODY, 9, 13, after=8, align=_LEFT),
    CELL: _Look(BODY, 9, align=_LEFT),
    PICTURE: _Look(BODY, 9, before=6, align=_LEFT, with_next=True),
    MASTHEAD: _Look(TITLE, 26, before=0, after=6, bold=True, align=_LEFT, red=True),
    ABOUT: _Look(BODY, 11, 15.5, align=_LEFT),
}


def set_up(document: Document, lang: str) -> None:
    """Give a document its styles."""
    _set_defaults(document, lang)
    for name, look in (_CHINESE if lang == "zh" else _ENGLISH).items():
        _apply(_named(document, name), look, lang)
    # What a picture or a table stands on, Word must not take for running text of its own theme.
    for part in document.part.package.iter_parts():
        if part.partname.endswith("fontTable.xml"):
            part._blob = _font_table(lang)


def add_missing(document: Document, lang: str) -> None:
    """Give a template the styles it lacks; those it has stay as the office made them."""
    present = {style.name for style in document.styles}
    for name, look in (_CHINESE if lang == "zh" else _ENGLISH).items():
        if name not in present:
            _apply(_named(document, name), look, lang)


def set_fonts(properties: Any, east: str, lang: str) -> None:
    """Name the typefaces of a run or a style: one for Chinese, one for letters and figures."""
    latin = typefaces.of(lang)[FIGURES].name
    fonts = element("rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin)
    old = properties.find(qn("w:rFonts"))
    if old is not None:
        properties.remove(old)
    # A style named in a run must come before its typefaces.
    properties.insert(1 if properties.find(qn("w:rStyle")) is not None else 0, fonts)


def _named(document: Document, name: str) -> ParagraphStyle:
    found = next((style for style in document.styles if style.name == name), None)
    if isinstance(found, ParagraphStyle):
        return found
    made: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _apply(style: ParagraphStyle, look: _Look, lang: str) -> None:
    set_fonts(style._element.get_or_add_rPr(), typefaces.of(lang)[look.role].name, lang)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RED if look.red else RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.alignment, form.keep_with_next, form.widow_control = look.align, look.with_next, True
    if look.line:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    else:
        form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    properties = style._element.get_or_add_pPr()
    if look.narrower:
        _insert(style._element.get_or_add_rPr(), element("spacing", val=-look.narrower), "sz")
    if look.line != _LINE:
        # What is set smaller than the lines of the page stands closer than these.
        _insert(properties, element("snapToGrid", val=0), "spacing")
    for tag in ("w:pBdr", "w:numPr", "w:contextualSpacing"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    if look.indent:
        form.first_line_indent = Pt(look.size * look.indent / 100)
        properties.find(qn("w:ind")).set(qn("w:firstLineChars"), str(look.indent))


def _insert(properties: Any, child: Any, before: str) -> None:
    """Put a property before another one: their order is fixed."""
    old = properties.find(child.tag)
    if old is not None:
        properties.remove(old)
    follower = properties.find(qn(f"w:{before}"))
    if follower is None:
        properties.append(child)
    else:
        follower.addprevious(child)


def _set_defaults(document: Document, lang: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    set_fonts(properties, typefaces.of(lang)[BODY].name, lang)
    replace(properties, element("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA"))
    spacing = defaults.find(qn("w:pPrDefault")).find(qn("w:pPr"))
    replace(spacing, element("spacing", after=0, line=240, lineRule="auto"))
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _font_table(lang: str) -> bytes:
    """List the typefaces, each with those that may stand in for it."""
    faces = {face.name: face for face in typefaces.of(lang).values()}
    rows = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{",".join(face.others)}"/></w:font>'
        for face in faces.values()
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:fonts xmlns:w="{space}">{rows}</w:fonts>'.encode()
