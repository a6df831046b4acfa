"""Downloads, made once somebody asks for them; tables as CSV that Excel opens and that runs nothing there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import streamlit as st

from components import language
from components.language import t
from components.server import audit
from components.sign_in import admission
from data import exports

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_mount = st.components.v2.component("take", js=_SCRIPT)


def csv_button(table: Callable[[], pd.DataFrame], name: str, key: str) -> None:
    """Offer a table as CSV."""
    file_button(t("download.csv"), lambda: exports.to_csv(table()), f"{name}.csv", key)


def file_button(
    label: str, make: Callable[[], bytes], name: str, key: str, *, disabled: bool = False
) -> None:
    """Offer a file under its name."""
    lang, account, admitted = language.current(), audit.account(), admission.current()

    def made() -> bytes:
        admitted.require()
        # Made outside of the run, and so of the session that knows the language.
        with language.speaking(lang):
            content = make()
        audit.downloaded(account, name)
        return content

    st.download_button(
        label,
        made,
        file_name=name,
        key=key,
        icon=":material/download:",
        on_click="ignore",
        disabled=disabled,
    )


def take(key: str) -> None:
    """Take the file that a button offers, without another press; drawn in the run that draws the button."""
    _mount(key=f"take.{key}", data={"key": key, "moment": time.monotonic_ns()}, height=0)
