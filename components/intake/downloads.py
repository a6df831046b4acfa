"""The campaign, or an empty one, as a file to fill in with Excel, WPS or an editor."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from components.board import Board
from components.download import file_button
from components.language import t
from data import template, writers
from data.campaign import Campaign, in_language

# What offices work with comes first.
_FORMS = ("xlsx", "csv", "yaml")
_UNSAFE = re.compile(r'[\\/:*?"<>|\s.]+')
_LONGEST = 60


def show(board: Board) -> None:
    """Offer the campaign that is open, personal data masked, and an empty one in every form."""
    current, empty = st.columns(2, gap="large")
    with current:
        st.header(t("downloads.current"))
        name = file_name(in_language(board.campaign.settings.title, board.lang))
        for form in _FORMS:
            _current(board, form, name)
        st.caption(t("downloads.masked"))
        st.code("python -m data export CAMPAIGN --out campaign.xlsx", language=None, wrap_lines=True)
    with empty:
        st.header(t("downloads.empty"))
        for form in _FORMS:
            make = partial(template.download, form, board.lang)
            name = t("downloads.empty_name") + writers.ENDINGS[form]
            file_button(t(f"downloads.{form}"), make, name, f"downloads.empty.{form}")
        st.caption(t("downloads.empty.about"))


def _current(board: Board, form: str, name: str) -> None:
    refused = writers.refusal(board.campaign, form)
    with st.container(gap="xsmall"):
        file_button(
            t(f"downloads.{form}"),
            partial(_written, board.campaign, form, board.lang),
            name + writers.ENDINGS[form],
            f"downloads.current.{form}",
            disabled=refused is not None,
        )
        st.caption(refused.describe(board.lang) if refused else t(f"downloads.{form}.about"))


def _written(campaign: Campaign, form: str, lang: str) -> bytes:
    return writers.write(campaign, form, lang, masked=True)


def file_name(title: str) -> str:
    """Name a file after a title, with what every system allows."""
    return _UNSAFE.sub("-", title)[:_LONGEST].strip("-") or "campaign"
