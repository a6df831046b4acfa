"""The problem leads of the board's view, counted once and kept for reruns that ask the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components import kept
from components.board import Board
from data import leads
from data.campaign import Campaign
from data.filters import Filters
from data.leads import LeadView
from data.standing import Standing
from data.summaries import leads as summaries
from data.summaries.leads import LeadFigures

GROUPS: dict[str, Callable[[LeadView], leads.Codes]] = {
    "category": lambda view: view.categories,
    "department": lambda view: view.organizations,
    "region": lambda view: view.regions,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """The leads of a view and all that the page says of them."""

    view: LeadView
    figures: LeadFigures
    weeks: pd.DataFrame
    days: pd.DataFrame
    groups: dict[str, pd.DataFrame]


def counted(board: Board, filters: Filters | None = None) -> Counted:
    """Count the leads that the filters leave, those of the board unless others are given."""
    asked = board.filters if filters is None else filters
    return _count(board.campaign, board.standing, board.campaign.version, board.standing.day, asked)


# A view of 200,000 leads takes 8 MB.
@kept.by_version(16)
def _count(_campaign: Campaign, _standing: Standing, version: str, day: dt.date, filters: Filters) -> Counted:
    view = leads.view(_campaign, _standing, filters)
    return Counted(
        view,
        summaries.lead_figures(view),
        summaries.leads_by_week(view),
        summaries.leads_by_days(view),
        {name: summaries.leads_by_group(view, codes(view)) for name, codes in GROUPS.items()},
    )
