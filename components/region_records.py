"""What stands behind the regions chosen: items, site visits, practices and problem leads."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import streamlit as st

from components import (
    cards,
    empty,
    event_list,
    folds,
    item_lines,
    language,
    lead_view,
    links,
    markdown,
    replay,
    together,
)
from components.board import Board
from components.item import cells
from components.language import t
from components.together import Part
from data.campaign import Rows
from data.day_numbers import of_day
from data.filters import Filters, Mask
from data.summaries import records, regions

_SHOWN, _MOST = 3, 100


def show(board: Board, wide: Board, heading: str) -> None:
    """Draw the records of the regions the view is narrowed to; of all regions if it is not."""
    with st.container(key="lines-regions"):
        together.show(
            [
                heading,
                _items(board),
                *_listed(board, "visits", "events", _visits(board, wide), _visit),
                *_listed(board, "practices", "practices", _practices(board, wide), _practice),
                _leads(board),
            ]
        )


@replay.made
def _visits(board: Board, wide: Board) -> Rows:
    return _naming(board, wide, "events", regions.visits(board.campaign))


@replay.made
def _practices(board: Board, wide: Board) -> Rows:
    return _naming(board, wide, "practices", True)


def _naming(board: Board, wide: Board, table: str, those: Mask | bool) -> Rows:
    """Find those rows that concern the items of the view and name one of its regions, the newest first."""
    campaign = board.campaign
    mask = those & records.concerned(campaign, table, wide.mask, wide.filters == Filters())
    mask &= records.known(campaign, table, of_day(board.standing.day))
    mask &= regions.naming(campaign, table, board.filters.regions)
    return records.by_date(campaign, table, np.flatnonzero(mask), newest_first=True)


@replay.made
def _items(board: Board) -> str:
    rows = board.rows if board.filters.regions else board.rows[_with_region(board)[board.rows]]
    lines = [item_lines.link(board, row, with_light=True) for row in rows[:_SHOWN].tolist()]
    if len(rows) > _SHOWN and board.filters.regions:
        lines.append(_more(board, "items", len(rows)))
    elif len(rows) > _SHOWN:
        lines.append(markdown.small(t("regions.choose", n=len(rows) - _SHOWN)))
    return f"{_heading('items', len(rows))}\n\n{cards.listed(lines) or empty.words('regions.nothing.items')}"


def _with_region(board: Board) -> Mask:
    named, _ = board.campaign.pairs("items", "regions")
    found = np.zeros(len(board.mask), dtype=bool)
    found[named] = True
    return found


def _visit(board: Board, row: int) -> str:
    return event_list.described(board, row, brief=True)


@replay.made
def _practice(board: Board, row: int) -> str:
    said = (
        cells.day(board, "practices", "date", row),
        cells.organization(board, "practices", "organization", row),
        event_list.regions_of(board, "practices", "region", row),
    )
    return event_list.entry(board, "practices", row, said)


@replay.made
def _leads(board: Board) -> str:
    figures = lead_view.figures(board)
    heading = _heading("leads", figures.received)
    if not figures.received:
        return f"{heading}\n\n{empty.words('regions.nothing.leads')}"
    told = t(
        "regions.leads",
        n=figures.received,
        resolved=language.number(figures.resolved),
        open=language.number(figures.open),
        overdue=language.number(figures.overdue),
    )
    return f"{heading}\n\n{told}\n\n{_more(board, 'leads', figures.received)}"


def _heading(name: str, count: int) -> str:
    return f"**{t(f'regions.about.{name}')}** · {language.number(count)}"


def _listed(board: Board, name: str, table: str, rows: Rows, words: event_list.Words) -> Iterator[Part]:
    """Show the first rows, and the others when somebody asks for them."""
    yield _heading(name, len(rows))
    if not len(rows):
        yield empty.words(f"regions.nothing.{name}")
        return
    yield from event_list.parts(board, event_list.entries(board, table, rows[:_SHOWN], words))
    if len(rows) <= _SHOWN:
        return
    more, fewer = t("regions.more", n=len(rows) - _SHOWN), t("regions.fewer", n=_SHOWN)
    yield folds.link(name, more, fewer, t(f"regions.about.{name}"))
    if folds.is_open(name):
        yield from event_list.parts(board, event_list.entries(board, table, rows[_SHOWN:_MOST], words))
        if len(rows) > _MOST:
            yield markdown.small(t("regions.most_shown", n=len(rows) - _MOST))


def _more(board: Board, page: str, count: int) -> str:
    label = t(f"regions.see.{page}", n=count)
    return f"{links.in_view(board, page, label)} :material/chevron_right:"
