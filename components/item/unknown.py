"""The page without an item: what happened, what may have been meant, and the way to the list."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import streamlit as st

from components import cards, empty, item_lines, links, markdown, tab
from components.board import Board
from components.language import t
from components.plain import plain
from data.words import fold

_MOST_SUGGESTIONS = 5
_LONGEST = 80


def show(board: Board, wanted: str) -> None:
    """Say that the link names no item of this campaign, and offer the closest ones."""
    tab.name(t("page.item"))
    st.title(t("item.unknown" if wanted else "item.none"), anchor=False)
    if not len(board.campaign["items"]):
        empty.no_items(board)
        return
    back = f":material/arrow_back: {links.in_view(board, 'items', t('item.back'))}"
    st.markdown(markdown.below(*(_why(board, wanted) if wanted else [t("item.none_why")]), back))


def _why(board: Board, wanted: str) -> list[str]:
    short = wanted if len(wanted) <= _LONGEST else f"{wanted[:_LONGEST]}…"
    said = [t("item.unknown_why", id=plain(short))]
    if found := closest(board, wanted):
        said += [t("item.did_you_mean"), cards.listed(item_lines.coded(board, item) for item in found)]
    return said


def closest(board: Board, wanted: str) -> list[int]:
    """Find the items whose id, code or title is most like what was asked for."""
    items = board.campaign["items"]
    asked = fold(wanted[:_LONGEST])
    spelled: dict[str, list[int]] = {}
    for column in (
        items["id"],
        items["code"],
        items["title"],
        board.campaign.text("items", "title", board.lang),
    ):
        for item, words in enumerate(column):
            if words:
                spelled.setdefault(fold(words), []).append(item)
    holding = sorted((words for words in spelled if len(asked) > 1 and asked in words), key=len)
    like = difflib.get_close_matches(asked, list(spelled), n=_MOST_SUGGESTIONS, cutoff=0.6)
    return _first([*([asked] if asked in spelled else []), *holding, *like], spelled)


def _first(words: Iterable[str], spelled: dict[str, list[int]]) -> list[int]:
    found = dict.fromkeys(item for word in words for item in spelled[word])
    return list(found)[:_MOST_SUGGESTIONS]
