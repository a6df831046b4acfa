"""Headline results: each indicator's latest value as the source states it, with its change, date and target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from components import empty, language
from components.board import Board
from components.charts.finding import sentences
from components.download import csv_button
from components.language import header, t
from components.plain import plain, plain_title
from data import day_numbers
from data.campaign import Campaign, Rows
from data.words import Direction, Qualifier

HEADLINES = 8


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator as it is shown; texts are content, in the reader's language."""

    title: str
    value: str
    change: str
    """With its sign; empty where there is nothing to compare with."""
    less_is_better: bool
    date: str
    target: str
    source: str


def stated(value: float, unit: str, qualifier: object) -> str:
    """Write a figure as the source states it: 超过100场, more than 100 sessions."""
    figure = language.number(value, unit)
    kind = Qualifier(qualifier) if isinstance(qualifier, str) else Qualifier.EXACT
    return t(f"stated.{kind}", figure=figure)


def show(board: Board, rows: Rows) -> None:
    """Draw the first results as figures and the rest as a table; `rows` are indicators, those at risk first."""
    if not len(rows):
        empty.nothing("overview.results_none")
        return
    readings = _latest_readings(board, rows)
    results = [_result(board, row, reading) for row, reading in zip(rows.tolist(), readings, strict=True)]
    sources = {result.source for result in results}
    with st.grid(4, min_column_width=220, gap="xsmall", border=True, key="results"):
        for result in results[:HEADLINES]:
            _tile(result, source=len(sources) > 1)
    if len(sources) == 1:
        st.caption(t("results.source", source=plain(sources.pop())))
    if len(results) > HEADLINES:
        rest = st.expander(
            t("overview.results_more", n=len(results) - HEADLINES), key="results.more", on_change="rerun"
        )
        if rest.open:
            with rest:
                table = _table(results)
                st.dataframe(table, hide_index=True, key="results.rows", alt=t("overview.results"))
                csv_button(lambda: table, t("overview.results"), "results.csv")


def _tile(result: Result, source: bool) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(plain_title(result.title))
        st.metric(
            result.title,
            plain(result.value),
            result.change or None,
            delta_color="inverse" if result.less_is_better else "normal",
            delta_description=t("results.since") if result.change else None,
            label_visibility="collapsed",
        )
        said = [result.date, result.target, t("results.source", source=result.source) if source else ""]
        st.caption("  \n".join(plain(part) for part in said if part))


def _result(board: Board, row: int, reading: int) -> Result:
    campaign, state = board.campaign, board.standing.indicators.iloc[row]
    own = campaign["indicators"].iloc[row]
    unit = board.text("indicators", "unit", row)
    read = campaign["readings"].iloc[reading] if reading >= 0 else None
    qualifier = None if read is None else read["qualifier"]
    exact = not isinstance(qualifier, str) or qualifier == Qualifier.EXACT
    gained = float(state["latest"] - state["previous"])
    return Result(
        title=board.text("indicators", "title", row),
        value=stated(state["latest"], unit, qualifier),
        change=_signed(gained) if exact and np.isfinite(gained) else "",
        less_is_better=own["direction"] == Direction.LESS,
        date=t("results.date", day=language.day(state["latest_date"])),
        target=_target(float(own["target"]), unit, own["target_date"]),
        source=_source(campaign, read, own),
    )


def _signed(gained: float) -> str:
    return f"+{language.number(gained)}" if gained > 0 else language.number(gained)


def _target(target: float, unit: str, date: pd.Timestamp) -> str:
    if np.isnan(target):
        return ""
    figure = language.number(target, unit)
    return (
        t("results.target", target=figure)
        if pd.isna(date)
        else t("results.target_by", target=figure, day=language.day(date))
    )


def _source(campaign: Campaign, reading: pd.Series[str] | None, indicator: pd.Series[str]) -> str:
    """Name the source of the reading, else of the indicator, else of the campaign."""
    named = next((row for row in (reading, indicator) if row is not None and row["source"]), None)
    if named is not None:
        source, date = str(named["source"]), named["source_date"]
    else:
        source, date = campaign.settings.source, campaign.settings.source_date
    if not source:
        return t("not_reported")
    return source if pd.isna(date) else t("results.source_dated", source=source, day=language.day(date))


def _latest_readings(board: Board, rows: Rows) -> list[int]:
    """Find the reading of the whole that each indicator's latest value is; -1 where regions were combined."""
    readings, whole = board.campaign["readings"], _whole(board.campaign, board.campaign.version)
    about = readings["indicator"].cat.codes.to_numpy()[whole]
    days = day_numbers.of(readings["date"].iloc[whole])
    latest = day_numbers.of(board.standing.indicators["latest_date"])
    at_latest = days == latest[about]
    # Of two readings for one day the later in the file counts, and numpy keeps the last.
    found = np.full(len(board.campaign["indicators"]), -1)
    found[about[at_latest]] = whole[at_latest]
    return [int(found[row]) for row in rows]


@st.cache_resource(show_spinner=False, max_entries=64)
def _whole(_campaign: Campaign, version: str) -> Rows:
    readings = _campaign["readings"]
    known = readings["indicator"].cat.codes.to_numpy() >= 0
    return np.flatnonzero(
        known & readings["region"].isna().to_numpy() & (readings["region.text"] == "").to_numpy()
    )


def _table(results: Sequence[Result]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("results.indicator"): [result.title for result in results],
            t("results.value"): [result.value for result in results],
            t("results.change"): [result.change for result in results],
            t("results.on"): [result.date for result in results],
            header("indicators", "target"): [result.target or t("not_reported") for result in results],
            header("indicators", "source"): [result.source for result in results],
        }
    )
