"""The order of the timeline: items with a date, in groups, the most urgent group and item first."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from components import replay
from components.board import Board
from components.item import cells
from components.language import t
from data.campaign import Rows
from data.day_numbers import UNKNOWN
from data.words import Level

GROUPINGS = ("department", "theme", "level", "none")


@replay.made
def dated(board: Board) -> NDArray[np.bool_]:
    """Tell which of the filtered items, in their order, have any date to draw."""
    state = board.standing.column
    known = board.campaign.days("items", "start.start") != UNKNOWN
    known |= (state("deadline") != UNKNOWN) | (state("deadline_original") != UNKNOWN)
    milestones, owners = board.campaign.pairs("milestones", "item")
    due = board.campaign.days("milestones", "due")[milestones] != UNKNOWN
    known[owners[due]] = True
    found: NDArray[np.bool_] = known[board.rows]
    return found


@replay.made
def grouped(board: Board, rows: Rows, grouping: str) -> tuple[Rows, NDArray[np.int64], NDArray[np.int64]]:
    """Bring items group by group: the items, the group of each, and how many items each group has.

    Groups come in the order of their most urgent item; within a group the order stays.
    """
    if grouping == "none" or not len(rows):
        return rows, np.zeros(len(rows), np.int64), np.array([len(rows)])
    codes = _codes(board, grouping)[rows]
    _, first, group = np.unique(codes, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    group = rank[group]
    order = np.argsort(group, kind="stable")
    return rows[order], group[order], np.bincount(group)


def group_name(board: Board, row: int, grouping: str) -> str:
    """Name the theme or the level of an item; not Markdown."""
    if grouping == "theme":
        return cells.literal(board, "items", "theme", row) or t("timeline.no_theme")
    return cells.word(board, Level, "items", "level", row) or t("timeline.no_level")


def _codes(board: Board, grouping: str) -> NDArray[Any]:
    if grouping == "theme":
        return board.campaign.remember(("theme codes",), lambda: _theme_codes(board))
    return board.campaign.codes("items", "lead" if grouping == "department" else "level")


def _theme_codes(board: Board) -> NDArray[Any]:
    codes: NDArray[Any] = board.campaign["items"]["theme"].astype("category").cat.codes.to_numpy()
    return codes
