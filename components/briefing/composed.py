"""The briefing that is asked for, composed once for each view."""

from __future__ import annotations

import os

import streamlit as st

from components import replay
from components.board import Board
from components.briefing.asked import Asked
from data.briefing import office, scope
from data.briefing.compose import compose
from data.briefing.content import Briefing
from data.briefing.period import Period
from data.briefing.scope import Scope


def scope_of(board: Board, period: Period) -> Scope:
    """Define what the briefing is about; it may be used outside of the run, as where a file is made."""
    days = (period.before, period.earlier)
    standings = {period.last: board.standing, **{day: board.before(day) for day in days}}
    return scope.of(
        board.campaign,
        period,
        board.filters,
        board.lang,
        stand=standings.__getitem__,
        root=(st.context.url or "").partition("?")[0].rpartition("/")[0],
        base=board.base,
    )


@replay.made
def briefing(board: Board, asked: Asked) -> Briefing:
    """Compose what is asked for."""
    return compose(scope_of(board, asked.period), asked.parts, office.of(os.environ).masthead)
