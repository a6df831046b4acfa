"""A first mapping for a table whose headers are its own: to try at once, and to download and improve."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.download import file_button
from components.intake import upload
from components.intake.upload import Upload
from components.language import current, t
from components.plain import plain
from data import suggestion
from data.problems import Unreadable
from data.readers.files import MAPPING_ENDING, TABLE_ENDINGS, mapping_of

_FEW = 3
"""Columns that nobody knows are no reason as long as there are so few of them."""


def offer(checked: Upload, key: str) -> None:
    """Offer a mapping for a single table that was hardly understood; `key` is that of the upload."""
    if not _is_foreign(checked):
        return
    ((name, content),) = checked.contents.items()
    try:
        text = suggestion.suggest_content(name, content, current())
    except Unreadable:
        return
    mapping = mapping_of(name)
    st.info(t("mapping.why", table=plain(name), mapping=plain(mapping)), icon=":material/lightbulb:")
    st.code(text, language="yaml", wrap_lines=True)
    with st.container(horizontal=True, key="mapping-csv"):
        both = {name: content, mapping: text.encode()}
        st.button(
            t("mapping.try"),
            key="mapping.try",
            icon=":material/play_arrow:",
            type="primary",
            on_click=partial(upload.read, key, both),
        )
        file_button(t("mapping.download"), text.encode, mapping, "mapping.download")


def _is_foreign(checked: Upload) -> bool:
    """Tell whether a single table lies there without a mapping, and many of its headers are unknown."""
    names = list(checked.contents)
    if len(names) != 1 or names[0].endswith(MAPPING_ENDING) or not names[0].lower().endswith(TABLE_ENDINGS):
        return False
    codes = [problem.code for problem in checked.problems]
    return "missing_column" in codes or codes.count("unknown_column") > _FEW
