"""How a projection is computed, or what it lacks."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from components import cards, language, markdown
from components.board import Board
from components.charts.finding import sentences
from components.charts.readings_against_target import Course
from components.item import cells, indicator_words
from components.language import t
from data.campaign import Rows
from data.projection import READINGS_NEEDED
from data.summaries import risk
from data.words import Combination

_MONTH = 30


def words(board: Board, row: int, drawn: Course, whole: int) -> str:
    """Say how the projection and the latest value come about."""
    lines = [_projection(board, row, drawn)]
    if whole < 0 and drawn.readings:
        average = cells.value(board, "indicators", "combination", row) == Combination.AVERAGE
        lines.append(t("indicators.method_average" if average else "indicators.method_sum"))
    lines.append(t(_direction(board, row)))
    return markdown.below(
        markdown.heading(t("indicators.method")), cards.listed(line for line in lines if line)
    )


def _direction(board: Board, row: int) -> str:
    return "indicators.less" if indicator_words.less_is_better(board, row) else "indicators.more"


def _projection(board: Board, row: int, drawn: Course) -> str:
    state: Any = board.standing.indicators.iloc[row]
    target = float(cells.value(board, "indicators", "target", row))
    due = cells.value(board, "indicators", "target_date", row)
    if math.isnan(target) or pd.isna(due):
        return t("indicators.method_no_target")
    if state["reached"]:
        return t("indicators.method_reached")
    if state["readings"] < READINGS_NEEDED:
        return t("item.projection.too_few", n=int(state["readings"]))
    pace = _rounded(risk.pace(board.campaign, board.standing, row) * _MONTH)
    change = indicator_words.figure(board, row, abs(pace))
    if indicator_words.unit(board, row) == "%":
        change = t("item.points", points=language.number(abs(pace)))
    goal = indicator_words.figure(board, row, target)
    line = t(
        "indicators.method_line",
        n=len(drawn.readings),
        first=language.day(drawn.readings[0][0]),
        last=language.day(drawn.readings[-1][0]),
        pace=t("indicators.rises" if pace >= 0 else "indicators.falls", change=change),
    )
    name = "indicators.method_never" if math.isinf(state["miss_days"]) else "indicators.method_meets"
    return sentences(line, t(name, target=goal))


def _rounded(pace: float) -> float:
    """Keep what a reader can use of a computed figure: four digits, two of them decimals at most."""
    return round(float(f"{pace:.4g}"), 2)


def suppressed(board: Board, readings: Rows) -> int:
    """Count the readings whose source gives no figure."""
    return int(board.campaign["readings"]["value"].iloc[readings].isna().sum())
