"""What changed in the last days, grouped by kind, each change with a link to its item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from components import cards, item_lines, kept, language, light, markdown, replay, results, table_behind
from components.board import Board
from components.item import cells, indicator_words
from components.language import t
from components.plain import plain
from components.together import Part
from data import history
from data.campaign import Campaign, Rows
from data.filters import Filters
from data.history import Change
from data.standing import Standing
from data.summaries.changes import concerning
from data.summaries.few_rows import Columns, columns
from data.words import Qualifier, Status

DAYS = 30
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """One change in words; `item` is its position, -1 for none. Texts are content."""

    kind: Change
    date: str
    item: int
    about: str
    detail: str


class _Row(NamedTuple):
    """A row of `data.history.changes`."""

    kind: str
    date: np.datetime64
    item: int
    table: str
    row: int
    before: Any
    after: Any
    # Hides a method of tuples that nobody calls here.
    count: int  # type: ignore[assignment]


def parts(board: Board, heading: str, key: str, days: int = DAYS) -> Iterator[Part]:
    """List the changes of the last days among the items that the filters leave."""
    count, texts = _cards(board, days)
    if not count:
        yield markdown.below(heading, f":material/info: {t('changes.none', n=days)}")
        return
    name = t("overview.changes", n=days)
    yield markdown.below(heading, cards.laid(texts), table_behind.link(key, t("changes.all", n=count)))
    yield partial(table_behind.show, key, lambda: _table(board, days), name=name, alt=name)


@replay.made
def _cards(board: Board, days: int) -> tuple[int, list[str]]:
    """Count the changes, and write a card for each kind of them."""
    found = _changes(board, days)
    rows = _concerning(board, found)
    codes, counts = found["code"][rows], found["count"][rows]
    groups = {kind: rows[codes == place] for place, kind in enumerate(Change)}
    first = np.concatenate([mine[:_SHOWN] for mine in groups.values()])
    board = _with_readings(board, found, first)
    leads = int(counts[codes == list(Change).index(Change.LEAD)].sum())
    return len(rows), [_card(board, days, kind, mine, leads) for kind, mine in groups.items() if len(mine)]


def _card(board: Board, days: int, kind: Change, rows: Rows, leads: int) -> str:
    entries = [_entry(board, days, row) for row in rows[:_SHOWN].tolist()]
    if len(rows) > _SHOWN:
        entries.append(markdown.small(t("changes.more", n=len(rows) - _SHOWN)))
    number = leads if kind is Change.LEAD else len(rows)
    return cards.listing(f"**{kind.label(board.lang)}** · {language.number(number)}", entries)


@replay.made_for_any_view
def _entry(board: Board, days: int, row: int) -> str:
    line = _line(board, _changes(board, days), row)
    same = line.item >= 0 and line.about == cells.literal(board, "items", "title", line.item)
    said = [line.date, "" if same else line.about, line.detail]
    below = markdown.small(" · ".join(plain(part) for part in said if part))
    return f"{item_lines.link(board, line.item)}  \n{below}" if line.item >= 0 else below


def _with_readings(board: Board, changes: Columns, rows: Rows) -> Board:
    """Return a board that holds the readings some changes are about, should they live elsewhere."""
    return board.with_readings(changes["row"][rows[changes["table"][rows] == "indicators"]])


def _changes(board: Board, days: int) -> Columns:
    day = board.standing.day - dt.timedelta(days=days)
    return _compare(
        board.campaign, board.before(day), board.standing, board.campaign.version, day, board.standing.day
    )


@kept.by_version(64)
def _compare(
    _campaign: Campaign, _before: Standing, _after: Standing, version: str, since: dt.date, until: dt.date
) -> Columns:
    found = history.changes(_campaign, _before, _after)
    return {**columns(found), "code": found["kind"].cat.codes.to_numpy()}


def _concerning(board: Board, changes: Columns) -> Rows:
    return np.flatnonzero(concerning(board.campaign, changes, board.mask, board.filters == Filters()))


def _line(board: Board, changes: Columns, row: int) -> _Line:
    change = _Row._make(changes[name][row] for name in _Row._fields)
    kind = Change(change.kind)
    if kind in (Change.DOCUMENT, Change.EVENT, Change.NEW_READING):
        about = cells.literal(board, change.table, "title", change.row)
    elif change.item >= 0:
        about = cells.literal(board, "items", "title", change.item)
    else:
        about = t("changes.no_item")
    day = language.day(pd.Timestamp(change.date))
    return _Line(kind, day, int(change.item), about, _detail(board, kind, change))


def _detail(board: Board, kind: Change, change: _Row) -> str:
    """Say what became what; empty for what has no before."""
    if kind is Change.LEAD:
        return t("changes.leads", n=int(change.count))
    if kind in (Change.DOCUMENT, Change.EVENT):
        return ""
    if kind is Change.NEW_READING:
        reading = int(results.latest_readings(board)[change.row])
        after = _stated(board, change.row, change.after, reading)
        if pd.isna(change.before):
            return t("changes.first", value=after)
        before = _stated(board, change.row, change.before, -1)
        return t("changes.readings", n=int(change.count), before=before, after=after)
    before, after = (_worded(board, kind, value) for value in (change.before, change.after))
    return t("changes.from_to", before=before, after=after)


def _stated(board: Board, indicator: int, value: float, reading: int) -> str:
    """Write a value as its reading states it; no reading (-1) is a value that regions make."""
    worded = language.number(
        value if reading >= 0 else results.computed(value), indicator_words.unit(board, indicator)
    )
    qualifier = cells.value(board, "readings", "qualifier", reading) if reading >= 0 else None
    if not isinstance(qualifier, str) or qualifier == Qualifier.EXACT:
        return worded
    return t(f"item.qualifier.{qualifier}", value=worded)


def _worded(board: Board, kind: Change, value: Any) -> str:
    if kind in (Change.FINISHED, Change.STARTED):
        return Status(value).label(board.lang)
    if kind in (Change.TURNED_RED, Change.LEFT_RED):
        return light.label(value)
    if kind is Change.DEADLINE_MOVED:
        return language.day(value) if pd.notna(value) else t("changes.no_deadline")
    return language.percent(value)


def _table(board: Board, days: int) -> pd.DataFrame:
    found = _changes(board, days)
    rows = _concerning(board, found)
    board = _with_readings(board, found, rows)
    lines = [_line(board, found, row) for row in rows.tolist()]
    titles = [cells.literal(board, "items", "title", line.item) if line.item >= 0 else "" for line in lines]
    return pd.DataFrame(
        {
            t("changes.date"): [line.date for line in lines],
            t("changes.kind"): [line.kind.label(board.lang) for line in lines],
            t("changes.about"): [line.about for line in lines],
            t("changes.detail"): [line.detail for line in lines],
            t("charts.item"): titles,
        }
    )
