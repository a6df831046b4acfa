"""Compare with another file: what it says differently from the campaign that is open."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from components import difference_view
from components.board import Board
from components.intake import check, upload, verdict
from components.language import t
from components.plain import plain
from data import comparison, menders
from data.campaign import Campaign, in_language
from data.comparison import Difference

_KEY = "compare"


def show(board: Board) -> None:
    """Offer to take a file, and tell in what it and the campaign differ."""
    st.markdown(t("compare.how"))
    checked = upload.ask(check.KEY)
    if checked is None:
        return
    if checked.campaign is None:
        verdict.show(checked.problems, readable=False)
        return
    name = plain(checked.name)
    if errors := menders.count(checked.problems).errors:
        st.warning(t("compare.errors", n=errors, name=name), icon=":material/warning:")
    earlier = st.toggle(t("compare.earlier", name=name), key="compare.earlier")
    st.header(t("compare.result", name=name))
    before, after = board.campaign, checked.campaign
    names = [in_language(before.settings.title, board.lang), checked.name]
    if earlier:
        before, after = after, before
        names.reverse()
    difference_view.show(board, _compared(before, after, board.standing.day), names)


def _compared(before: Campaign, after: Campaign, day: dt.date) -> Difference:
    """Compare once; like the file, the difference belongs to this session alone."""
    found: Difference | None = st.session_state.get(_KEY)
    if found is None or (found.before, found.after, found.day) != (before, after, day):
        with st.spinner(t("compare.comparing"), show_time=True):
            found = st.session_state[_KEY] = comparison.compare(before, after, day)
    return found
