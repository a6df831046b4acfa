"""The steps of an item: measures as who, what and when, and milestones with what became of each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from components import language, light, markdown
from components.board import Board
from components.item import cells, part
from components.language import header, t
from data import lights
from data.day_numbers import UNKNOWN
from data.words import FINISHED, Light


def measures(board: Board, item: int) -> str:
    """Word the measures; empty where there are none."""
    rows = [
        {
            header("measures", "title"): cells.text(board, "measures", "title", row),
            t("item.who"): _who(board, row),
            header("measures", "deadline"): cells.day(board, "measures", "deadline", row),
            header("measures", "status"): cells.status(board, "measures", row),
        }
        for row in cells.rows(board, "measures", item).tolist()
    ]
    return markdown.below(markdown.heading(t("item.measures")), part.table(rows)) if rows else ""


def _who(board: Board, row: int) -> str:
    names = (
        cells.organization(board, "measures", "organization", row),
        cells.text(board, "measures", "owner", row),
    )
    return " · ".join(name for name in names if name)


def milestones(board: Board, item: int) -> str:
    """Word the milestones in order of their dates; empty where there are none."""
    found = cells.rows(board, "milestones", item)
    if not len(found):
        return ""
    due = board.campaign.days("milestones", "due")[found]
    found = found[np.lexsort((due, due == UNKNOWN))]
    overdue = lights.overdue_milestones(board.campaign, board.standing.day, found)
    rows = [
        {
            t("item.milestone.state"): _state(board, item, row, late),
            header("milestones", "title"): cells.text(board, "milestones", "title", row),
            header("milestones", "due"): cells.day(board, "milestones", "due", row),
        }
        for row, late in zip(found.tolist(), overdue.tolist(), strict=True)
    ]
    return markdown.below(markdown.heading(t("item.milestones")), part.table(rows))


def _state(board: Board, item: int, row: int, overdue: float) -> str:
    """Say by shape and word whether a milestone is done, overdue or still ahead."""
    due, done = (cells.value(board, "milestones", name, row) for name in ("due", "done_on"))
    today = pd.Timestamp(board.standing.day)
    if not pd.isna(done) and done <= today:
        late = 0 if pd.isna(due) else (done - due).days
        words = t("item.milestone.late", n=late, day=language.day(done)) if late > 0 else language.day(done)
        return f"{light.badge(Light.BLUE, t('item.milestone.done'))} {words}"
    if pd.isna(due):
        return light.badge(Light.GREY, t("item.milestone.undated"))
    if overdue > 0:
        if board.standing.cell("items", "status", item) in FINISHED:
            return light.badge(Light.GREY, t("item.milestone.not_reported"))
        grace = board.campaign.settings.thresholds.milestone_grace_days
        return light.badge(
            Light.RED if overdue > grace else Light.YELLOW, t("item.milestone.overdue", n=int(overdue))
        )
    days = (due - today).days
    return light.badge(Light.GREEN, t("item.milestone.ahead", n=days) if days else t("item.milestone.today"))
