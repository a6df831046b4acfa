"""What the timeline shows of each item: its span in time, its light and its milestones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from components.board import Board
from components.item import cells
from components.timeline import columns
from data import children, lights
from data.campaign import Rows
from data.words import Light


class Mark(StrEnum):
    """How a milestone stands."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    """Due before the item was finished; nobody reported when it was done."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A checkpoint; a done one stands on the day it was done."""

    title: str
    mark: Mark
    due: dt.date | None
    day: dt.date


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
    milestones: Sequence[Milestone]


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one name; `count` is how many the whole list has."""

    name: str
    count: int
    spans: Sequence[Span]


def spans(board: Board, rows: Rows) -> list[Span]:
    """Gather the items at some positions."""
    state, kinds = board.standing.column, list(Light)
    found = zip(
        [str(cells.value(board, "items", "id", row)) for row in rows.tolist()],
        columns.titles(board, "items", rows),
        state("light")[rows].tolist(),
        columns.leads(board, rows),
        columns.dates(board, "items", "start.start", rows),
        columns.state_dates(board, "deadline", rows),
        columns.state_dates(board, "deadline_original", rows),
        state("continuing")[rows].tolist(),
        _milestones(board, rows),
        strict=True,
    )
    return [
        Span(
            key,
            title,
            kinds[light],
            lead,
            start,
            end,
            None if first == end else first,
            continuing,
            milestones,
        )
        for key, title, light, lead, start, end, first, continuing, milestones in found
    ]


def in_groups(names: Iterable[str], counts: Iterable[int], found: Sequence[Span]) -> list[Group]:
    """Put items that follow one another under the same name into groups."""
    groups: list[tuple[str, int, list[Span]]] = []
    for name, count, span in zip(names, counts, found, strict=True):
        if not groups or groups[-1][0] != name:
            groups.append((name, count, []))
        groups[-1][2].append(span)
    return [Group(name, count, members) for name, count, members in groups]


def _milestones(board: Board, items: Rows) -> list[list[Milestone]]:
    """Gather the milestones of each item."""
    parts = [children.of(board.campaign, "milestones", "item", item) for item in items.tolist()]
    rows = np.concatenate([np.empty(0, np.intp), *parts])
    finished = board.standing.column("finished")[items]
    late = lights.overdue_milestones(board.campaign, board.standing.day, rows) > 0
    found = zip(
        columns.titles(board, "milestones", rows),
        columns.dates(board, "milestones", "due", rows),
        columns.dates(board, "milestones", "done_on", rows),
        late.tolist(),
        np.repeat(finished, [len(part) for part in parts]).tolist(),
        strict=True,
    )
    made = [_milestone(*each, board.standing.day) for each in found]
    ends = np.cumsum([len(part) for part in parts]).tolist()
    return [
        [each for each in made[end - len(part) : end] if each is not None]
        for part, end in zip(parts, ends, strict=True)
    ]


def _milestone(
    title: str, due: dt.date | None, done: dt.date | None, late: bool, finished: bool, today: dt.date
) -> Milestone | None:
    if done is not None and done <= today:
        return Milestone(title, Mark.DONE, due, done)
    if due is None:
        return None
    if late:
        return Milestone(title, Mark.UNREPORTED if finished else Mark.OVERDUE, due, due)
    return Milestone(title, Mark.OPEN, due, due)
