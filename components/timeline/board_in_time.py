"""The timeline on screen: how it is grouped, which page of it is shown, and what a click opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components import chart, kept, markdown, paging, row_links
from components.board import Board
from components.chart import Chart
from components.charts.timeline import timeline
from components.language import t
from components.timeline import lanes, order, spans
from components.timeline.lanes import Lane
from components.timeline.spans import Group
from data.campaign import Rows

ROWS_A_PAGE = 30


def gather_lanes(board: Board, *, items_drawn: bool) -> list[Lane]:
    """Gather events and documents; where no item has a date, what was reported stands in for the items."""
    return _lanes(board, (*_view(board), items_drawn), items_drawn)


def _view(board: Board) -> tuple[object, ...]:
    """Name what the board shows; the version carries the scope of the viewer."""
    return board.campaign.version, board.standing.day, board.lang, board.filters


@kept.by_version(64)
def _lanes(_board: Board, view: tuple[object, ...], items_drawn: bool) -> list[Lane]:
    tables = ("events", "documents") if items_drawn else ("events", "documents", "updates", "readings")
    # Of readings that live elsewhere the rows are not here to be drawn.
    return [lanes.lane(_board, table) for table in tables if table not in _board.campaign.sources]


def show(board: Board, items: Rows, shown: Sequence[Lane], grouping: str, heading: str) -> None:
    """Draw a page of the items and the lanes above them."""
    rows, group, counts = order.grouped(board, items, grouping)
    pages = paging.choose(board.view, len(rows), ROWS_A_PAGE, f"timeline.{grouping}")
    part = pages.part
    if len(rows):
        said = markdown.lines(markdown.small(paging.said(part, len(rows))), markdown.small(t("timeline.key")))
        heading = markdown.below(heading, said)
    view = (*_view(board), grouping, part.start)
    drawn = _drawn(board, rows[part], counts[group[part]], shown, grouping, view)
    chart.show(drawn, "timeline", heading=heading, on_click=_open)
    pages.show()


@kept.by_version(64)
def _drawn(
    _board: Board,
    _rows: Rows,
    _counts: NDArray[np.int64],
    _lanes: Sequence[Lane],
    grouping: str,
    view: tuple[object, ...],
) -> Chart:
    groups = _groups(_board, _rows, _counts.tolist(), grouping)
    return timeline(groups, _lanes, _board.standing.day)


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
    row_links.open_item(str(clicked[0]))
