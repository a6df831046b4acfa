"""Events and other dated records as entries of a list, each with links to the items it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
import streamlit as st

from components import cards, choice, empty, item_lines, markdown, paging, replay, together
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain
from components.together import Part
from data import day_numbers
from data.campaign import Rows
from data.day_numbers import UNKNOWN, of_day
from data.filters import Filters
from data.summaries import records
from data.words import EventKind

ROWS_A_PAGE = 20
_ORDERS = ("newest", "oldest")
_ITEMS_SHOWN = 3

Words = Callable[[Board, int], str]
Entry = tuple[str, Sequence[int], str]
"""A record as Markdown, the items it concerns, and a key."""


def show(board: Board) -> None:
    """List the events up to the board's day, in order of date, those without a date at the end."""
    campaign, today = board.campaign, of_day(board.standing.day)
    mask = records.concerned(campaign, "events", board.mask, board.filters == Filters())
    ahead = np.flatnonzero(mask & ~records.known(campaign, "events", today))
    # On an earlier day nobody can tell what was already arranged.
    held = ""
    if len(ahead) and "as_of" not in board.base:
        in_order = records.by_date(campaign, "events", ahead, newest_first=False)
        _paged(board, in_order, "ahead", f"### {t('organization.ahead')}")
        held = f"### {t('organization.held')}"
    rows = np.flatnonzero(mask & records.known(campaign, "events", today))
    if not len(rows):
        if held:
            st.markdown(held)
        empty.nothing(
            "organization.no_events" if not len(campaign["events"]) else "organization.no_events_here"
        )
        return
    order, words = choice.among("order", _ORDERS, "newest", "organization.order")
    undated = int((day_numbers.of(campaign["events"]["date"])[rows] == UNKNOWN).sum())
    note = markdown.small(t("organization.undated", n=undated)) if undated else ""
    in_order = records.by_date(campaign, "events", rows, newest_first=order == "newest")
    _paged(board, in_order, "held", markdown.below(held, words, note))


def _paged(board: Board, rows: Rows, key: str, heading: str) -> None:
    pages = paging.choose(board.view, len(rows), ROWS_A_PAGE, f"events.{key}")
    part = pages.part
    heading = markdown.below(heading, markdown.small(paging.said_of_part(part, len(rows))))
    with st.container(gap="medium"):
        draw(board, entries(board, "events", rows[part], described), heading)
    pages.show()


def draw(board: Board, entries: Iterable[Entry], heading: str = "") -> None:
    """Draw records as one text; where one concerns many items, a list of these to open follows it."""
    together.show(parts(board, entries, heading))


def parts(board: Board, entries: Iterable[Entry], heading: str = "") -> Iterator[Part]:
    """Give what `draw` draws."""
    yield heading
    for text, items, key in entries:
        yield text
        if not few(items):
            yield partial(_show_items, board, items, key)


def entries(board: Board, table: str, rows: Rows, words: Words) -> Iterator[Entry]:
    """Word records of a table, to be drawn."""
    for row in rows.tolist():
        yield words(board, row), items_of(board, table, row), f"{table}.{row}"


@replay.made
def described(board: Board, row: int, *, brief: bool = False) -> str:
    """Describe an event: what, when, who and where; a brief one without its kind."""
    group = cells.position(board, "events", "group", row)
    said = (
        cells.day(board, "events", "date", row) or t("organization.no_date"),
        "" if brief else cells.word(board, EventKind, "events", "kind", row),
        cells.organizations(board, "events", "organizations", row),
        cells.text(board, "groups", "name", group) if group >= 0 else "",
        regions_of(board, "events", "regions", row),
        cells.text(board, "events", "place", row),
    )
    return entry(board, "events", row, said)


def entry(board: Board, table: str, row: int, said: Sequence[str]) -> str:
    """Write a record: its title, a line of facts, its text, and links to the items if they are few."""
    items = items_of(board, table, row)
    facts = " · ".join(part for part in said if part)
    lines = [
        f"**{cells.text(board, table, 'title', row)}**",
        markdown.small(facts),
        cells.text(board, table, "summary", row),
        *(item_lines.link(board, item) for item in items if few(items)),
    ]
    return markdown.lines(*lines)


def items_of(board: Board, table: str, row: int) -> list[int]:
    """Find the items a record names, in its order."""
    places = board.campaign.positions("items")(list(cells.value(board, table, "items", row)))
    return [int(place) for place in places if place >= 0]


def few(items: Sequence[int]) -> bool:
    """Tell whether items are so few that each is shown."""
    return len(items) <= _ITEMS_SHOWN


def _show_items(board: Board, items: Sequence[int], key: str) -> None:
    """Link to all of many items, under a heading to open."""
    several = st.expander(t("organization.items", n=len(items)), key=f"{key}.items", on_change="rerun")
    if several.open:
        with several:
            st.markdown(cards.listed(item_lines.link(board, item, with_light=True) for item in items))


def regions_of(board: Board, table: str, column: str, row: int) -> str:
    """Name the regions of a record, as Markdown."""
    return plain(cells.region_names(board, table, column, row))
