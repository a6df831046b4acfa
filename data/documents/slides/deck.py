"""The deck: a title slide, then a slide for each idea, with source, day and number at its foot."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as NativeSlide
from pptx.text.text import TextFrame
from pptx.util import Pt

from data.briefing.content import (
    Block,
    Briefing,
    Chart,
    Listing,
    Section,
    Subheading,
    Table,
    Text,
    plain_text,
)
from data.documents import entries, packages
from data.documents.slides import charts, fitting, tables, words
from data.documents.word.markup import clean

_WIDE, _HIGH, _SIDE = 960.0, 540.0, 44.5
"""Points: sixteen to nine, and the room at both sides."""
_TOP, _BODY, _FOOT = 28.0, 136.0, 506.0
_TITLE_ONLY = 5
_FONTS = {"zh": "微软雅黑", "en": "Arial"}


def write(briefing: Briefing) -> bytes:
    """Write a briefing as slides."""
    deck: Deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(_WIDE), Pt(_HIGH)
    _set_fonts(deck, briefing.lang)
    _title(deck, briefing)
    for number, slide in enumerate(_numbered(briefing), 2):
        _slide(deck, briefing, slide, number)
    return _saved(deck, briefing)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A slide that fits, with the heading of its part; the one that opens a part says its idea."""

    heading: str
    idea: Text
    block: Block | None
    opens: bool


def _numbered(briefing: Briefing) -> Iterator[_Numbered]:
    """Cut the sections, annexes and small print left out, into slides on which each part fits."""
    for section in briefing.sections:
        if section.annex:
            continue
        parts = list(_parts(section, briefing.lang))
        for place, (under, block) in enumerate(parts, 1):
            several = f" {place}/{len(parts)}" if len(parts) > 1 else ""
            opens = place == 1
            yield _Numbered(section.heading + several, section.idea if opens else under, block, opens)


def _parts(section: Section, lang: str) -> Iterator[tuple[Text, Block | None]]:
    """Cut a section into what fits on a slide each, with the heading that it stands below."""
    under, shown = section.idea, False
    for block in section.blocks:
        if isinstance(block, Subheading):
            under = block.text
        elif isinstance(block, Chart | Listing | Table):
            shown = True
            yield from ((under, part) for part in fitting.split(block, lang))
    if not shown:
        yield under, None


def _slide(deck: Deck, briefing: Briefing, slide: _Numbered, number: int) -> None:
    native = _added(deck)
    part = words.box(native, _SIDE, _TOP - 6, fitting.WIDTH, 22)
    words.write(words.paragraph(part), slide.heading, 16, colour=words.RED, bold=True)
    idea, block = plain_text(slide.idea), slide.block
    if block is None:
        into = _placed(native, _SIDE, 150, fitting.WIDTH, 300)
        words.write(words.paragraph(into), idea, fitting.title_size(idea, (40, 36, 32, 28, 24), 5), bold=True)
    else:
        title = block.caption if isinstance(block, Chart | Table) and not slide.opens else idea
        into = _placed(native, _SIDE, _TOP + 22, fitting.WIDTH, 80)
        words.write(words.paragraph(into), title, fitting.title_size(title), bold=True)
        _body(native, briefing, block, title)
    _foot(native, briefing, number)


def _body(native: NativeSlide, briefing: Briefing, block: Block, title: str) -> None:
    top = _BODY
    if isinstance(block, Chart | Table):
        if block.caption == title:
            top -= 26
        else:
            caption = words.box(native, _SIDE, top, fitting.WIDTH, 22)
            words.write(words.paragraph(caption), block.caption, 16, colour=words.FAINT, bold=True)
            top += 26
    if isinstance(block, Chart):
        room = (Pt(_SIDE), Pt(top), Pt(fitting.WIDTH), Pt(_FOOT - top - 8))
        charts.add(native, block, briefing.lang, *room)
    elif isinstance(block, Table):
        tables.add(native, block, briefing.lang, _SIDE, top)
    elif isinstance(block, Listing):
        _list(native, briefing, block)


def _list(native: NativeSlide, briefing: Briefing, listing: Listing) -> None:
    head, detail = fitting.sizes(listing, briefing.lang)
    into = words.box(native, _SIDE, _BODY, fitting.WIDTH, _FOOT - _BODY - 8)
    for number, entry in enumerate(listing.entries, listing.first):
        named, rest = entries.line(number, entry, briefing.lang)
        words.write_text(words.paragraph(into, after=0 if rest else 8), briefing, named, head, bold=True)
        if rest:
            words.write(words.paragraph(into, after=8), plain_text(rest).strip(), detail)


def _title(deck: Deck, briefing: Briefing) -> None:
    native = _added(deck)
    top = words.box(native, _SIDE, 96, fitting.WIDTH, 60)
    words.write(words.paragraph(top, centred=True), briefing.masthead, 40, colour=words.RED, bold=True)
    into = _placed(native, _SIDE, 190, fitting.WIDTH, 120)
    size = fitting.title_size(briefing.title, (44, 40, 36, 32, 28))
    words.write(words.paragraph(into, centred=True), briefing.title, size, bold=True)
    about = words.box(native, _SIDE, 320, fitting.WIDTH, 130)
    for line in (briefing.period_text, briefing.scope_text, briefing.issuer):
        if line:
            words.write(words.paragraph(about, after=6, centred=True), line, 20, colour=words.FAINT)
    _foot(native, briefing, 1)


def _foot(native: NativeSlide, briefing: Briefing, number: int) -> None:
    """Name source and day, and say that data are made up, on every slide: any of them may be shown alone."""
    said = " · ".join(part for part in (briefing.day_text, briefing.source_text, briefing.simulated) if part)
    foot = words.box(native, _SIDE, _FOOT, fitting.WIDTH - 50, 30)
    words.write(words.paragraph(foot), said, fitting.title_size(said, (12, 11, 10)), colour=words.FAINT)
    page = words.box(native, _WIDE - _SIDE - 40, _FOOT, 40, 20)
    words.write(words.paragraph(page, centred=True), str(number), 12, colour=words.FAINT)


def _added(deck: Deck) -> NativeSlide:
    added: NativeSlide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    return added


def _placed(native: NativeSlide, left: float, top: float, width: float, height: float) -> TextFrame:
    """Place the title of a slide, by which outlines and screen readers know it."""
    title = native.shapes.title
    assert title is not None
    title.left, title.top, title.width, title.height = Pt(left), Pt(top), Pt(width), Pt(height)
    return words.frame(title.text_frame)


def _set_fonts(deck: Deck, lang: str) -> None:
    """Set typefaces and the colour of links in the theme: charts and what is added later have them too."""
    latin = _FONTS["en"]
    for part in deck.part.package.iter_parts():
        if "/theme/" in str(part.partname):
            theme = part.blob.decode("utf-8")
            theme = theme.replace('<a:srgbClr val="0000FF"/>', '<a:srgbClr val="1F3F77"/>')
            theme = theme.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{latin}"/>')
            part._blob = theme.replace('<a:ea typeface=""/>', f'<a:ea typeface="{_FONTS["zh"]}"/>').encode()


def _saved(deck: Deck, briefing: Briefing) -> bytes:
    about = deck.core_properties
    about.title, about.author = (
        clean(f"{briefing.masthead} {briefing.title}")[:255],
        clean(briefing.issuer)[:255],
    )
    about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = dt.datetime(briefing.day.year, briefing.day.month, briefing.day.day)
    made = io.BytesIO()
    deck.save(made)
    return packages.packed(made.getvalue(), briefing.day)
