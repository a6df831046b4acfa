"""Sentences out of the catalogs, with spans in their places that keep what they rest on."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from data import formats, wording
from data.briefing.content import Span, Target, Text

Piece = str | Span | Text


def said(key: str, lang: str, *, n: int | None = None, of: Target | None = None, **values: Piece) -> Text:
    """Word a key as a text; `n` chooses the plural form and fills `{n}`, which rests on `of`."""
    given: Mapping[str, Piece] = values if n is None else {**values, "n": Span(formats.number(n, lang), of)}
    return tuple(_filled(wording.template(key, lang, n=n), given))


def _filled(template: str, values: Mapping[str, Piece]) -> Iterable[Span]:
    # A value is content: a brace in it opens no place.
    for words, name, _, _ in string.Formatter().parse(template):
        if words:
            yield Span(words)
        if name is not None:
            yield from spans(values[name])


def spans(piece: Piece) -> Text:
    """Take a piece of text for spans."""
    if isinstance(piece, str):
        return (Span(piece),) if piece else ()
    return (piece,) if isinstance(piece, Span) else piece


def joined(pieces: Sequence[Piece], joint: str) -> Text:
    """Put pieces together with the same words in between; empty ones are left out."""
    found: Text = ()
    for text in filter(None, map(spans, pieces)):
        found = (*found, Span(joint), *text) if found and joint else (*found, *text)
    return found


def sentence(text: Text, lang: str) -> Text:
    """Make a sentence of clauses: a capital letter, and a full stop."""
    first, *rest = said("briefing.sentence", lang, text=text)
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)


def running(sentences: Sequence[Piece], lang: str) -> Text:
    """Put sentences together as the language does."""
    return joined(sentences, "" if lang == "zh" else " ")


def listed(pieces: Sequence[Piece], lang: str) -> Text:
    """Put clauses together as the language does: 甲，乙; a, b and c."""
    given = [spans(piece) for piece in pieces if spans(piece)]
    if lang == "zh" or len(given) < 2:
        return joined(given, "，")
    return joined([joined(given[:-1], ", "), given[-1]], " and ")


def before(lang: str, count: int, name: str) -> Text:
    """Say how many there were in the period before; `name` is items or leads."""
    return said(f"briefing.before.{name}", lang, n=count) if count else said("briefing.before.none", lang)
