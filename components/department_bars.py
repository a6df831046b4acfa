"""Counts by department ready to be drawn: names, ids to click on, and the items nobody is said to lead."""

from __future__ import annotations

import numpy as np

from components.board import Board
from components.charts.stacked_bars import Bar
from components.item import cells
from components.language import t
from data.summaries.departments import WORDS
from data.summaries.few_rows import Columns


def department_bars(board: Board, counts: Columns, column: str) -> list[Bar]:
    """Make a bar of each row that a summary counts by organization, and one of the items without a lead.

    `column` is what was counted: light or status.
    """
    found = np.column_stack([counts[word] for word in WORDS[column]]).tolist()
    bars = [
        Bar(board.organization(position), cells.value(board, "organizations", "id", position), row)
        for position, row in zip(counts["organization"].tolist(), found, strict=True)
    ]
    nobody = board.mask & (board.campaign.codes("items", "lead") < 0)
    if nobody.any():
        codes = board.standing.column(column)[nobody]
        bars.append(Bar(t("charts.no_lead"), None, np.bincount(codes, minlength=len(WORDS[column])).tolist()))
    return bars
