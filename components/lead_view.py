"""The problem leads of the board's view, counted once and kept for reruns that ask the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from components import kept
from components.board import Board
from data import asked_leads, leads
from data.campaign import Campaign
from data.filters import Filters
from data.leads import LeadView
from data.standing import Standing
from data.summaries import leads as summaries
from data.summaries.leads import LeadFigures

GROUPS: dict[str, tuple[str, Callable[[LeadView], leads.Codes]]] = {
    "category": ("category", lambda view: view.categories),
    "department": ("organization", lambda view: view.organizations),
    "region": ("region", lambda view: view.regions),
}
"""By what leads are compared: the column that tells them apart, and its codes in a view."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The leads of a view and all that the page says of them."""

    view: LeadView
    """The single leads; of those that live elsewhere, as many as look alike in one cell."""
    figures: LeadFigures
    weeks: pd.DataFrame
    days: pd.DataFrame
    groups: dict[str, pd.DataFrame]
    by_region: LeadView


def counted(board: Board, filters: Filters | None = None) -> Counted:
    """Count the leads that the filters leave, those of the board unless others are given."""
    asked = board.filters if filters is None else filters
    return _count(board.campaign, board.standing, board.campaign.version, board.standing.day, asked)


def listed(board: Board) -> LeadView:
    """Return the leads whose rows the board holds, one cell for each."""
    if not board.part:
        return counted(board).view
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


# A view of 200,000 leads takes 8 MB.
@kept.by_version(16)
def _count(_campaign: Campaign, _standing: Standing, version: str, day: dt.date, filters: Filters) -> Counted:
    seen = asked_leads.views(_campaign, _standing, filters)
    view, by = seen(), {name: seen(column) for name, (column, _) in GROUPS.items()}
    return Counted(
        view,
        summaries.lead_figures(view),
        summaries.leads_by_week(seen("received", "resolved")),
        summaries.leads_by_days(view),
        {name: summaries.leads_by_group(by[name], codes(by[name])) for name, (_, codes) in GROUPS.items()},
        by["region"],
    )
