"""How headings within sections and entries of lists are numbered and put together on paper."""

from __future__ import annotations

import string

from data import wording
from data.briefing import numerals
from data.briefing.content import Entry, Span, Text, plain_text

_ENDS = ("。", "！", "？", ".", "!", "?", "…")


def subheading(number: int, heading: str, lang: str) -> str:
    """Write the number of a heading within a section before it: （一） in Chinese, (a) in English."""
    counted = numerals.chinese(number) if lang == "zh" else string.ascii_lowercase[(number - 1) % 26]
    return wording.text("documents.second", lang, number=counted, heading=heading)


def line(number: int, entry: Entry, lang: str) -> tuple[Text, Text]:
    """Write an entry as one paragraph: its number and what it is, and the details that follow."""
    between = Span("" if lang == "zh" else " ")
    rest = tuple(span for detail in entry.details for span in (between, *_closed(detail, lang)))
    return (Span(f"{number}. "), *_closed(entry.text, lang)), rest


def _closed(words: Text, lang: str) -> Text:
    """End a statement with a full stop, unless it ends with one, within quotation marks or not."""
    ended = plain_text(words).rstrip("”’\"'）)").endswith(_ENDS)
    return words if ended else (*words, Span(wording.text("documents.stop", lang)))
