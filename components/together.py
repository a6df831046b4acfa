"""Texts and what stands between them, below each other: texts that follow each other are one element.

Elements are what a rerun costs, whatever is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from components import markdown

Part = str | Callable[[], object]
"""A text (Markdown), or what draws something else."""


def show(parts: Iterable[Part]) -> None:
    """Draw texts, and what else there is where it stands among them; empty texts are left out."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        else:
            _show(texts)
            texts.clear()
            part()
    _show(texts)


def _show(texts: Iterable[str]) -> None:
    if text := markdown.below(*texts):
        st.markdown(text)
