"""The address is the view: opened cold, gone back to, reloaded, in either language."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve, settle

PAGES = ("", "items", "departments", "item")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("item?item=graduate-employment&lang=en", "Better career guidance"),
        ("items?lang=en", "Items"),
        ("departments?lang=en", "Departments"),
        ("?lang=en", "Overview"),
        ("overview?lang=en", "Overview"),
    ],
)
def test_a_cold_link_on_a_fresh_server_opens_inside_the_frame(
    serve: Serve, open_page: OpenPage, moe: Path, path: str, title: str
) -> None:
    page = open_page(f"{serve([moe], fresh=True).url}/{path}")
    assert title.lower() in heading(page).lower()
    # The frame: menu and filter bar.
    expect(page.get_by_role("link", name="Items", exact=True)).to_be_visible()
    expect(page.get_by_label("Department").first).to_be_visible()


def choose_light(page: Page, name: str) -> None:
    page.get_by_role("combobox", name=re.compile("Light|灯")).click()
    page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    settle(page)


def test_back_forward_and_reload_keep_the_filters(serve: Serve, open_page: OpenPage, simulated: Path) -> None:
    page = open_page(f"{serve([simulated]).url}/?lang=en")
    choose_light(page, "◆ Red")
    assert query(page)["light"] == ["red"]
    page.get_by_role("link", name="Items", exact=True).click()
    settle(page)
    assert heading(page) == "Items"
    assert query(page)["light"] == ["red"]
    left = page.locator(".st-key-filter-bar").get_by_text("of 147")
    shown = left.inner_text()

    page.go_back()
    settle(page)
    assert (heading(page), query(page)["light"]) == ("Overview", ["red"])
    page.go_forward()
    settle(page)
    assert (heading(page), query(page)["light"]) == ("Items", ["red"])
    page.reload()
    settle(page)
    assert (heading(page), query(page)["light"]) == ("Items", ["red"])
    assert left.inner_text() == shown

    for _ in range(2):
        page.go_back()
        settle(page)
    assert "light" not in query(page)


def test_the_language_changes_and_the_filters_stay(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/items?lang=en&light=red")
    page.get_by_role("link", name="中文", exact=True).click()
    settle(page)
    assert heading(page) == "事项"
    assert query(page) == {"lang": ["zh"], "light": ["red"]}


def test_a_choice_leaves_the_page_open_and_back_takes_it_back(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    # The page without a name: no link can lead to it by one.
    page = open_page(f"{serve([simulated]).url}/?lang=en&light=red")
    chosen = page.get_by_role("link", name="Status", exact=True)
    chosen.click()
    settle(page)
    assert urlsplit(page.url).path == "/"
    assert query(page) == {"lang": ["en"], "light": ["red"], "show": ["statuses"]}
    expect(page.get_by_role("link", name="Lights", exact=True)).to_be_visible()
    page.go_back()
    settle(page)
    assert "show" not in query(page)
    expect(chosen).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "title"), [("zh-CN", "总览"), ("en-GB", "Overview"), ("de-DE", "Overview")]
)
def test_a_first_visit_speaks_the_language_of_the_browser(
    serve: Serve, open_page: OpenPage, moe: Path, locale: str, title: str
) -> None:
    assert heading(open_page(f"{serve([moe]).url}/", locale=locale)) == title


def test_a_row_opens_its_item_and_back_returns_to_the_list(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/items?lang=en&light=red")
    box: Any = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(box["x"] + 40, box["y"] + 35 + 17)
    settle(page)
    assert urlsplit(page.url).path == "/item"
    assert query(page)["light"] == ["red"]
    assert query(page)["item"]
    for _ in range(3):
        page.go_back()
        settle(page)
        if urlsplit(page.url).path == "/items":
            break
    assert urlsplit(page.url).path == "/items"
    assert query(page)["light"] == ["red"]


def test_what_a_link_says_that_the_campaign_does_not_know_is_dropped_with_a_notice(
    serve: Serve, open_page: OpenPage, moe: Path
) -> None:
    page = open_page(f"{serve([moe]).url}/items?lang=en&department=nobody&light=purple&due_from=yesterday")
    notice = page.get_by_test_id("stAlert").first.inner_text()
    assert all(part in notice for part in ("department=nobody", "light=purple", "due_from=yesterday"))
    assert heading(page) == "Items"


def test_a_page_that_is_not_there_leads_to_the_overview_with_a_notice(
    serve: Serve, open_page: OpenPage, moe: Path
) -> None:
    page = open_page(f"{serve([moe]).url}/nosuch?lang=zh&light=grey")
    assert heading(page) == "总览"
    assert query(page)["light"] == ["grey"]
    assert "page=nosuch" in page.get_by_test_id("stAlert").first.inner_text()
    assert page.get_by_role("dialog").count() == 0


def test_the_link_to_copy_is_the_view(serve: Serve, open_page: OpenPage, simulated: Path) -> None:
    page = open_page(f"{serve([simulated]).url}/items?lang=en&light=red")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Copy link").press("Enter")
    page.get_by_role("link", name="Link copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert parse_qs(urlsplit(link).query) == {"lang": ["en"], "light": ["red"]}
    assert urlsplit(link).path == "/items"
