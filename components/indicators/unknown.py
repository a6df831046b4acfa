"""A link to an indicator that is not there: what happened, and what may have been meant."""

from __future__ import annotations

import difflib

import streamlit as st

from components import cards, links, markdown
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain, plain_title
from data.words import fold

_MOST_SUGGESTIONS = 5
_LONGEST = 80


def show(board: Board, wanted: str) -> None:
    """Say that the link names no indicator of this campaign, and offer the closest ones."""
    st.title(t("indicators.unknown"), anchor=False)
    short = wanted if len(wanted) <= _LONGEST else f"{wanted[:_LONGEST]}…"
    st.warning(t("indicators.unknown_why", id=plain(short)), icon=":material/search_off:")
    back = f":material/arrow_back: {links.in_view(board, 'indicators', t('indicators.back'))}"
    found = [_link(board, row) for row in closest(board, wanted)]
    st.markdown(
        markdown.below(markdown.below(t("item.did_you_mean"), cards.listed(found)) if found else "", back)
    )


def _link(board: Board, row: int) -> str:
    query = board.link(indicator=str(cells.value(board, "indicators", "id", row)))
    return links.to("indicators", query, plain_title(_named(board, row)))


def closest(board: Board, wanted: str) -> list[int]:
    """Find the indicators whose id or title is most like what was asked for."""
    asked = fold(wanted[:_LONGEST])
    frame = board.campaign["indicators"]
    titles = board.campaign.text("indicators", "title", board.lang)
    spelled: dict[str, int] = {}
    for words in (frame["id"], titles):
        for row, text in enumerate(words):
            spelled.setdefault(fold(text), row)
    like = difflib.get_close_matches(asked, list(spelled), n=_MOST_SUGGESTIONS, cutoff=0.6)
    holding = [words for words in spelled if asked and asked in words]
    return list(dict.fromkeys(spelled[words] for words in [*like, *holding]))[:_MOST_SUGGESTIONS]


def _named(board: Board, row: int) -> str:
    item = cells.position(board, "indicators", "item", row)
    names = (
        cells.literal(board, "indicators", "title", row),
        cells.literal(board, "items", "title", item),
    )
    return " · ".join(name for name in names if name)
