"""The facts about an item: who, when and how far."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components import language, links, markdown
from components.board import Board
from components.item import cells, deadlines, part
from components.language import header, percent, t
from components.plain import plain
from components.together import Part
from data.words import FINISHED, Status, label

_BARS = {"actual": "progress", "expected": "expected"}
"""Columns of the standing that are drawn as bars."""


def words(board: Board, item: int) -> str:
    """Word the facts, each below its name."""
    last = board.standing.cell("items", "last_update", item)
    facts = {
        header("items", "lead"): _lead(board, item),
        header("items", "support"): cells.organizations(board, "items", "support", item),
        header("items", "owner"): cells.text(board, "items", "owner", item),
        header("items", "status"): status(board, item),
        header("items", "start"): cells.day(board, "items", "start", item),
        header("items", "deadline"): _deadline(board, item),
        t("items.last_update"): "" if pd.isna(last) else language.day(last),
        header("items", "regions"): plain(cells.region_names(board, "items", "regions", item)),
    }
    return part.facts(facts)


def _lead(board: Board, item: int) -> str:
    """Link to the page of departments, opened for the one that leads."""
    name = cells.organization(board, "items", "lead", item)
    lead = cells.value(board, "items", "lead", item)
    if not isinstance(lead, str):
        return name
    return links.to("departments", board.link(filters=board.narrowed(departments=(lead,))), name)


def status(board: Board, item: int) -> str:
    """Name the item's status on the board's day; unrecognised words are shown as written."""
    stated = board.standing.cell("items", "status", item)
    if stated == Status.NOT_REPORTED:
        return ""
    if stated == Status.UNRECOGNISED:
        return _unrecognised(board, item)
    name = label(Status, stated, board.lang)
    finished = board.standing.cell("items", "finished_on", item)
    if stated in FINISHED and not pd.isna(finished):
        return t("item.in_brackets", value=name, note=language.day(finished))
    return name


def _unrecognised(board: Board, item: int) -> str:
    """Find the words that nobody recognised: those of the newest update that states any, else of the item."""
    updates = cells.rows(board, "updates", item, dated="date")
    updates = updates[board.campaign["updates"]["status"].iloc[updates].eq(Status.UNRECOGNISED).to_numpy()]
    if not len(updates):
        return cells.status(board, "items", item)
    newest = board.campaign.days("updates", "date")[updates].argsort(kind="stable")[-1]
    return cells.status(board, "updates", int(updates[newest]))


def _deadline(board: Board, item: int) -> str:
    """Say the deadline that holds, the days left, and what it was at first."""
    moves = deadlines.moves(board, item)
    update = moves[-1].update if moves else -1
    now = cells.day(board, *(("updates", "deadline", update) if update >= 0 else ("items", "deadline", item)))
    left = board.standing.cell("items", "days_left", item)
    if not math.isnan(left):
        days = int(left)
        key = "item.days_left" if days > 0 else "item.days_over" if days < 0 else "item.days_none"
        now = t("item.in_brackets", value=now, note=t(key, n=abs(days)))
    return now


def progress(board: Board, item: int) -> str:
    """Begin the part about progress; empty where neither it nor expected progress is known."""
    known = _bars(board, item) or cells.written(board, "items", "progress", item)
    return markdown.heading(header("items", "progress")) if known else ""


def bars(board: Board, item: int) -> Iterator[Part]:
    """Draw progress above expected progress."""
    for name, value in _bars(board, item).items():
        text = t(f"item.progress.{name}", value=percent(value))
        yield partial(st.progress, round(value), text=text, width=640)


def compared(board: Board, item: int) -> str:
    """Say how progress and expected progress compare, or why there is none."""
    words = plain(cells.written(board, "items", "progress", item))
    bars = _bars(board, item)
    if "actual" not in bars:
        return words or (markdown.quiet(t("item.progress.none")) if bars else "")
    if "expected" not in bars:
        continuing = board.standing.cell("items", "continuing", item)
        return markdown.quiet(t("item.progress.continuing" if continuing else "item.progress.no_plan"))
    behind = board.standing.cell("items", "behind", item)
    if math.isnan(behind):
        return ""
    points = round(behind, 1)
    name = "behind" if points > 0 else "ahead" if points < 0 else "level"
    return t(f"item.progress.{name}", points=plain(language.number(abs(points))))


def _bars(board: Board, item: int) -> Mapping[str, float]:
    found = {name: board.standing.cell("items", column, item) for name, column in _BARS.items()}
    return {name: value for name, value in found.items() if not math.isnan(value)}
