"""The problem leads of the board's view, found and counted once and kept for reruns that ask the same."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import replace

from components import kept, replay
from components.board import Board
from data import asked_leads, leads
from data.campaign import Campaign
from data.filters import Filters
from data.leads import LeadView
from data.standing import Standing
from data.summaries.leads import LeadFigures, lead_figures

GROUPS: dict[str, tuple[str, Callable[[LeadView], leads.Codes]]] = {
    "category": ("category", lambda view: view.categories),
    "department": ("organization", lambda view: view.organizations),
    "region": ("region", lambda view: view.regions),
}
"""By what leads are compared: the column that tells them apart, and its codes in a view."""


def view(board: Board, *told_apart: str) -> LeadView:
    """Return the leads that the board's filters leave.

    Those in memory are told apart by everything; those that live elsewhere by some of `asked_leads.COLUMNS`,
    and as many as look alike share a cell.
    """
    asked = (board.campaign.version, board.standing.day, board.filters)
    return _views(board.campaign, board.standing, *asked)(*told_apart)


# A view of 200,000 leads takes 8 MB.
@kept.by_version(16)
def _views(
    _campaign: Campaign, _standing: Standing, version: str, day: dt.date, filters: Filters
) -> Callable[..., LeadView]:
    return functools.cache(asked_leads.views(_campaign, _standing, filters))


@replay.made
def figures(board: Board) -> LeadFigures:
    """Count the leads of the board."""
    return lead_figures(view(board))


def listed(board: Board) -> LeadView:
    """Return the leads whose rows the board holds, one cell for each."""
    if not board.part:
        return view(board)
    return board.campaign.remember(
        ("listed", "leads"), lambda: leads.view(board.campaign, board.standing, Filters())
    )


def with_page(board: Board, state: str, first: int, end: int) -> Board:
    """Return a board that holds some of the leads in a state, should all of them live elsewhere."""
    if "leads" not in board.campaign.sources:
        return board
    asked = (board.campaign.version, board.standing.day, board.filters, state, first, end)
    return _with(board, _page(board.campaign, board.standing, *asked), asked)


def with_all(board: Board, state: str) -> Board:
    """Return a board that holds as many leads in a state as may be fetched."""
    if "leads" not in board.campaign.sources:
        return board
    page = asked_leads.of(board.campaign).page(board.standing, board.filters, state, 0, asked_leads.MOST_ROWS)
    return _with(board, page, ("all", state))


def with_item(board: Board, item: int) -> Board:
    """Return a board that holds the leads of an item, should all of them live elsewhere."""
    if "leads" not in board.campaign.sources:
        return board
    held = _of_item(board.campaign, board.campaign.version, board.standing.day, item)
    return _with(board, held, ("item", item))


def _with(board: Board, holding: Campaign, part: tuple[object, ...]) -> Board:
    return replace(board, campaign=holding, part=("leads", *part))


@kept.by_version(16)
def _page(
    _campaign: Campaign,
    _standing: Standing,
    version: str,
    day: dt.date,
    filters: Filters,
    state: str,
    first: int,
    end: int,
) -> Campaign:
    return asked_leads.of(_campaign).page(_standing, filters, state, first, end)


@kept.by_version(16)
def _of_item(_campaign: Campaign, version: str, day: dt.date, item: int) -> Campaign:
    return asked_leads.of(_campaign).of_item(item, day)
