"""The charts of problem leads: what each draws, and what a click on it does."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import address, chart, choice, lead_view, markdown, replay
from components.board import Board, current
from components.chart import Chart
from components.charts.leads_by_days import leads_by_days
from components.charts.leads_by_group import leads_by_group
from components.charts.leads_by_week import leads_by_week
from components.item import cells
from components.language import header, t
from data import asked_leads, regions
from data import filters as selection
from data.summaries import leads as summaries
from data.summaries.few_rows import Columns


def show(board: Board) -> None:
    """Draw what came in, went out and was open week by week; beside it how long leads wait and took."""
    # Columns would be three elements; the style sheet knows what stands in the first, by name.
    with st.container(key="halves"):
        chart.show(_by_week(board), "leads.flow", heading=markdown.heading(t("leads.flow_title")))
        chart.show(_by_days(board), "leads.days", heading=markdown.heading(t("leads.days_title")))


@replay.made
def _by_week(board: Board) -> Chart:
    return leads_by_week(summaries.leads_by_week(lead_view.view(board, "received", "resolved")))


@replay.made
def _by_days(board: Board) -> Chart:
    days, figures = summaries.leads_by_days(lead_view.view(board)), lead_view.figures(board)
    return leads_by_days(days, figures.median_days, figures.nine_tenths_days)


def show_groups(board: Board, title: str) -> None:
    """Draw the leads by category, department or region; a click on the last two narrows the view."""
    by, words = choice.among("by", list(lead_view.GROUPS), "category", "leads.by")
    drawn, key, heading = _by_group(board, by), f"leads.by.{by}", markdown.below(title, words)
    if by == "category":
        chart.show(drawn, key, heading=heading)
        return
    narrow = _narrow_department if by == "department" else _narrow_region
    chart.show(drawn, key, heading=heading, on_click=narrow, hint=t(f"leads.click.{by}"))


@replay.made
def _by_group(board: Board, by: str) -> Chart:
    column, codes = lead_view.GROUPS[by]
    view = lead_view.view(board, column)
    groups = summaries.leads_by_group(view, codes(view))
    names, ids = _named(board, by, groups)
    return leads_by_group(groups, names, ids, header("leads", column))


def _named(board: Board, by: str, groups: Columns) -> tuple[list[str], list[str | None]]:
    """Name the groups; an id is given where the filters can ask for it."""
    places = groups["group"].tolist()
    none = t(f"leads.none.{by}")
    if by == "category":
        words = asked_leads.of(board.campaign).categories(board.lang)
        named = [words[p] if p >= 0 else none for p in places]
        return named, [None] * len(places)
    if by == "region":
        labels = regions.labels(board.campaign, board.lang)
        named = [str(labels[p]) if p >= 0 else none for p in places]
        return named, [cells.value(board, "regions", "id", p) if p >= 0 else None for p in places]
    offered = set(selection.options(board.campaign).departments)
    keys = [cells.value(board, "organizations", "id", p) if p >= 0 else None for p in places]
    return [board.organization(p) or none for p in places], [key if key in offered else None for key in keys]


def _narrow_department(clicked: list[Any]) -> None:
    address.narrow(current().narrowed(departments=(str(clicked[0]),)))


def _narrow_region(clicked: list[Any]) -> None:
    address.narrow(current().narrowed(regions=(str(clicked[0]),)))
