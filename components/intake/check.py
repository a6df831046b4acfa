"""Check my file: read in memory for this session alone, its problems, and the dashboard as it would look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components import preview_banner
from components.board import organization_names
from components.intake import contents, menders_table, problem_table, verdict
from components.language import current, t
from components.plain import plain
from data import reading
from data.campaign import Campaign
from data.problems import Problem

LARGEST = 64
"""Megabytes a single file may have."""
_KEY, _FILES = "check", "check.files"


@dataclass(frozen=True)
class Checked:
    """What came of reading uploaded files: a campaign, or none if nothing of them can be shown."""

    name: str
    campaign: Campaign | None
    problems: Sequence[Problem]


def show() -> None:
    """Offer to check files, and tell what came of the last ones."""
    st.markdown(t("check.how"))
    uploaded = st.file_uploader(
        t("check.files"),
        # All kinds are taken: of those that cannot be read, our own words say what to do, in either language.
        accept_multiple_files=True,
        max_upload_size=LARGEST,
        key=_FILES,
        help=t("check.files_help", size=LARGEST),
        on_change=_forget,
    )
    if uploaded and _KEY not in st.session_state:
        names = plain(_names(uploaded))
        with st.spinner(t("check.reading", name=names), show_time=True):
            st.session_state[_KEY] = _read(uploaded)
    checked: Checked | None = st.session_state.get(_KEY)
    if checked is not None:
        _tell(checked)


def _forget() -> None:
    st.session_state.pop(_KEY, None)


def _names(uploaded: Sequence[UploadedFile]) -> str:
    return ", ".join(file.name for file in uploaded)


def _read(uploaded: Sequence[UploadedFile]) -> Checked:
    name = _names(uploaded)
    try:
        campaign = reading.read_contents({file.name: file.getvalue() for file in uploaded})
    except reading.Unreadable as unreadable:
        return Checked(name, None, unreadable.problems)
    return Checked(name, campaign, campaign.problems)


def _tell(checked: Checked) -> None:
    campaign = checked.campaign
    st.header(t("check.result", name=plain(checked.name)))
    if campaign is None:
        st.error(t("check.unreadable"), icon=":material/error:")
    verdict.show(checked.problems)
    if campaign is not None:
        preview_banner.begin_button(checked.name, campaign)
    names = organization_names(campaign, current()) if campaign else {}
    if checked.problems:
        problem_table.show(checked.problems, names, checked.name, linked=False)
        st.header(t("intake.menders"))
        menders_table.show(checked.problems, names)
    if campaign is not None:
        st.header(t("check.contents"))
        contents.show(campaign)
