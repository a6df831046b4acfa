"""A visit: which page of which campaign is asked for, by whom, and the frame they see around it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import (
    address,
    board,
    campaigns,
    filter_bar,
    folds,
    language,
    links,
    loading,
    memory,
    menu,
    notices,
    preview,
    preview_banner,
    print_sheet,
    sidebar,
    sign_in,
    wall,
)
from components.board import Board
from components.briefing import presentation
from components.campaigns import Failure
from components.intake import check
from components.language import t
from components.preview import Preview
from components.server import audit, metrics
from components.sign_in import account, look
from data import access
from data import filters as selection
from data.access import Access
from data.campaign import Campaign
from data.filters import Options
from data.viewer import Viewer


@dataclass(frozen=True, slots=True)
class _Visit:
    """What somebody asks for who may have it."""

    begun: float
    pages: Mapping[str, StreamlitPage]
    page: StreamlitPage
    opened: str
    """The page's name; the one at `/` has no path of its own and stands for /overview."""
    on_wall: bool
    reader: address.Reader
    name: str
    """Of the campaign."""
    path: Path
    names: Mapping[str, Path]
    """All campaigns that the viewer may open."""
    base: address.Query
    rights: Access | None
    viewer: Viewer
    tried: Preview | None
    """What they brought along to look at: it is theirs, whatever they may see here."""


def show() -> None:
    """Show the page that the address names, in the view that it names, to whoever may see it."""
    visit = _received(time.perf_counter())
    campaign, failure = _campaign(visit)
    departments = look.departments(visit.viewer, campaign)
    campaign = _seen(visit, campaign, departments)
    latest, options = campaign.settings.today(), selection.options(campaign)
    laid = _laid(visit, campaign, latest, options)
    audit.opened(visit.viewer.account, visit.name, visit.opened)
    print_sheet.show_head(laid)

    def told(*, ends: bool = True) -> None:
        look.show_banner(departments, ends=ends)
        notices.show(laid, failure, visit.reader.dropped, latest)

    if visit.on_wall:
        with wall.turning(laid, options, wall.seconds(visit.reader)):
            # Nobody stands at a wall to end it.
            told(ends=False)
            _timed(visit, visit.page.run)
        return
    if presentation.on(visit.reader, visit.pages, visit.page):
        with presentation.small_print():
            _show_preview(visit)
            told()
        _timed(visit, lambda: presentation.show(laid))
        return
    with st.sidebar, st.container(key="sidebar"):
        sidebar.show_brand(visit.opened, laid)
        sidebar.show_controls({} if visit.tried else visit.names, visit.name, laid.standing.day, latest)
        account.show(visit.viewer)
        look.offer(departments)
    _show_preview(visit)
    told()
    filter_bar.show(laid, options, visit.opened)
    _timed(visit, visit.page.run)
    memory.tidy()


def _received(begun: float) -> _Visit:
    """Find out what is asked for and by whom; ends the run, after a page that says why, if they may not."""
    pages, page = _found()
    names, reader = campaigns.available(), address.Reader()
    # Only an address that named no page comes with this; the notice of dropped parts then says so.
    reader.one("page", (), "")
    on_wall = wall.on(reader, pages, page)
    first = next(iter(names))
    name = reader.one("campaign", names, first)
    base: address.Query = {"lang": language.current()}
    if name != first:
        base["campaign"] = name
    opened = page.url_path or "overview"
    links.follow(opened)
    # Nobody stands at a wall to open anything.
    folds.read("" if on_wall else opened)
    rights = access.current(names[name])
    viewer = sign_in.admitted(names[name], rights)
    if viewer is None:
        sidebar.show_brand(opened)
        st.stop()
    return _Visit(
        begun=begun,
        pages=pages,
        page=page,
        opened=opened,
        on_wall=on_wall,
        reader=reader,
        name=name,
        path=names[name],
        names=sign_in.permitted(names, name),
        base=base,
        rights=rights,
        viewer=viewer,
        tried=preview.current(),
    )


def _found() -> tuple[Mapping[str, StreamlitPage], StreamlitPage]:
    """Find all pages, and the one that the address names, in the reader's language."""
    language.speak(address.lang())
    pages = menu.pages(wall.turn())
    page = st.navigation(list(pages.values()), position="hidden")
    if page == pages.get(menu.UNKNOWN):
        st.switch_page(pages["overview"], query_params={**address.now(), "page": page.url_path})
    # A character is drawn by the browser itself; an icon would be fetched from Google.
    st.set_page_config(page_title=f"{page.title} · {t('product')}", page_icon="🚩", layout="wide")
    return pages, page


def _campaign(visit: _Visit) -> tuple[Campaign, Failure | None]:
    """Read what is asked for; ends the run, after a page that says what is wrong, if that cannot be."""
    with loading.opening(visit.path, visit.name):
        campaign, failure = (visit.tried.campaign, None) if visit.tried else campaigns.read(visit.path)
    failure = campaigns.told(failure, visit.viewer)
    if campaign is None:
        sidebar.show_brand(visit.opened)
        sidebar.show_controls(visit.names, visit.name, None, None)
        notices.unreadable(failure)
        st.header(t("intake.part.check"))
        check.show()
        st.stop()
    return campaign, failure


def _seen(visit: _Visit, campaign: Campaign, departments: Mapping[str, str]) -> Campaign:
    """Narrow the campaign to what the viewer may see; ends the run, after a page that says so, if nothing."""
    seen_by = look.through(visit.reader, visit.base, visit.rights, visit.viewer, departments)
    try:
        return campaign if visit.tried else board.visible(campaign, seen_by)
    except PermissionError:
        # Their organizations are none of this campaign's.
        sign_in.turned_away(visit.rights, visit.viewer)
        st.stop()


def _laid(visit: _Visit, campaign: Campaign, latest: dt.date, options: Options) -> Board:
    """Lay what is seen out for the day and the filters that the address names."""
    day = visit.reader.day("as_of", latest)
    if day != latest:
        visit.base["as_of"] = day.isoformat()
    return board.lay(campaign, day, visit.reader.filters(options), language.current(), visit.base)


def _show_preview(visit: _Visit) -> None:
    if visit.tried:
        preview_banner.show(visit.tried)


def _timed(visit: _Visit, draw: Callable[[], None]) -> None:
    with metrics.rerun(visit.page.url_path, visit.begun):
        draw()
