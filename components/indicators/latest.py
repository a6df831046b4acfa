"""An indicator's risk and latest value in a few words."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import streamlit as st

from components import language, light
from components.board import Board
from components.item import cells, indicator_words
from components.language import t
from data import children, day_numbers
from data.words import Light, Qualifier


def badge(board: Board, row: int, place: int) -> str:
    """Name an indicator's risk by its light and in words; `place` is the place of the light in `Light`."""
    shown = list(Light)[place]
    state: Any = board.standing.indicators
    miss = float(state["miss_days"].iat[row])
    if shown in (Light.RED, Light.YELLOW):
        words = t("indicators.never") if math.isinf(miss) else t("indicators.late", n=int(miss))
    else:
        words = t(f"indicators.light.{shown}")
    return light.badge(shown, words)


def newest(board: Board, row: int) -> int:
    """Find the newest reading up to the board's day, of the whole or of a region; -1 for none."""
    found = children.of(board.campaign, "readings", "indicator", row)
    days = day_numbers.of(board.campaign["readings"]["date"].iloc[found])
    known = days <= day_numbers.of_day(board.standing.day)
    found, days = found[known], days[known]
    return int(found[np.lexsort((found, days))[-1]]) if len(found) else -1


def show(board: Board, row: int, whole: int) -> None:
    """Draw the latest value with its date and its change; `whole` is its reading, -1 if regions make it."""
    state: Any = board.standing.indicators
    latest_reading = newest(board, row)
    if latest_reading >= 0 and (held := indicator_words.withheld(board, latest_reading)):
        st.caption(held)
    value = float(state["latest"].iat[row])
    if math.isnan(value):
        if latest_reading < 0:
            st.caption(t("item.reading.nothing"))
        return
    combined = t("item.reading.combined", day=language.day(state["latest_date"].iat[row]))
    change = _change(board, row, whole)
    st.metric(
        t("item.reading.as_of", day=indicator_words.dated(board, whole)) if whole >= 0 else combined,
        indicator_words.as_stated(board, whole, row)
        if whole >= 0
        else indicator_words.figure(board, row, indicator_words.legible(value)),
        None if math.isnan(change) else language.number(change) if change else 0,
        delta_color="inverse" if indicator_words.less_is_better(board, row) else "normal",
        delta_description=None if math.isnan(change) else t("item.reading.since_previous"),
    )


def _change(board: Board, row: int, whole: int) -> float:
    """Tell how far the value moved since the reading before; NaN where a source gives no exact figure."""
    state: Any = board.standing.indicators
    qualifier = cells.value(board, "readings", "qualifier", whole) if whole >= 0 else None
    if isinstance(qualifier, str) and qualifier != Qualifier.EXACT:
        return math.nan
    return indicator_words.legible(float(state["latest"].iat[row]) - float(state["previous"].iat[row]))


def projected(board: Board, row: int) -> str:
    """Say the target and where the pace leads, or what is missing to tell."""
    target = indicator_words.target(board, row) or t("item.target_missing")
    state: Any = board.standing.indicators
    has_value = not math.isnan(state["latest"].iat[row])
    projection = indicator_words.projection(board, row) if has_value else ""
    return "  \n".join(line for line in (target, projection) if line)
