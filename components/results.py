"""Headline results: each indicator's latest value as its source states it, with change, date and target."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from components import empty, item_lines, language, replay
from components.board import Board
from components.item import cells, indicator_words
from components.language import t
from components.plain import plain
from data.campaign import Rows, in_language
from data.summaries import results
from data.summaries.results import latest_readings as results_of_whole
from data.words import Qualifier

HEADLINES, MOST = 9, 39


def show(board: Board) -> None:
    """Draw the first results, those at risk before the others, and fold the rest."""
    count = _grid(board, 0, HEADLINES, "results")
    if not count:
        empty.nothing("overview.results_none")
        return
    if count > HEADLINES:
        label = t("overview.results_more", n=min(count, MOST) - HEADLINES)
        more = st.expander(label, key="results.more", on_change="rerun")
        if more.open:
            with more:
                _grid(board, HEADLINES, MOST, "results.rest")
    if count > MOST:
        st.caption(t("overview.results_most", n=count - MOST))


@replay.drawn
def _grid(board: Board, first: int, end: int, key: str) -> int:
    """Draw some of the results side by side, and return how many there are.

    A source that all of them share is named once, below.
    """
    found, readings = results(board.campaign, board.standing, board.mask), latest_readings(board)
    rows = found[first:end].tolist()
    if not rows:
        return len(found)
    sources = [_source(board, row, int(readings[row])) for row in rows]
    shared = len(set(sources)) == 1
    # Wide enough for a figure with its unit in English: a metric cuts what does not fit.
    with st.grid(3, min_column_width=290, gap="xsmall", border=True, key=key):
        for row, source in zip(rows, sources, strict=True):
            with st.container(gap="xxsmall"):
                _result(board, row, int(readings[row]), "" if shared else source)
    if shared:
        st.caption(t("results.source", source=sources[0]))
    return len(found)


def _result(board: Board, row: int, reading: int, source: str) -> None:
    state = board.standing.indicators
    date = (
        language.day(state["latest_date"].iloc[row]) if reading < 0 else indicator_words.dated(board, reading)
    )
    said = [t("results.date", day=date), indicator_words.target(board, row)]
    if source:
        said.append(t("results.source", source=source))
    lines = [
        cells.text(board, "indicators", "title", row),
        *(f":small[:gray[{part}]]" for part in said if part),
    ]
    st.markdown("  \n".join(lines))
    change = _change(board, row, reading)
    st.metric(
        t("results.value"),
        latest(board, row, reading),
        change or None,
        delta_color="inverse" if indicator_words.less_is_better(board, row) else "normal",
        delta_description=t("results.since") if change else None,
        label_visibility="collapsed",
    )
    item = int(board.campaign["indicators"]["item"].cat.codes.to_numpy()[row])
    item_lines.link(board, item)


def _change(board: Board, row: int, reading: int) -> str:
    """Say how far the value moved since the reading before; empty where a source gives no exact figure."""
    state = board.standing.indicators
    gained = computed(state["latest"].iloc[row] - state["previous"].iloc[row])
    qualifier = board.campaign["readings"]["qualifier"].iloc[reading] if reading >= 0 else None
    if math.isnan(gained) or (isinstance(qualifier, str) and qualifier != Qualifier.EXACT):
        return ""
    sign = "+" if gained > 0 else ""
    return plain(sign + language.number(gained)) if gained else "0"


def _source(board: Board, row: int, reading: int) -> str:
    """Name the source of the reading, else of the indicator, else of the campaign."""
    own = cells.source(board, "readings", reading) if reading >= 0 else ""
    settings = board.campaign.settings
    return (
        own
        or cells.source(board, "indicators", row)
        or plain(in_language(settings.source, board.lang))
        or t("not_reported")
    )


def latest(board: Board, row: int, reading: int) -> str:
    """Write an indicator's latest value as its reading states it; no reading (-1): as its regions make it."""
    if reading >= 0:
        return indicator_words.as_stated(board, reading, row)
    return indicator_words.figure(board, row, computed(board.standing.indicators["latest"].iloc[row]))


def computed(value: Any) -> float:
    """Round a value that was computed, such as an average of regions, to what a reader can use."""
    return round(float(value), 2)


def latest_readings(board: Board) -> Rows:
    """Find the reading of the whole that each indicator's latest value is; -1 where regions were combined."""
    return results_of_whole(board.campaign, board.standing)
