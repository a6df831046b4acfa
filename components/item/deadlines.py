"""How the deadline of an item moved, from the first to the one that holds."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.typing import NaTType

from components import language, replay
from components.board import Board
from components.item import cells, part
from components.language import header, t
from data import history


@replay.drawn
def show(board: Board, item: int) -> None:
    """Draw the history of the deadline, if it ever moved."""
    moves: list[Any] = list(history.deadline_history(board.campaign, item, board.standing.day).itertuples())
    if len(moves) < 2:
        return
    part.heading(t("item.deadlines"))
    st.markdown(
        _finding(cells.deadline(moves[0].deadline), len(moves) - 1, sum(move.slipped for move in moves))
    )
    why = header("updates", "text")
    part.table(
        [
            {
                t("item.set_on"): t("item.original") if move.update < 0 else language.day(move.date),
                header("items", "deadline"): cells.deadline(move.deadline),
                t("item.moved_by"): _moved_by(moves[place - 1].deadline, move.deadline) if place else "",
                why: cells.text(board, "updates", "text", move.update) if move.update >= 0 else "",
            }
            for place, move in enumerate(moves)
        ],
        t("item.deadlines"),
        optional={t("item.moved_by"), why},
    )


def _finding(original: str, moved: int, slips: int) -> str:
    if moved == slips:
        return t("item.deadlines_slipped", original=original, n=slips)
    slipped = t("item.slipped", n=slips) if slips else t("item.never_slipped")
    return t("item.deadlines_finding", original=original, moved=t("item.moved", n=moved), slipped=slipped)


def _moved_by(before: pd.Timestamp | NaTType, after: pd.Timestamp | NaTType) -> str:
    if pd.isna(before) or pd.isna(after):
        return ""
    days = (after - before).days
    return t("item.later" if days > 0 else "item.earlier", n=abs(days))
