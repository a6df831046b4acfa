"""Check my file: its problems, the dashboard as it would look, and a mapping for headers of its own."""

from __future__ import annotations

import streamlit as st

from components import preview_banner
from components.board import organization_names
from components.intake import contents, menders_table, problem_table, suggested_mapping, upload, verdict
from components.intake.upload import Upload
from components.language import current, t
from components.plain import plain
from data.campaign import Campaign

KEY = "check"
"""Where the session keeps what came of the files; whoever compares them need not hand them over again."""


def show() -> None:
    """Offer to check files, and tell what came of the last ones."""
    st.markdown(t("check.how"))
    checked = upload.ask(KEY)
    if checked is None:
        return
    st.header(t("check.result", name=plain(checked.name)))
    verdict.show(checked.problems, readable=checked.campaign is not None)
    suggested_mapping.offer(checked, KEY)
    if checked.campaign is not None:
        preview_banner.begin_button(checked.name, checked.campaign)
    _details(checked, checked.campaign)


def _details(checked: Upload, campaign: Campaign | None) -> None:
    names = organization_names(campaign, current()) if campaign else {}
    if checked.problems:
        problem_table.show(checked.problems, names, checked.name, linked=False)
        st.header(t("intake.menders"))
        menders_table.show(checked.problems, names)
    if campaign is not None:
        st.header(t("check.contents"))
        contents.show(campaign)
