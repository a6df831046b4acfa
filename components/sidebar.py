"""The sidebar: which campaign this is, in which language and for which day it speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from components import address, campaigns, filter_bar, language
from components.board import Board
from components.language import t
from components.plain import plain
from data.campaign import in_language

_NAMES = {"zh": "中文", "en": "English"}


def show_brand(board: Board | None = None) -> None:
    """Name the product and the campaign."""
    st.caption(t("product"))
    if board is not None:
        title = in_language(board.campaign.settings.title, board.lang)
        st.markdown(f"**{plain(title)}**")


def _language_changed(key: str) -> None:
    filter_bar.apply(lang=st.session_state[key])


def _day_changed(key: str, latest: dt.date) -> None:
    day = st.session_state[key]
    as_of = "" if day in (None, latest) else day.isoformat()
    filter_bar.apply(as_of=as_of)


def _campaign_changed(key: str, first: str) -> None:
    # Filters and items are ids of the campaign that is left; they mean nothing in another.
    name = st.session_state[key]
    address.write({"lang": language.current(), "campaign": "" if name == first else name})


def show_controls(names: Mapping[str, Path], name: str, day: dt.date | None, latest: dt.date | None) -> None:
    """Draw the choices of language, campaign and as-of date."""
    lang = language.current()
    if len(names) > 1:
        key = f"campaign.{lang}"
        filter_bar.seed(key, name)
        titles = campaigns.titled(names, lang)
        st.selectbox(
            t("sidebar.campaign"),
            list(names),
            format_func=lambda name: titles.get(name, name),
            key=key,
            on_change=_campaign_changed,
            args=(key, next(iter(names))),
        )
    if day is not None and latest is not None:
        key = f"as_of.{lang}"
        filter_bar.seed(key, day)
        st.date_input(
            t("sidebar.as_of"),
            key=key,
            format="YYYY-MM-DD",
            min_value=address.FIRST_DAY,
            max_value=latest,
            help=t("sidebar.as_of_help"),
            on_change=_day_changed,
            args=(key, latest),
        )
    key = f"language.{lang}"
    filter_bar.seed(key, lang)
    st.segmented_control(
        t("sidebar.language"),
        language.LANGUAGES,
        format_func=lambda choice: _NAMES[choice],
        key=key,
        required=True,
        on_change=_language_changed,
        args=(key,),
    )
