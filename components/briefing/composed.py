"""The briefing that is asked for, composed once for each view."""

from __future__ import annotations

import os

import streamlit as st

from components import replay
from components.board import Board
from components.briefing import asked
from components.briefing.asked import Asked
from data.briefing import office, scope
from data.briefing.compose import compose
from data.briefing.content import Briefing
from data.briefing.scope import Scope


def scope_of(board: Board, wanted: Asked) -> Scope:
    """Define what the briefing is about; it may be used outside of the run, as where a file is made."""
    period = wanted.period
    days = (period.before, period.earlier)
    standings = {period.last: board.standing, **{day: board.before(day) for day in days}}
    return scope.of(
        board.campaign,
        period,
        board.filters,
        board.lang,
        stand=standings.__getitem__,
        root=(st.context.url or "").partition("?")[0].rpartition("/")[0],
        # Whoever comes back from where a link leads finds the same period and parts.
        base={**board.base, **asked.query(wanted)},
    )


@replay.made
def briefing(board: Board, wanted: Asked) -> Briefing:
    """Compose what is asked for."""
    return compose(scope_of(board, wanted), wanted.parts, office.of(os.environ).masthead)
