"""The sidebar: which campaign this is, its pages, and for which day and in which language it speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from components import address, campaigns, filter_bar, language, links, markdown, menu, replay
from components.board import Board
from components.language import t
from components.plain import plain
from data.campaign import in_language

_NAMES = {"zh": "中文", "en": "English"}


def show_brand(opened: str, board: Board | None = None) -> None:
    """Name the product and the campaign, list the pages, and offer the other language."""
    campaign = _campaign(board, opened) if board else markdown.small(t("product"))
    st.markdown(f"{campaign}\n\n{_languages(opened)}")


@replay.made_for_any_view
def _campaign(board: Board, opened: str) -> str:
    title = in_language(board.campaign.settings.title, board.lang)
    pages = menu.listed(opened, lambda page, label: links.in_view(board, page, label))
    return markdown.below(markdown.small(t("product")), f"**{plain(title)}**", pages)


def _languages(opened: str) -> str:
    return " · ".join(
        f"**{name}**"
        if lang == language.current()
        else links.to(opened, {**address.now(), "lang": lang}, name)
        for lang, name in _NAMES.items()
    )


def _day_changed(key: str, latest: dt.date) -> None:
    day = st.session_state[key]
    as_of = "" if day in (None, latest) else day.isoformat()
    filter_bar.apply(as_of=as_of)


def _campaign_changed(key: str) -> None:
    first = next(iter(campaigns.available()))
    # Filters and items are ids of the campaign that is left; they mean nothing in another.
    name = st.session_state[key]
    address.write({"lang": language.current(), "campaign": "" if name == first else name})


def show_controls(names: Mapping[str, Path], name: str, day: dt.date | None, latest: dt.date | None) -> None:
    """Draw the choices of campaign and as-of date."""
    lang = language.current()
    if len(names) > 1:
        key = f"campaign.{lang}"
        titles = campaigns.titled(names, lang)
        filter_bar.seed(key, name, titles)
        st.selectbox(
            t("sidebar.campaign"),
            list(names),
            format_func=lambda name: titles.get(name, name),
            key=key,
            on_change=_campaign_changed,
            args=(key,),
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
