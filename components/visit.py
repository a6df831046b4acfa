"""A visit: what somebody asks for, that they may have it, and how it lies before them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import (
    address,
    board,
    campaigns,
    folds,
    language,
    loading,
    notices,
    preview,
    sidebar,
    sign_in,
)
from components.board import Board
from components.campaigns import Failure
from components.intake import check
from components.language import t
from components.preview import Preview
from components.sign_in import look
from data import access
from data import filters as selection
from data.access import Access
from data.campaign import Campaign
from data.filters import Options
from data.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Visit:
    """Which page of which campaign is visited, by whom; of two that are equal only the filters may differ."""

    page: StreamlitPage
    reader: address.Reader = field(compare=False)
    name: str
    """Of the campaign."""
    names: Mapping[str, Path]
    """All campaigns that the viewer may open."""
    rights: Access | None
    viewer: Viewer
    departments: Mapping[str, str]
    """Those that the viewer may look as."""
    tried: Preview | None
    """What they brought along to look at: it is theirs, whatever they may see here."""
    failure: Failure | None
    campaign: Campaign
    """As much of it as the viewer may see."""
    latest: dt.date
    base: address.Query
    options: Options = field(compare=False)
    board: Board = field(compare=False)

    @property
    def opened(self) -> str:
        """Name the page."""
        return named(self.page)


def named(page: StreamlitPage) -> str:
    """Name a page; the one at `/` has no path of its own and stands for /overview."""
    return page.url_path or "overview"


def received(page: StreamlitPage, reader: address.Reader, *, folding: bool = True) -> Visit | None:
    """Find out what is asked for and by whom; None, after a page that says why, if it is not shown."""
    # Only an address that named no page comes with this; the notice of dropped parts then says so.
    reader.one("page", (), "")
    folds.read(named(page) if folding else "")
    names = campaigns.available()
    first = next(iter(names))
    name = reader.one("campaign", names, first)
    base: address.Query = {"lang": language.current()}
    if name != first:
        base["campaign"] = name
    rights = access.current(names[name])
    viewer = sign_in.admitted(names[name], rights)
    if viewer is None:
        sidebar.show_brand(named(page))
        return None
    permitted, tried = sign_in.permitted(names, name), preview.current()
    campaign, failure = _opened(names[name], name, viewer, tried)
    if campaign is None:
        sidebar.show_brand(named(page))
        sidebar.show_controls(permitted, name, None, None)
        notices.unreadable(failure)
        st.header(t("intake.part.check"))
        check.show()
        return None
    departments = look.departments(viewer, campaign)
    seen_by = look.through(reader, base, rights, viewer, departments)
    try:
        campaign = campaign if tried else board.visible(campaign, seen_by)
    except PermissionError:
        # Their organizations are none of this campaign's.
        sign_in.turned_away(rights, viewer)
        return None
    latest, options = campaign.settings.today(), selection.options(campaign)
    return Visit(
        page=page,
        reader=reader,
        name=name,
        names=permitted,
        rights=rights,
        viewer=viewer,
        departments=departments,
        tried=tried,
        failure=failure,
        campaign=campaign,
        latest=latest,
        base=base,
        options=options,
        board=_laid(campaign, latest, options, reader, base),
    )


def _opened(
    path: Path, name: str, viewer: Viewer, tried: Preview | None
) -> tuple[Campaign | None, Failure | None]:
    """Read the campaign, and say as much of what is wrong with it as the viewer may know."""
    with loading.opening(path, name):
        campaign, failure = (tried.campaign, None) if tried else campaigns.read(path)
    return campaign, campaigns.told(failure, viewer)


def _laid(
    campaign: Campaign, latest: dt.date, options: Options, reader: address.Reader, base: address.Query
) -> Board:
    """Lay what is seen out for the day and the filters that the address names."""
    day = reader.day("as_of", latest)
    if day != latest:
        base["as_of"] = day.isoformat()
    return board.lay(campaign, day, reader.filters(options), language.current(), base)
