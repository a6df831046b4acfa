"""The frame around every page: language, campaign, as-of date, menu, notices, filter bar, then the page."""

from __future__ import annotations

import time

import streamlit as st

from components import (
    address,
    board,
    campaigns,
    filter_bar,
    language,
    links,
    loading,
    menu,
    notices,
    preview,
    preview_banner,
    print_sheet,
    sidebar,
    wall,
)
from components.intake import check
from components.language import t
from components.server import audit, metrics
from data import filters as selection
from data.viewer import EVERYBODY

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
with loading.opening(names[name], name):
    campaign, failure = (tried.campaign, None) if tried else campaigns.read(names[name])
base: address.Query = {"lang": language.current()}
if name != next(iter(names)):
    base["campaign"] = name

links.follow()
# The page at `/` has no path of its own: it stands for /overview.
opened = page.url_path or "overview"
if campaign is None:
    sidebar.show_brand(opened)
    sidebar.show_controls(names, name, None, None)
    notices.unreadable(failure)
    st.header(t("intake.part.check"))
    check.show()
    st.stop()

viewer = EVERYBODY
campaign = board.visible(campaign, viewer)
latest = campaign.settings.today()
day = reader.day("as_of", latest)
if day != latest:
    base["as_of"] = day.isoformat()
options = selection.options(campaign)
laid = board.lay(campaign, day, reader.filters(options), language.current(), base)

audit.opened(viewer.account, name, page.url_path or "overview")
print_sheet.show_head(laid)
if on_wall:
    with wall.turning(laid, options, wall.seconds(reader)):
        notices.show(laid, failure, reader.dropped, latest)
        with metrics.rerun(page.url_path, started):
            page.run()
    st.stop()

with st.sidebar, st.container(key="sidebar"):
    sidebar.show_brand(opened, laid)
    sidebar.show_controls({} if tried else names, name, day, latest)

if tried:
    preview_banner.show(tried)
notices.show(laid, failure, reader.dropped, latest)
filter_bar.show(campaign, options, laid.filters)
filter_bar.show_count(laid, opened)
with metrics.rerun(page.url_path, started):
    page.run()
