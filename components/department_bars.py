"""Counts by department ready to be drawn: names, ids to click on, and the items nobody is said to lead."""

from __future__ import annotations

import numpy as np
import pandas as pd

from components.board import Board
from components.charts.stacked_bars import Bar
from components.item import cells
from components.language import t


def department_bars(board: Board, counts: pd.DataFrame, column: str) -> list[Bar]:
    """Make a bar of each row that a summary counts by organization, and one of the items without a lead.

    `column` is what was counted: light or status.
    """
    words = board.standing.items[column]
    found = np.column_stack([counts[str(name)] for name in words.cat.categories])
    bars = [
        Bar(board.organization(position), cells.value(board, "organizations", "id", position), row)
        for position, row in zip(counts["organization"].tolist(), found, strict=True)
    ]
    nobody = board.mask & (board.campaign.codes("items", "lead") < 0)
    if nobody.any():
        codes = board.standing.column(column)[nobody]
        bars.append(Bar(t("charts.no_lead"), None, np.bincount(codes, minlength=found.shape[1])))
    return bars
