"""The campaign, or an empty one, as a file to fill in with Excel, WPS or an editor."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from components.board import Board
from components.download import file_button
from components.language import t
from data import writers
from data.campaign import Campaign, in_language
from data.writers import ENDINGS

_UNSAFE = re.compile(r'[\\/:*?"<>|\s.]+')
_LONGEST = 60


def show(board: Board) -> None:
    """Offer the campaign that is open in every form, personal data masked."""
    st.markdown(t("downloads.masked"))
    st.code("python -m data export CAMPAIGN --format xlsx", language=None)
    st.header(t("downloads.current"))
    name = _file_name(in_language(board.campaign.settings.title, board.lang))
    # What offices work with comes first.
    for form, ending in reversed(list(ENDINGS.items())):
        refused = writers.refusal(board.campaign, form)
        with st.container(gap="xsmall"):
            file_button(
                t(f"downloads.{form}"),
                partial(_written, board.campaign, form, board.lang),
                name + ending,
                f"downloads.{form}",
                disabled=refused is not None,
            )
            st.caption(refused.describe(board.lang) if refused else t(f"downloads.{form}.about"))


def _written(campaign: Campaign, form: str, lang: str) -> bytes:
    return writers.write(campaign, form, lang, masked=True)


def _file_name(title: str) -> str:
    """Name a file after a title, with what every system allows."""
    return _UNSAFE.sub("-", title).strip("-")[:_LONGEST] or "campaign"
