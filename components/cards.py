"""Cards: a list in one text, of which the style sheet makes a grid. One element, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from components import language, markdown
from components.plain import plain


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


def show(texts: Sequence[str], key: str, *, heading: str = "") -> None:
    """Draw cards side by side, below a heading (Markdown with its `#`)."""
    with st.container(key=f"cards-{key}"):
        st.markdown(f"{heading}\n\n{listed(texts)}")


def listed(texts: Iterable[str]) -> str:
    """Write a list of entries, each of which may have several lines; all of it Markdown."""
    return "\n".join(map(_entry, texts))


def _entry(text: str) -> str:
    # Whatever belongs to an entry of a list is indented as far as its first line.
    return "- " + text.replace("\n", "\n  ")
