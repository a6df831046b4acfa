"""The browser's tab: what it is called."""

from __future__ import annotations

import streamlit as st

from components.language import t


def name(title: str) -> None:
    """Name the tab after what it shows, in one line."""
    # A character is drawn by the browser itself; an icon would be fetched from Google.
    st.set_page_config(
        page_title=f"{' '.join(title.split())} · {t('product')}", page_icon="🚩", layout="wide"
    )
