"""Cards: a list in one text, which the style sheet lays out as a grid: one element, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from components import folds, language, markdown
from components.language import t
from components.plain import plain

_MEANINGS = "meanings"


def figure(name: str, value: str, *below: str) -> str:
    """Write a card of a figure: its name, the figure in large type, and lines below; all of it Markdown."""
    return "\n\n".join([name, f"***{value}***", markdown.lines(*below)])


def change(gained: float, *, good: bool, since: str) -> str:
    """Say how far a figure moved, by sign, arrow and colour, as Markdown."""
    if not gained:
        return f":gray-badge[± 0] {markdown.small(since)}"
    arrow, sign = ("↑", "+") if gained > 0 else ("↓", "")
    moved = plain(f"{arrow} {sign}{language.number(gained)}")
    return f":{'green' if good else 'red'}-badge[{moved}] {markdown.small(since)}"


def listing(head: str, entries: Iterable[str]) -> str:
    """Write a card of a heading and entries, each of which may have several lines; all of it Markdown."""
    return f"{head}\n{listed(entries)}"


def explained(said: Iterable[str], meanings: Callable[[], str]) -> str:
    """Write what is said below figures, a line each, and what the figures mean once a reader asks for it."""
    link = folds.link(_MEANINGS, t("figures.meanings"), t("figures.meanings_hide"), icon=":material/help:")
    meant = meanings() if folds.is_open(_MEANINGS) else ""
    return markdown.below(markdown.lines(*map(markdown.small, said), link), meant)


def laid(texts: Iterable[str]) -> str:
    """Lay out cards side by side, as Markdown; no other list is numbered from 0."""
    return _list("0. ", texts)


def listed(texts: Iterable[str]) -> str:
    """Write a list of entries, each of which may have several lines; all of it Markdown."""
    return _list("- ", texts)


def _list(mark: str, texts: Iterable[str]) -> str:
    # Whatever belongs to an entry of a list is indented as far as its first line.
    indented = "\n" + " " * len(mark)
    return "\n".join(mark + text.replace("\n", indented) for text in texts)
