"""The timeline on screen: how it is grouped, which page of it is shown, and what a click opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components import chart, menu, paging
from components.board import Board, current
from components.charts.timeline import timeline
from components.language import t
from components.timeline import lanes, order, spans
from components.timeline.lanes import Lane
from components.timeline.spans import Group
from data.campaign import Rows

ROWS_A_PAGE = 30


def choose_grouping() -> str:
    """Draw the choice of groups."""
    grouping: str = st.segmented_control(
        t("timeline.group_by"),
        order.GROUPINGS,
        format_func=lambda name: t(f"timeline.group.{name}"),
        key="timeline.grouping",
        required=True,
        default="department",
        persist_state="session",
    )
    return grouping


def gather_lanes(board: Board, *, items_drawn: bool) -> list[Lane]:
    """Gather events and documents; where no item has a date, what was reported stands in for the items."""
    tables = ("events", "documents") if items_drawn else ("events", "documents", "updates", "readings")
    return [lanes.lane(board, table) for table in tables]


def show(board: Board, items: Rows, shown: Sequence[Lane], grouping: str) -> None:
    """Draw a page of the items and the lanes above them."""
    slot = st.container()
    rows, group, counts = order.grouped(board, items, grouping)
    part = paging.choose(board, len(rows), ROWS_A_PAGE, f"timeline.{grouping}")
    with slot:
        if len(rows):
            st.caption(f"{paging.said(part, len(rows))}  \n{t('timeline.key')}")
        groups = _groups(board, rows[part], counts[group[part]].tolist(), grouping)
        chart.show(timeline(groups, shown, board.standing.day), "timeline", on_click=_open)


def _groups(board: Board, rows: Rows, counts: list[int], grouping: str) -> list[Group]:
    found = spans.spans(board, rows)
    if grouping == "none":
        return [Group("", len(found), found)] if found else []
    if grouping == "department":
        names = [span.lead or t("timeline.no_department") for span in found]
    else:
        names = [order.group_name(board, row, grouping) for row in rows.tolist()]
    return spans.in_groups(names, counts, found)


def _open(clicked: list[Any]) -> None:
    st.switch_page(menu.path("item"), query_params=current().link(item=str(clicked[0])))
