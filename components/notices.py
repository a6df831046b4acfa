"""What a reader must know before trusting a page: simulated data, unreadable files, dropped parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from components.board import Board
from components.campaigns import Failure
from components.language import current, day, t
from components.plain import plain
from components.server import failures
from data.problems import Problem
from data.sources.source import Unreachable

_MOST_PROBLEMS = 20


def show(board: Board, failure: Failure | None, dropped: Sequence[str], latest: dt.date) -> None:
    """Draw the notices that hold for this view."""
    if failure is not None:
        since = failure.since.astimezone(ZoneInfo(board.campaign.settings.time_zone))
        st.warning(
            t("notice.stale", since=f"{day(since.date())} {since:%H:%M}") + _list(failure.problems),
            title=t("notice.stale_title"),
            icon=":material/sync_problem:",
        )
    if board.campaign.settings.simulated:
        st.info(t("notice.simulated"), icon=":material/science:")
    if board.standing.day != latest:
        st.info(
            t("notice.earlier", day=day(board.standing.day), latest=day(latest)), icon=":material/history:"
        )
    if dropped:
        st.warning(t("notice.dropped", values=plain("; ".join(dropped))), icon=":material/filter_alt_off:")


def unreadable(failure: Failure | None) -> None:
    """Say that nothing can be shown yet, why, and what to do."""
    st.title(t("notice.unreadable_title"))
    st.error(t("notice.unreadable") + (_list(failure.problems) if failure else ""), icon=":material/error:")


def _unanswered(problems: Sequence[Problem]) -> None:
    """Say that a table that lives elsewhere gave no answer, and what to do."""
    st.warning(t("notice.unanswered") + _list(problems), icon=":material/sync_problem:")


def _list(problems: Sequence[Problem]) -> str:
    lines = [f"- {plain(problem.describe(current()))}" for problem in problems[:_MOST_PROBLEMS]]
    return "\n\n" + "\n".join(lines)


def failed(error: Exception) -> bool:
    """Say that a page failed, with a number by which the log explains it; the error itself is not shown."""
    if isinstance(error, Unreachable):
        _unanswered(error.problems)
        return True
    st.error(
        t("notice.failed", number=failures.log(error)),
        title=t("notice.failed_title"),
        icon=":material/error:",
    )
    return True
