"""What the timeline shows of each item: its span in time, its light and its milestones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.board import Board
from components.item import cells
from components.language import header, t
from data import children, formats, lights
from data.campaign import Rows
from data.words import FINISHED, Light


class Mark(StrEnum):
    """How a milestone stands."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    """Due before the item was finished; nobody reported when it was done."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A checkpoint: done ones stand on the day they were done."""

    day: dt.date
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """One item; a missing date is not reported, a continuing item has no end."""

    id: str
    title: str
    light: Light
    lead: str
    start: dt.date | None
    end: dt.date | None
    original: dt.date | None
    """The deadline as first set, where it was moved."""
    continuing: bool
    finished: bool
    milestones: Sequence[Milestone]


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one name; `count` is how many the whole list has."""

    name: str
    count: int
    spans: Sequence[Span]


def spans(board: Board, rows: Rows) -> list[Span]:
    """Gather the items at some positions."""
    state, items = board.standing.items, board.campaign["items"]
    deadline, original = state["deadline"].iloc[rows], state["deadline_original"].iloc[rows]
    overdue = lights.overdue_milestones(board.campaign, board.standing.day)
    columns = zip(
        rows.tolist(),
        items["id"].iloc[rows],
        state["light"].iloc[rows],
        _dates(items["start.start"].iloc[rows]),
        _dates(deadline),
        _dates(original.where(original != deadline)),
        state["continuing"].iloc[rows],
        state["status"].iloc[rows].isin(FINISHED),
        strict=True,
    )
    return [
        Span(
            id=str(key),
            title=cells.literal(board, "items", "title", row),
            light=Light(light),
            lead=cells.organization_name(board, "items", "lead", row),
            start=start,
            end=end,
            original=first,
            continuing=bool(continuing),
            finished=bool(finished),
            milestones=_milestones(board, row, overdue, bool(finished)),
        )
        for row, key, light, start, end, first, continuing, finished in columns
    ]


def in_groups(names: Iterable[str], counts: Iterable[int], found: Sequence[Span]) -> list[Group]:
    """Put items that follow one another under the same name into groups."""
    groups: list[tuple[str, int, list[Span]]] = []
    for name, count, span in zip(names, counts, found, strict=True):
        if not groups or groups[-1][0] != name:
            groups.append((name, count, []))
        groups[-1][2].append(span)
    return [Group(name, count, members) for name, count, members in groups]


def _dates(column: pd.Series[Any]) -> list[dt.date | None]:
    return [None if pd.isna(value) else value.date() for value in column]


def _milestones(board: Board, item: int, overdue: NDArray[np.float64], finished: bool) -> list[Milestone]:
    frame = board.campaign["milestones"]
    found = children.of(board.campaign, "milestones", "item", item)
    dates = zip(
        found.tolist(), _dates(frame["due"].iloc[found]), _dates(frame["done_on"].iloc[found]), strict=True
    )
    made = []
    for row, due, done in dates:
        mark = _mark(done, bool(overdue[row] > 0), finished, board.standing.day)
        day = done if mark is Mark.DONE else due
        if day is not None:
            title = cells.literal(board, "milestones", "title", row)
            made.append(Milestone(day, mark, _milestone_words(title, mark, due, day, board.lang)))
    return made


def _mark(done: dt.date | None, late: bool, finished: bool, today: dt.date) -> Mark:
    if done is not None and done <= today:
        return Mark.DONE
    if not late:
        return Mark.OPEN
    return Mark.UNREPORTED if finished else Mark.OVERDUE


def _milestone_words(title: str, mark: Mark, due: dt.date | None, day: dt.date, lang: str) -> str:
    lines = [title, t(f"timeline.mark.{mark}"), f"{header('milestones', 'due')} {written(due, lang)}"]
    if mark is Mark.DONE:
        lines.append(f"{header('milestones', 'done_on')} {written(day, lang)}")
    return "\n".join(lines)


def written(date: dt.date | None, lang: str) -> str:
    """Write a date in the reader's form; a missing one is said to be not reported."""
    return t("not_reported") if date is None else _written(date, lang)


# The same days come again and again, and writing one takes as long as all else about it.
@lru_cache(maxsize=4096)
def _written(date: dt.date, lang: str) -> str:
    return formats.day(date, lang)
