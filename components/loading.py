"""What a reader sees while a campaign is opened for the first time: which one, and that it takes a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from components import campaigns, language, tab
from components.language import t
from components.plain import plain


@contextmanager
def opening(path: Path, name: str) -> Iterator[None]:
    """Show a message and the outline of a page for as long as the block runs, if that is not at once."""
    if campaigns.opened(path):
        yield
        return
    title = campaigns.titled({name: path}, language.current())[name]
    tab.name(title)
    with st.spinner(plain(t("loading.campaign", title=title))), st.skeleton(height=480):
        yield
