"""Downloads: a table as CSV that Excel opens as it is, and that runs nothing there."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.language import t
from data import exports


def csv_button(table: Callable[[], pd.DataFrame], name: str, key: str) -> None:
    """Offer a table as CSV; it is made only when somebody asks for it."""
    st.download_button(
        t("download.csv"),
        lambda: exports.to_csv(table()),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )
