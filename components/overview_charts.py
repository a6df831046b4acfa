"""The charts of the overview: what each draws, what a click on it does, and why it may be empty."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import streamlit as st

from components import chart, choice, empty, markdown, menu, replay
from components.board import Board, current
from components.chart import Chart
from components.charts import burn_up as finished_chart
from components.charts import deadlines_by_week as deadlines_chart
from components.charts.lights_by_department import lights_by_department
from components.charts.statuses_by_department import statuses_by_department
from components.department_bars import department_bars
from components.department_table import open_department
from components.language import t
from data import summaries
from data.day_numbers import UNKNOWN
from data.words import Light

WEEKS = 12
_SHOWN = ("lights", "statuses")


def show_departments(board: Board, title: str) -> None:
    """Draw lights or statuses by department, as chosen; a click narrows the view to a department."""
    shown, words = choice.among("show", _SHOWN, "lights", "overview.show")
    heading, hint = markdown.below(title, words), t("overview.click_department")
    drawn = _by_department(board, shown)
    chart.show(drawn, f"overview.{shown}", heading=heading, on_click=_narrow, hint=hint)


@replay.made
def _by_department(board: Board, shown: str) -> Chart:
    if shown == "statuses":
        counts = summaries.statuses_by_organization(board.campaign, board.standing, board.mask)
        return statuses_by_department(department_bars(board, counts, "status"), t("charts.department"))
    counts = summaries.lights_by_organization(board.campaign, board.standing, board.mask)
    return lights_by_department(department_bars(board, counts, "light"), t("charts.department"))


def _narrow(clicked: list[Any]) -> None:
    open_department(str(clicked[0]))


@replay.made
def any_deadline(board: Board) -> bool:
    """Tell whether any item shown has, or first had, a deadline to compare with."""
    known = (board.standing.column(name)[board.mask] for name in ("deadline", "deadline_original"))
    return any((days != UNKNOWN).any() for days in known)


def show_deadlines(board: Board, heading: str) -> None:
    """Draw the deadlines ahead; a click opens the items due in a week."""
    drawn = _deadlines(board)
    if drawn is None:
        st.markdown(f"{heading}\n\n{empty.words('overview.no_deadlines_ahead')}")
        return
    hint = t("overview.click_week")
    chart.show(drawn, "overview.deadlines", heading=heading, on_click=_open_week, hint=hint)


@replay.made
def _deadlines(board: Board) -> Chart | None:
    weeks = summaries.deadlines_by_week(board.campaign, board.standing, board.mask, WEEKS)
    return deadlines_chart.deadlines_by_week(weeks) if weeks["total"].sum() else None


def _open_week(clicked: list[Any]) -> None:
    board, week = current(), str(clicked[0])
    if week == deadlines_chart.OVERDUE:
        yesterday = board.standing.day - dt.timedelta(days=1)
        window = replace(board.filters, due_from=None, due_to=yesterday, lights=(str(Light.RED),))
    else:
        monday = dt.date.fromisoformat(week)
        window = replace(board.filters, due_from=monday, due_to=monday + dt.timedelta(days=6))
    st.switch_page(menu.page("items"), query_params=board.link(filters=window))


def show_burn_up(board: Board, heading: str) -> None:
    """Draw what was finished against what was due, or say why there is nothing to compare."""
    if not any_deadline(board):
        st.markdown(f"{heading}\n\n{empty.words('overview.no_deadlines')}")
        return
    chart.show(_burn_up(board), "overview.burn_up", heading=heading)


@replay.made
def _burn_up(board: Board) -> Chart:
    counted = summaries.burn_up(board.campaign, board.standing, board.mask)
    return finished_chart.burn_up(counted, board.standing.day)
