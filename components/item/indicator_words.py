"""An indicator in words: its latest value as stated, its target, and where its pace leads."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from components import cards, language
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain
from data.campaign import Rows
from data.formats import legible as legible
from data.projection import READINGS_NEEDED
from data.words import Direction, Qualifier


def readings(board: Board, row: int) -> Rows:
    """Find an indicator's readings up to the board's day, newest first (on one day, the last in the file)."""
    found = cells.rows(board, "readings", row, column="indicator", dated="date")
    days = board.campaign.days("readings", "date")[found]
    return found[np.lexsort((found, days))[::-1]]


def unit(board: Board, row: int) -> str:
    """Return the unit as it was written."""
    return cells.literal(board, "indicators", "unit", row)


def figure(board: Board, row: int, value: float) -> str:
    """Write a value of an indicator with its unit."""
    return plain(language.number(value, unit(board, row)))


def as_stated(board: Board, reading: int, row: int) -> str:
    """Write a reading as its source states it ("over 100"), one without a figure in its own words."""
    value = float(cells.value(board, "readings", "value", reading))
    if math.isnan(value):
        return plain(cells.written(board, "readings", "value", reading)) or t("item.reading.none")
    qualifier = cells.value(board, "readings", "qualifier", reading)
    worded = figure(board, row, value)
    if not isinstance(qualifier, str) or qualifier == Qualifier.EXACT:
        return worded
    return t(f"item.qualifier.{qualifier}", value=worded)


def latest_of_whole(board: Board, row: int, readings: Rows) -> int:
    """Find the reading of the whole that gives the latest value; -1 where regions are combined."""
    latest = board.standing.cell("indicators", "latest_date", row)
    places: list[int] = readings.tolist()
    for reading in places:
        if cells.value(board, "readings", "date", reading) == latest and _of_whole(board, reading):
            return reading
    return -1


def _of_whole(board: Board, reading: int) -> bool:
    return (
        cells.position(board, "readings", "region", reading) < 0
        and not cells.written(board, "readings", "region", reading)
        and not math.isnan(cells.value(board, "readings", "value", reading))
    )


def withheld(board: Board, reading: int) -> str:
    """Say that a reading gives no figure, in the words of its source; empty where it gives one."""
    if not math.isnan(cells.value(board, "readings", "value", reading)):
        return ""
    words = plain(cells.written(board, "readings", "value", reading)) or t("item.reading.none")
    region = plain(cells.region_names(board, "readings", "region", reading))
    day = dated(board, reading)
    return t(
        "item.reading.withheld",
        day=t("item.in_brackets", value=day, note=region) if region else day,
        words=words,
    )


def target(board: Board, row: int) -> str:
    """Say the target and by when; empty where there is none."""
    value = float(cells.value(board, "indicators", "target", row))
    words = (
        plain(cells.written(board, "indicators", "target", row))
        if math.isnan(value)
        else figure(board, row, value)
    )
    day = cells.day(board, "indicators", "target_date", row)
    if not words:
        return ""
    return t("item.target_by", value=words, day=day) if day else t("item.target", value=words)


def trajectory(board: Board, row: int) -> str:
    """Say what the trajectory expects on the board's day, and how far the latest value is from it."""
    reached, planned, latest = _state(board, row, "reached", "expected", "latest")
    if reached or math.isnan(planned) or math.isnan(latest):
        return ""
    expected = _rounded(float(planned), float(latest))
    short = (expected - latest) * (-1 if less_is_better(board, row) else 1)
    name = "short" if short > 0 else "ahead" if short < 0 else "level"
    gap = legible(abs(short))
    return t(
        f"item.trajectory.{name}",
        day=language.day(board.standing.day),
        expected=figure(board, row, expected),
        gap=t("item.points", points=language.number(gap))
        if unit(board, row) == "%"
        else figure(board, row, gap),
    )


def projection(board: Board, row: int) -> str:
    """Say when the target is or was reached, or why that cannot be told; empty without a target."""
    target, due = (cells.value(board, "indicators", name, row) for name in ("target", "target_date"))
    if math.isnan(target):
        return ""
    reached, reached_on, readings, miss = _state(board, row, "reached", "reached_on", "readings", "miss_days")
    if reached:
        late = (reached_on - due).days
        key = "item.projection.reached_late" if late > 0 else "item.projection.reached"
        return t(key, n=late if late > 0 else None, day=language.day(reached_on))
    if pd.isna(due):
        return t("item.projection.no_date")
    if readings < READINGS_NEEDED:
        return t("item.projection.too_few", n=int(readings))
    if math.isnan(miss):
        return t("item.projection.unknown")
    if math.isinf(miss):
        return t("item.projection.never")
    days = int(miss)
    name = "late" if days > 0 else "early" if days < 0 else "on_time"
    return t(f"item.projection.{name}", day=language.day(reached_on), n=abs(days))


def _state(board: Board, row: int, *columns: str) -> tuple[Any, ...]:
    return tuple(board.standing.cell("indicators", column, row) for column in columns)


def gained(board: Board, row: int, reading: int) -> float:
    """Tell how far the latest value, as `reading` states it, lies from the one before; -1 is no reading.

    NaN where there is none before, or the source gives no exact figure.
    """
    qualifier = cells.value(board, "readings", "qualifier", reading) if reading >= 0 else None
    if isinstance(qualifier, str) and qualifier != Qualifier.EXACT:
        return math.nan
    latest, previous = _state(board, row, "latest", "previous")
    return float(latest) - float(previous)


def change(board: Board, row: int, gained: float, since: str) -> str:
    """Say how far the latest value moved, and whether that is good; empty where nobody can tell (NaN)."""
    if math.isnan(gained):
        return ""
    good = gained < 0 if less_is_better(board, row) else gained > 0
    return cards.change(gained, good=good, since=since)


def less_is_better(board: Board, row: int) -> bool:
    """Tell whether the indicator is meant to fall."""
    return bool(cells.value(board, "indicators", "direction", row) == Direction.LESS)


def dated(board: Board, reading: int) -> str:
    """Say for which day or period a reading speaks."""
    precision = cells.value(board, "readings", "date.precision", reading)
    return language.day(cells.value(board, "readings", "date", reading), precision)


def _rounded(expected: float, latest: float) -> float:
    """Write a point of the trajectory no finer than the readings are, and in four digits at most."""
    decimals = len(f"{latest:.2f}".rstrip("0").partition(".")[2])
    return float(f"{round(expected, decimals):.4g}")
