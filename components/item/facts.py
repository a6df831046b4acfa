"""The facts about an item: who, when and how far."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import language, menu, replay
from components.board import Board
from components.item import cells, part
from components.language import header, percent, t
from components.plain import plain
from data import history
from data.words import FINISHED, Status, label


@replay.drawn
def show(board: Board, item: int) -> None:
    """Draw the facts as a grid of names and values."""
    state: Any = board.standing.items.iloc[item]
    last = "" if pd.isna(state["last_update"]) else language.day(state["last_update"])
    facts = {
        header("items", "support"): cells.organizations(board, "items", "support", item),
        header("items", "owner"): cells.text(board, "items", "owner", item),
        header("items", "status"): status(board, item),
        header("items", "start"): cells.day(board, "items", "start", item),
        header("items", "deadline"): _deadline(board, item),
        t("items.last_update"): last,
        header("items", "regions"): plain(cells.region_names(board, "items", "regions", item)),
    }
    with st.grid(4, min_column_width=150, gap=("small", "medium"), key="item-facts") as grid:
        with st.container(gap="xxsmall"):
            st.caption(header("items", "lead"))
            _lead(board, item)
        for name, value in facts.items():
            grid.markdown(f":small[:gray[{name}]]  \n{part.reported(value)}")


def _lead(board: Board, item: int) -> None:
    """Link to the page of departments, opened for the one that leads."""
    name = cells.organization(board, "items", "lead", item)
    lead = cells.value(board, "items", "lead", item)
    if not isinstance(lead, str):
        st.markdown(part.reported(name))
        return
    st.page_link(
        menu.page("departments"),
        label=name,
        icon="",
        query_params=board.link(filters=board.narrowed(departments=(lead,))),
    )


def status(board: Board, item: int) -> str:
    """Name the item's status on the board's day; unrecognised words are shown as written."""
    state: Any = board.standing.items.iloc[item]
    if state["status"] == Status.NOT_REPORTED:
        return ""
    if state["status"] == Status.UNRECOGNISED:
        return _unrecognised(board, item)
    name = label(Status, state["status"], board.lang)
    if state["status"] in FINISHED and not pd.isna(state["finished_on"]):
        return t("item.in_brackets", value=name, note=language.day(state["finished_on"]))
    return name


def _unrecognised(board: Board, item: int) -> str:
    """Find the words that nobody recognised: those of the newest update that states any, else of the item."""
    updates = cells.rows(board, "updates", item, dated="date")
    updates = updates[board.campaign["updates"]["status"].iloc[updates].eq(Status.UNRECOGNISED).to_numpy()]
    if not len(updates):
        return cells.status(board, "items", item)
    newest = board.campaign["updates"]["date"].iloc[updates].argsort(kind="stable").to_numpy()[-1]
    return cells.status(board, "updates", int(updates[newest]))


def _deadline(board: Board, item: int) -> str:
    """Say the deadline that holds, the days left, and what it was at first."""
    state: Any = board.standing.items.iloc[item]
    moves = history.deadline_history(board.campaign, item, board.standing.day)
    update = int(moves["update"].iloc[-1]) if len(moves) else -1
    now = cells.day(board, *(("updates", "deadline", update) if update >= 0 else ("items", "deadline", item)))
    if not pd.isna(state["days_left"]):
        days = int(state["days_left"])
        left = "item.days_left" if days > 0 else "item.days_over" if days < 0 else "item.days_none"
        now = t("item.in_brackets", value=now, note=t(left, n=abs(days)))
    return now


@replay.drawn
def show_progress(board: Board, item: int) -> bool:
    """Draw progress above expected progress and say how they compare; tell whether either is known."""
    state: Any = board.standing.items.iloc[item]
    bars = {"actual": state["progress"], "expected": state["expected"]}
    words = plain(cells.written(board, "items", "progress", item)) if pd.isna(state["progress"]) else ""
    if all(pd.isna(value) for value in bars.values()) and not words:
        return False
    part.heading(header("items", "progress"))
    with st.container(width=640, gap="xsmall"):
        for name, value in bars.items():
            if not pd.isna(value):
                st.progress(round(value), text=t(f"item.progress.{name}", value=percent(value)))
    st.markdown(words or _compared(state))
    return True


def _compared(state: Any) -> str:
    behind = state["behind"]
    if pd.isna(state["progress"]):
        return part.quiet(t("item.progress.none"))
    if pd.isna(state["expected"]):
        return part.quiet(t("item.progress.continuing" if state["continuing"] else "item.progress.no_plan"))
    if pd.isna(behind):
        return ""
    points = round(behind, 1)
    name = "behind" if points > 0 else "ahead" if points < 0 else "level"
    return t(f"item.progress.{name}", points=plain(language.number(abs(points))))
