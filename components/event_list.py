"""Events and other dated records as entries of a list, each with links to the items it concerns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from components import empty, item_lines, paging
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain
from data import day_numbers
from data.campaign import Rows
from data.day_numbers import UNKNOWN, of_day
from data.filters import Filters
from data.summaries import records
from data.words import EventKind

ROWS_A_PAGE = 20
_ORDERS = ("newest", "oldest")
_ITEMS_SHOWN = 3


def show(board: Board) -> None:
    """List the events up to the board's day, in order of date, those without a date at the end."""
    campaign, today = board.campaign, of_day(board.standing.day)
    mask = records.concerned(campaign, "events", board.mask, board.filters == Filters())
    ahead = np.flatnonzero(mask & ~records.known(campaign, "events", today))
    # On an earlier day nobody can tell what was already arranged.
    if len(ahead) and "as_of" not in board.base:
        st.subheader(t("organization.ahead"))
        _paged(board, records.by_date(campaign, "events", ahead, newest_first=False), "ahead")
        st.subheader(t("organization.held"))
    rows = np.flatnonzero(mask & records.known(campaign, "events", today))
    if not len(rows):
        empty.nothing(
            "organization.no_events" if not len(campaign["events"]) else "organization.no_events_here"
        )
        return
    order = st.segmented_control(
        t("organization.order"),
        _ORDERS,
        format_func=lambda name: t(f"organization.order.{name}"),
        key="events.order",
        required=True,
        default="newest",
        label_visibility="collapsed",
    )
    undated = int((day_numbers.of(campaign["events"]["date"])[rows] == UNKNOWN).sum())
    if undated:
        st.caption(t("organization.undated", n=undated))
    _paged(board, records.by_date(campaign, "events", rows, newest_first=order == "newest"), "held")


def _paged(board: Board, rows: Rows, key: str) -> None:
    slot = st.container(gap="medium")
    part = paging.choose(board.view, len(rows), ROWS_A_PAGE, f"events.{key}")
    with slot:
        paging.show_part(part, len(rows))
        for row in rows[part].tolist():
            show_event(board, row)


def show_event(board: Board, row: int, *, brief: bool = False) -> None:
    """Draw an event: what, when, who and where; a brief one without its kind."""
    group = cells.position(board, "events", "group", row)
    said = (
        cells.day(board, "events", "date", row) or t("organization.no_date"),
        "" if brief else cells.word(board, EventKind, "events", "kind", row),
        cells.organizations(board, "events", "organizations", row),
        cells.text(board, "groups", "name", group) if group >= 0 else "",
        regions_of(board, "events", "regions", row),
        cells.text(board, "events", "place", row),
    )
    entry(board, "events", row, said, cells.text(board, "events", "summary", row))


def entry(board: Board, table: str, row: int, said: Sequence[str], body: str) -> None:
    """Draw a record: its title, a line of facts, its text, and the items it concerns."""
    with st.container(gap="xxsmall"):
        st.markdown(f"**{cells.text(board, table, 'title', row)}**")
        st.caption(" · ".join(part for part in said if part))
        if body:
            st.markdown(body)
        show_items(board, items_of(board, table, row), f"{table}.{row}")


def items_of(board: Board, table: str, row: int) -> list[int]:
    """Find the items a record names, in its order."""
    places = board.campaign.positions("items")(list(cells.value(board, table, "items", row)))
    return [int(place) for place in places if place >= 0]


def few(items: Sequence[int]) -> bool:
    """Tell whether items are so few that each is shown."""
    return len(items) <= _ITEMS_SHOWN


def show_items(board: Board, items: Sequence[int], key: str) -> None:
    """Link to items: to each if there are few, else to all of them under one heading to open."""
    if few(items):
        for item in items:
            st.markdown(item_lines.link(board, item))
        return
    several = st.expander(t("organization.items", n=len(items)), key=f"{key}.items", on_change="rerun")
    if several.open:
        with several:
            for item in items:
                st.markdown(item_lines.link(board, item, with_light=True))


def regions_of(board: Board, table: str, column: str, row: int) -> str:
    """Name the regions of a record, as Markdown."""
    return plain(cells.region_names(board, table, column, row))
