"""axe-core finds nothing serious of our own on any page, and the keyboard alone leads to an item."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve, settle

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PAGES = {path.stem: "" for path in (Path(__file__).parents[2] / "pages").glob("*.py")}
PAGES["item"] = "&item=M001"
# What Streamlit decides and the app cannot: rule, selector, reason.
OF_STREAMLIT = (
    (
        "color-contrast",
        'button[data-selected="true"]',
        "The chosen segment is written in the theme's primary colour, while chips of chosen filters and the"
        " chosen day are written in white on it: on a dark page no colour gives both 4.5 to 1.",
    ),
)
RUN = """async (ours) => {
  const {violations} = await axe.run(document, {resultTypes: ['violations']});
  return violations.flatMap(({id, impact, nodes}) => nodes
    .filter(({target}) => !ours.some(([rule, selector]) =>
      rule === id && document.querySelector(target.at(-1))?.closest(selector)))
    .map(({html, target}) => ({id, impact, target: target.join(' '), html: html.slice(0, 200)})));
}"""
# The background of the dark theme.
DARK = "rgb(16, 23, 31)"
CUT = """() => [...document.querySelectorAll('a *')]
  .filter(e => getComputedStyle(e).overflow === 'hidden' && e.scrollWidth > e.clientWidth + 1)
  .map(e => e.innerText)"""


def violations(page: Page) -> list[dict[str, Any]]:
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, [entry[:2] for entry in OF_STREAMLIT])
    return found


@pytest.mark.parametrize("path", sorted(PAGES))
def test_no_page_has_a_violation_of_its_own_or_cuts_a_link(
    serve: Serve, open_page: OpenPage, simulated: Path, path: str
) -> None:
    page = open_page(f"{serve([simulated]).url}/{path}?lang=en{PAGES[path]}")
    found = {"light en": look(page)}
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    page.get_by_role("link", name="中文", exact=True).click()
    expect(page.get_by_role("link", name="English", exact=True)).to_be_visible()
    settle(page)
    found["dark zh"] = look(page)
    assert found == dict.fromkeys(found, ([], []))


def look(page: Page) -> tuple[list[dict[str, Any]], list[str]]:
    page.wait_for_timeout(500)
    return violations(page), page.evaluate(CUT)


def test_a_violation_would_be_found(serve: Serve, open_page: OpenPage, simulated: Path) -> None:
    page = open_page(f"{serve([simulated]).url}/organization?lang=en")
    page.evaluate("document.querySelector('h1').append(document.createElement('button'))")
    assert [found["id"] for found in violations(page)] == ["button-name"]


def press_tab_to(page: Page, test: str) -> None:
    """Press Tab until the element in focus passes a test, written in JavaScript for `e`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => {test})(document.activeElement)"):
            return
    raise AssertionError(f"Tab never came to {test}")


def choose_red_by_keyboard(page: Page) -> None:
    press_tab_to(page, "(e.getAttribute('aria-label') ?? '').includes('Light')")
    page.keyboard.type("red")
    page.keyboard.press("Enter")
    settle(page)
    assert parse_qs(urlsplit(page.url).query)["light"] == ["red"]


def assert_item_opens(page: Page) -> None:
    page.wait_for_url("**/item?**", timeout=10_000)
    settle(page)
    assert parse_qs(urlsplit(page.url).query)["light"] == ["red"]


def test_the_keyboard_leads_from_the_overview_through_a_filter_to_an_item(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/overview?lang=en")
    choose_red_by_keyboard(page)
    press_tab_to(page, "e.href?.includes('/item?')")
    page.keyboard.press("Enter")
    assert_item_opens(page)


def test_the_keyboard_leads_from_the_list_through_a_filter_to_an_item(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/items?lang=en")
    choose_red_by_keyboard(page)
    open_by_name(page, "Open an item by name", "graduates")
    assert_item_opens(page)


def open_by_name(page: Page, label: str, words: str) -> None:
    press_tab_to(page, f"(e.getAttribute('aria-label') ?? '').includes('{label}')")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_the_keyboard_leads_from_a_lead_to_its_item(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/leads?lang=en&light=red")
    open_by_name(page, "Open the item of a problem lead", "Vacancies")
    assert_item_opens(page)


def test_the_keyboard_leads_from_the_comparison_to_a_department(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/departments?lang=en")
    open_by_name(page, "Open a department by name", "General Office")
    page.wait_for_url("**department=office**")
    expect(page.locator("h1").first).to_have_text("General Office")
