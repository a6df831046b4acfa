"""An indicator by region, where regions report it."""

from __future__ import annotations

import math

import streamlit as st

from components import chart, language
from components.board import Board
from components.charts.readings_by_region import RegionValue, readings_by_region
from components.item import cells, indicator_words
from components.language import t
from data.campaign import Rows


def show(board: Board, row: int, readings: Rows) -> None:
    """Draw the latest reading of each region; `readings` come newest first. Nothing without regions."""
    latest = _latest(board, readings)
    if not latest:
        return
    st.header(t("indicators.by_region"), anchor=False)
    unit = indicator_words.unit(board, row)
    values = [_value(board, name, reading, unit) for name, reading in latest.items()]
    known = set(board.campaign["readings"]["region"].iloc[readings].dropna())
    chart.show(
        readings_by_region(values, unit, len(board.campaign["regions"]) - len(known)), "indicator.by_region"
    )


def _latest(board: Board, readings: Rows) -> dict[str, int]:
    """Find the first (newest) reading of each region by its name."""
    frame = board.campaign["readings"]
    codes = frame["region"].iloc[readings].tolist()
    words = frame["region.text"].iloc[readings].tolist()
    found: dict[tuple[object, str], int] = {}
    for reading, code, written in zip(readings.tolist(), codes, words, strict=True):
        if isinstance(code, str) or written:
            found.setdefault((code if isinstance(code, str) else "", str(written)), reading)
    return {cells.region_names(board, "readings", "region", reading): reading for reading in found.values()}


def _value(board: Board, name: str, reading: int, unit: str) -> RegionValue:
    value = float(cells.value(board, "readings", "value", reading))
    date = cells.value(board, "readings", "date", reading).date()
    if math.isnan(value):
        words = cells.written(board, "readings", "value", reading) or t("item.reading.none")
    else:
        words = language.number(value, unit)
    return RegionValue(name, value, date, words)
