"""The one door to the data: the campaign a viewer may see, as it stood on a day, narrowed by filters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components import address, kept
from data import filters as selection
from data import readings
from data import standing as standings
from data.campaign import Campaign, Rows
from data.filters import Filters
from data.standing import Standing
from data.viewer import Viewer, narrow

_KEY = "board"
# No text that is made safe to show holds it, nor does an address.
VIEW = "\0"
"""Stands for the query of a view, in links of what is made for any view."""

_NONE, _NO_ROWS = np.zeros(0, dtype=bool), np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Board:
    """What a page may show; one per run, made by the frame."""

    campaign: Campaign
    standing: Standing
    filters: Filters
    mask: NDArray[np.bool_]
    """Which items the filters leave."""
    rows: Rows
    """Positions of those items, most urgent first."""
    lang: str
    base: address.Query
    """Parameters every link carries besides the filters: language, campaign, as-of date."""
    part: tuple[object, ...] = ()
    """Which rows the campaign holds of a table that lives elsewhere."""

    @property
    def view(self) -> tuple[str, dt.date, Filters]:
        """Name what all lists of this run depend on."""
        return self.campaign.version, self.standing.day, self.filters

    @cached_property
    def query(self) -> str:
        """Write what every link carries, as it stands in an address."""
        return urlencode(self.link(), doseq=True)

    @cached_property
    def in_any_view(self) -> Board:
        """Return the board of what is said of an item whatever the filters are.

        It has no items, and its links hold `VIEW` in place of a query.
        """
        return _InAnyView(self.campaign, self.standing, Filters(), _NONE, _NO_ROWS, self.lang, {}, self.part)

    @cached_property
    def identity(self) -> str:
        """Tell what is drawn of this board from all else: equal boards show the same, to whomever."""
        # The campaign's version stands for its content and for what the viewer may see of it.
        return repr((self.view, self.base, self.part))

    def link(self, *, filters: Filters | None = None, **page: str) -> address.Query:
        """Make the query of a link that keeps the view; `page` adds parameters of the page it leads to."""
        return {**self.base, **address.of_filters(filters or self.filters), **page}

    def narrowed(self, **fields: tuple[str, ...]) -> Filters:
        """Change some filters, as a click on a bar does."""
        return replace(self.filters, **fields)  # type: ignore[arg-type]

    def text(self, table: str, column: str, row: int) -> str:
        """Return one text of the campaign in the reader's language: content, to be shown through `plain`."""
        return str(self.campaign.words(table, column, self.lang)[row])

    def organization(self, row: int) -> str:
        """Name an organization by its short name, or its name where it has none; empty for none (-1)."""
        return str(self.campaign.organization_names(self.lang)[row]) if row >= 0 else ""

    def with_readings(self, indicators: Rows, *, each: bool = False) -> Board:
        """Return a board that holds readings of some indicators, should all of them live elsewhere.

        Those are the last ones of each region; or, of a single indicator, each that there is.
        """
        if "readings" not in self.campaign.sources:
            return self
        asked = tuple(row for row in indicators.tolist() if row >= 0)
        holding = _holding(self.campaign, self.campaign.version, self.standing.day, asked, each)
        return replace(self, campaign=holding, part=("readings", asked, each))

    def before(self, day: dt.date) -> Standing:
        """Return the campaign as it stood on another day."""
        return _stand(self.campaign, self.campaign.version, day)


class _InAnyView(Board):
    """A board without a view, so that nothing made of it can depend on one."""

    query = VIEW

    def link(self, *, filters: Filters | None = None, **page: str) -> address.Query:
        """Refuse: a query belongs to a view."""
        raise TypeError("what is made for any view leads to single items and indicators alone")

    @cached_property
    def identity(self) -> str:
        """Tell the campaign, as it stood on the day, in a language, from others."""
        return repr((self.view[:2], self.lang, self.part))


def organization_names(campaign: Campaign, lang: str) -> dict[str, str]:
    """Name all organizations by id: by their short names, or their names where they have none."""
    return campaign.remember(
        ("organization names by id", lang),
        lambda: dict(zip(campaign["organizations"]["id"], campaign.organization_names(lang), strict=True)),
    )


@kept.by_version(64)
def _holding(
    _campaign: Campaign, version: str, day: dt.date, indicators: tuple[int, ...], each: bool
) -> Campaign:
    asked = readings.of(_campaign)
    return asked.all(indicators[0], day) if each else asked.latest(np.array(indicators, dtype=np.intp), day)


@kept.by_version(64)
def _stand(_campaign: Campaign, version: str, day: dt.date) -> Standing:
    return standings.stand(_campaign, day)


@kept.by_version(64)
def _urgency(_standing: Standing, version: str, day: dt.date) -> Rows:
    return standings.urgency(_standing)


@kept.by_version(64)
def _left(
    _campaign: Campaign, _standing: Standing, version: str, day: dt.date, filters: Filters
) -> tuple[NDArray[np.bool_], Rows]:
    mask = selection.select(_campaign, _standing, filters)
    order = _urgency(_standing, version, day)
    return mask, order[mask[order]]


def visible(campaign: Campaign, viewer: Viewer) -> Campaign:
    """Narrow a campaign to what the viewer may see; nothing below ever sees the rest."""
    return narrow(campaign, viewer)


def lay(campaign: Campaign, day: dt.date, filters: Filters, lang: str, base: address.Query) -> Board:
    """Make the board of this run and keep it for the page and its callbacks."""
    standing = _stand(campaign, campaign.version, day)
    mask, rows = _left(campaign, standing, campaign.version, day, filters)
    board = Board(campaign, standing, filters, mask, rows, lang, base)
    st.session_state[_KEY] = board
    return board


def current() -> Board:
    """Return the board of this run."""
    board: Board = st.session_state[_KEY]
    return board
