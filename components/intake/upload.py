"""Files handed over: read in memory once, and what came of them kept in this session alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.language import t
from components.plain import plain
from data import reading
from data.campaign import Campaign
from data.problems import Problem

LARGEST = 64
"""Megabytes a single file may have."""


@dataclass(frozen=True)
class Upload:
    """Files with what came of reading them: a campaign, or none if nothing of them can be shown."""

    contents: Mapping[str, bytes]
    campaign: Campaign | None
    problems: Sequence[Problem]

    @property
    def name(self) -> str:
        """Name all files."""
        return ", ".join(self.contents)


def ask(key: str) -> Upload | None:
    """Draw the place to hand files over, and return what came of the last ones."""
    given = st.file_uploader(
        t("upload.files"),
        # All kinds are taken: of those that cannot be read, our own words say what to do, in either language.
        accept_multiple_files=True,
        max_upload_size=LARGEST,
        key=f"{key}.files",
        help=t("upload.help", size=LARGEST),
        on_change=_forget,
        args=(key,),
    )
    if given and key not in st.session_state:
        contents = {file.name: file.getvalue() for file in given}
        with st.spinner(t("upload.reading", name=plain(", ".join(contents))), show_time=True):
            read(key, contents)
    found: Upload | None = st.session_state.get(key)
    return found


def read(key: str, contents: Mapping[str, bytes]) -> None:
    """Read files and keep what comes of them under a key."""
    try:
        campaign = reading.read_contents(contents)
    except reading.Unreadable as unreadable:
        st.session_state[key] = Upload(contents, None, unreadable.problems)
    else:
        st.session_state[key] = Upload(contents, campaign, campaign.problems)


def _forget(key: str) -> None:
    st.session_state.pop(key, None)
