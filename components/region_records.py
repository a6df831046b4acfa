"""What stands behind the regions chosen: items, site visits, practices and problem leads."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from components import empty, event_list, item_lines, language, lead_view, menu, replay
from components.board import Board
from components.item import cells
from components.language import t
from data.campaign import Rows
from data.day_numbers import of_day
from data.filters import Filters, Mask
from data.summaries import records, regions

_SHOWN, _MOST = 3, 100


def show(board: Board, wide: Board) -> None:
    """Draw the records of the regions the view is narrowed to; of all regions if it is not."""
    _items(board)
    _visits(board, _naming(board, wide, "events") & regions.visits(board.campaign))
    _practices(board, _naming(board, wide, "practices"))
    _leads(board)


def _naming(board: Board, wide: Board, table: str) -> Mask:
    """Mark the rows that concern the items of the view and name one of its regions."""
    campaign = board.campaign
    mask = records.concerned(campaign, table, wide.mask, wide.filters == Filters())
    known = records.known(campaign, table, of_day(board.standing.day))
    return mask & known & regions.naming(campaign, table, board.filters.regions)


@replay.drawn
def _items(board: Board) -> None:
    rows = board.rows if board.filters.regions else board.rows[_with_region(board)[board.rows]]
    _heading("items", len(rows))
    for row in rows[:_SHOWN].tolist():
        st.markdown(item_lines.link(board, row, with_light=True))
    if len(rows) > _SHOWN and board.filters.regions:
        _more(board, "items", len(rows))
    elif len(rows) > _SHOWN:
        st.caption(t("regions.choose", n=len(rows) - _SHOWN))
    if not len(rows):
        empty.nothing("regions.nothing.items")


def _with_region(board: Board) -> Mask:
    return np.fromiter(map(bool, board.campaign["items"]["regions"]), dtype=bool, count=len(board.mask))


def _visits(board: Board, mask: Mask) -> None:
    rows = records.by_date(board.campaign, "events", np.flatnonzero(mask), newest_first=True)
    _heading("visits", len(rows))
    _listed(rows, "visits", lambda row: event_list.show_event(board, row, brief=True))


def _practices(board: Board, mask: Mask) -> None:
    rows = records.by_date(board.campaign, "practices", np.flatnonzero(mask), newest_first=True)
    _heading("practices", len(rows))
    _listed(rows, "practices", lambda row: _practice(board, row))


def _practice(board: Board, row: int) -> None:
    said = (
        cells.day(board, "practices", "date", row),
        cells.organization(board, "practices", "organization", row),
        event_list.regions_of(board, "practices", "region", row),
    )
    event_list.entry(board, "practices", row, said, cells.text(board, "practices", "summary", row))


@replay.drawn
def _leads(board: Board) -> None:
    figures = lead_view.counted(board).figures
    _heading("leads", figures.received)
    if not figures.received:
        empty.nothing("regions.nothing.leads")
        return
    st.markdown(
        t(
            "regions.leads",
            n=figures.received,
            resolved=language.number(figures.resolved),
            open=language.number(figures.open),
            overdue=language.number(figures.overdue),
        )
    )
    _more(board, "leads", figures.received)


def _heading(name: str, count: int) -> None:
    st.markdown(f"**{t(f'regions.about.{name}')}** · {language.number(count)}")


def _listed(rows: Rows, name: str, show_row: Callable[[int], None]) -> None:
    """Draw the first rows, and the others when somebody asks for them."""
    if not len(rows):
        empty.nothing(f"regions.nothing.{name}")
        return
    for row in rows[:_SHOWN].tolist():
        show_row(row)
    if len(rows) > _SHOWN:
        more = st.expander(
            t("regions.more", n=len(rows) - _SHOWN), key=f"regions.{name}.more", on_change="rerun"
        )
        if more.open:
            with more:
                for row in rows[_SHOWN:_MOST].tolist():
                    show_row(row)
                if len(rows) > _MOST:
                    st.caption(t("regions.most_shown", n=len(rows) - _MOST))


def _more(board: Board, page: str, count: int) -> None:
    st.page_link(
        menu.page(page),
        label=t(f"regions.see.{page}", n=count),
        icon=":material/chevron_right:",
        icon_position="right",
        query_params=board.link(),
    )
