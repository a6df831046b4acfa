"""The problem leads that an item answers: how many, how quickly, and each one with personal data masked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components import cards, folds, language, lead_view, markdown, table_behind
from components.board import Board
from components.item import cells
from components.language import header, percent, t
from components.plain import plain
from components.together import Part
from data import day_numbers
from data.campaign import Rows
from data.day_numbers import UNKNOWN

_KEY = "item.leads"
_MOST_ROWS = 500
"""Rows on screen; all of them can be downloaded."""


def words(board: Board, item: int) -> str:
    """Word how many leads were received by the board's day, and how quickly they were resolved."""
    board = lead_view.with_item(board, item)
    found = cells.rows(board, "leads", item, dated="received")
    if not len(found):
        return ""
    received, resolved = (board.campaign.days("leads", name)[found] for name in ("received", "resolved"))
    handled = (resolved != UNKNOWN) & (resolved <= day_numbers.of_day(board.standing.day))
    taken = day_numbers.between(resolved, received)[handled]
    counts = {
        "received": language.number(len(found)),
        "open": language.number(int((~handled).sum())),
        "resolved": language.number(int(handled.sum())),
        "median": _median(taken[~np.isnan(taken)]),
    }
    figures = [cards.figure(t(f"item.leads.{name}"), plain(value)) for name, value in counts.items()]
    return markdown.below(markdown.heading(t("item.leads")), cards.laid(figures))


def _median(days: NDArray[np.float64]) -> str:
    if not len(days):
        return "—"
    median = float(np.median(days))
    return t("item.leads.days", n=round(median), days=language.number(median))


def parts(board: Board, item: int, figures: str) -> Iterator[Part]:
    """Show the figures, if there are any, and offer the table of the leads."""
    if not figures:
        return
    board = lead_view.with_item(board, item)
    found = _newest_first(board, item)
    label = t("item.leads.table", n=len(found))
    yield figures
    yield table_behind.link(_KEY, label)
    if folds.is_open(_KEY):
        yield partial(_show_table, board, found, label)


def _show_table(board: Board, found: Rows, label: str) -> None:
    table_behind.show(
        _KEY,
        lambda: _rows(board, found[:_MOST_ROWS]),
        name=t("item.leads"),
        alt=label,
        note=t("item.leads.newest", n=_MOST_ROWS) if len(found) > _MOST_ROWS else "",
        whole=lambda: _rows(board, found),
    )


def _newest_first(board: Board, item: int) -> Rows:
    found = cells.rows(board, "leads", item, dated="received")
    received = board.campaign.days("leads", "received")[found]
    return found[np.argsort(-received, kind="stable")]


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
