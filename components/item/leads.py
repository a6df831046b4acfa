"""The problem leads that an item answers: how many, how quickly, and each one with personal data masked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components import language, replay, table_behind
from components.board import Board
from components.item import cells, part
from components.language import header, percent, t
from data import day_numbers
from data.campaign import Rows

_MOST_ROWS = 500
"""Rows on screen; all of them can be downloaded."""


def show(board: Board, item: int) -> bool:
    """Draw counts and table of the leads received by the board's day; tell whether there are any."""
    count = _figures(board, item)
    if not count:
        return False
    found = _newest_first(board, item)
    table_behind.offer(
        t("item.leads.table", n=count),
        lambda: _rows(board, found[:_MOST_ROWS]),
        "item.leads",
        name=t("item.leads"),
        note=t("item.leads.newest", n=_MOST_ROWS) if count > _MOST_ROWS else "",
        whole=lambda: _rows(board, found),
    )
    return True


def _newest_first(board: Board, item: int) -> Rows:
    found = cells.rows(board, "leads", item, dated="received")
    received = day_numbers.of(board.campaign["leads"]["received"].iloc[found])
    return found[np.argsort(-received, kind="stable")]


@replay.drawn
def _figures(board: Board, item: int) -> int:
    """Draw the counts under their heading, and return how many leads there are."""
    found = _newest_first(board, item)
    if not len(found):
        return 0
    part.heading(t("item.leads"))
    resolved = _resolved(board, found)
    days: Any = (resolved - board.campaign["leads"]["received"].iloc[found]).dt.days.median()
    counts = {
        "received": language.number(len(found)),
        "open": language.number(int(resolved.isna().sum())),
        "resolved": language.number(int(resolved.notna().sum())),
        "median": "—" if pd.isna(days) else t("item.leads.days", n=round(days), days=language.number(days)),
    }
    with st.grid(4, min_column_width=130, key="item-leads"):
        for name, value in counts.items():
            st.metric(t(f"item.leads.{name}"), value)
    return len(found)


def _resolved(board: Board, found: Rows) -> pd.Series[pd.Timestamp]:
    """Return when the leads were resolved, as far as that was known on the board's day."""
    resolved = board.campaign["leads"]["resolved"].iloc[found]
    return resolved.where(resolved <= pd.Timestamp(board.standing.day))


def _rows(board: Board, found: Rows) -> pd.DataFrame:
    frame, resolved = board.campaign["leads"].iloc[found], _resolved(board, found)
    today = pd.Timestamp(board.standing.day)
    columns: dict[str, Iterable[object]] = {
        "received": frame["received"].dt.date,
        "category": [cells.literal(board, "leads", "category", int(row)) for row in found],
        "text": [cells.literal(board, "leads", "text", int(row)) for row in found],
        "region": [cells.region_names(board, "leads", "region", int(row)) for row in found],
        "organization": [cells.organization_name(board, "leads", "organization", int(row)) for row in found],
        "assigned": frame["assigned"].where(frame["assigned"] <= today).dt.date,
        "due": frame["due"].dt.date,
        "resolved": resolved.dt.date,
        "satisfaction": [
            "" if pd.isna(value) else percent(value)
            for value in frame["satisfaction"].where(resolved.notna())
        ],
        "times": frame["times"],
    }
    return pd.DataFrame({header("leads", name): list(values) for name, values in columns.items()})
