"""The frame around every page: language, campaign, as-of date, menu, notices, filter bar, then the page."""

from __future__ import annotations

import time

import streamlit as st

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
    turns,
    wall,
)
from components.briefing import presentation
from components.intake import check
from components.language import t
from components.server import audit, metrics
from components.sign_in import account, look
from data import access
from data import filters as selection

with turns.taken():
    started = time.perf_counter()
    language.speak(address.lang())
    pages = menu.pages(wall.turn())
    page = st.navigation(list(pages.values()), position="hidden")
    if page == pages.get(menu.UNKNOWN):
        st.switch_page(pages["overview"], query_params={**address.now(), "page": page.url_path})
    # A character is drawn by the browser itself; an icon would be fetched from Google.
    st.set_page_config(page_title=f"{page.title} · {language.t('product')}", page_icon="🚩", layout="wide")

    names = campaigns.available()
    reader = address.Reader()
    # Only an address that named no page comes with this; the notice of dropped parts then says so.
    reader.one("page", (), "")
    on_wall = wall.on(reader, pages, page)
    name = reader.one("campaign", names, next(iter(names)))
    tried = preview.current()
    base: address.Query = {"lang": language.current()}
    if name != next(iter(names)):
        base["campaign"] = name
    # The page at `/` has no path of its own: it stands for /overview.
    opened = page.url_path or "overview"
    links.follow(opened)
    # Nobody stands at a wall to open anything.
    folds.read("" if on_wall else opened)
    rights = access.current(names[name])
    viewer = sign_in.admitted(names[name], rights)
    if viewer is None:
        sidebar.show_brand(opened)
        st.stop()
    with loading.opening(names[name], name):
        campaign, failure = (tried.campaign, None) if tried else campaigns.read(names[name])
    failure = campaigns.told(failure, viewer)
    names = sign_in.permitted(names, name)

    if campaign is None:
        sidebar.show_brand(opened)
        sidebar.show_controls(names, name, None, None)
        notices.unreadable(failure)
        st.header(t("intake.part.check"))
        check.show()
        st.stop()

    departments = look.departments(viewer, campaign)
    seen_by = look.through(reader, base, rights, viewer, departments)
    try:
        # What a reader brought along is theirs.
        campaign = campaign if tried else board.visible(campaign, seen_by)
    except PermissionError:
        # Their organizations are none of this campaign's.
        sign_in.turned_away(rights, viewer)
        st.stop()
    latest = campaign.settings.today()
    day = reader.day("as_of", latest)
    if day != latest:
        base["as_of"] = day.isoformat()
    options = selection.options(campaign)
    laid = board.lay(campaign, day, reader.filters(options), language.current(), base)

    audit.opened(viewer.account, name, opened)
    print_sheet.show_head(laid)
    if on_wall:
        with wall.turning(laid, options, wall.seconds(reader)):
            # Nobody stands at a wall to end it.
            look.show_banner(departments, ends=False)
            notices.show(laid, failure, reader.dropped, latest)
            with metrics.rerun(page.url_path, started):
                page.run()
        st.stop()

    if presentation.on(reader, pages, page):
        with presentation.small_print():
            if tried:
                preview_banner.show(tried)
            look.show_banner(departments)
            notices.show(laid, failure, reader.dropped, latest)
        with metrics.rerun(page.url_path, started):
            presentation.show(laid)
        st.stop()

    with st.sidebar, st.container(key="sidebar"):
        sidebar.show_brand(opened, laid)
        sidebar.show_controls({} if tried else names, name, day, latest)
        account.show(viewer)
        look.offer(departments)

    if tried:
        preview_banner.show(tried)
    look.show_banner(departments)
    notices.show(laid, failure, reader.dropped, latest)
    filter_bar.show(laid, options, opened)
    with metrics.rerun(page.url_path, started):
        page.run()
    memory.tidy()
