"""The charts of problem leads: what each draws, and what a click on it does."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import address, chart, empty, replay
from components.board import Board, current
from components.chart import Chart
from components.charts.leads_by_days import open_by_age, resolved_by_time
from components.charts.leads_by_group import leads_by_group
from components.charts.leads_by_week import flow_by_week, open_by_week
from components.language import header, t
from components.lead_view import GROUPS, counted
from data import asked_leads, regions
from data import filters as selection

_HEADERS = {"category": "category", "department": "organization", "region": "region"}


def show_weeks(board: Board) -> None:
    """Draw inflow against outflow, and beside it what was open."""
    flow, backlog = st.columns(2, gap="medium")
    with flow:
        st.header(t("leads.flow_title"))
        chart.show(_flow(board), "leads.flow")
    with backlog:
        st.header(t("leads.backlog_title"))
        chart.show(_backlog(board), "leads.backlog")


@replay.made
def _flow(board: Board) -> Chart:
    return flow_by_week(counted(board).weeks)


@replay.made
def _backlog(board: Board) -> Chart:
    return open_by_week(counted(board).weeks)


def show_days(board: Board) -> None:
    """Draw how old the open ones are, and beside it how long the resolved ones took."""
    figures = counted(board).figures
    ages, times = st.columns(2, gap="medium")
    with ages:
        st.header(t("leads.ages_title"))
        if figures.open:
            chart.show(_ages(board), "leads.ages")
        else:
            empty.nothing("leads.none_open")
    with times:
        st.header(t("leads.times_title"))
        if figures.resolved:
            chart.show(_times(board), "leads.times")
        else:
            empty.nothing("leads.none_resolved")


@replay.made
def _ages(board: Board) -> Chart:
    return open_by_age(counted(board).days)


@replay.made
def _times(board: Board) -> Chart:
    figures = counted(board).figures
    return resolved_by_time(counted(board).days, figures.median_days, figures.nine_tenths_days)


def show_groups(board: Board) -> None:
    """Draw the leads by category, department or region; a click on the last two narrows the view."""
    by = st.segmented_control(
        t("leads.by"),
        list(GROUPS),
        format_func=lambda name: t(f"leads.by.{name}"),
        key="leads.by",
        required=True,
        default="category",
        label_visibility="collapsed",
    )
    drawn = _by_group(board, by)
    if by == "category":
        chart.show(drawn, "leads.by.category")
        return
    st.caption(t(f"leads.click.{by}"))
    chart.show(drawn, f"leads.by.{by}", on_click=_narrow_department if by == "department" else _narrow_region)


@replay.made
def _by_group(board: Board, by: str) -> Chart:
    groups = counted(board).groups[by]
    names, ids = _named(board, by, groups)
    return leads_by_group(groups, names, ids, header("leads", _HEADERS[by]))


def _named(board: Board, by: str, groups: pd.DataFrame) -> tuple[list[str], list[str | None]]:
    """Name the groups; an id is given where the filters can ask for it."""
    places = groups["group"].tolist()
    none = t(f"leads.none.{by}")
    if by == "category":
        words = asked_leads.of(board.campaign).categories(board.lang)
        named = [words[p] if p >= 0 else none for p in places]
        return named, [None] * len(places)
    if by == "region":
        codes = board.campaign["regions"]["id"].tolist()
        labels = regions.labels(board.campaign, board.lang)
        named = [str(labels[p]) if p >= 0 else none for p in places]
        return named, [codes[p] if p >= 0 else None for p in places]
    offered = set(selection.options(board.campaign).departments)
    keys = board.campaign["organizations"]["id"].tolist()
    named = [board.organization(p) if p >= 0 else none for p in places]
    return named, [keys[p] if p >= 0 and keys[p] in offered else None for p in places]


def _narrow_department(clicked: list[Any]) -> None:
    board = current()
    address.write(board.link(filters=board.narrowed(departments=(str(clicked[0]),))))


def _narrow_region(clicked: list[Any]) -> None:
    board = current()
    address.write(board.link(filters=board.narrowed(regions=(str(clicked[0]),))))
