"""The wall display turns through the pages by itself, under one address, and can be left."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve, settle

ASKED = {"lang": ["en"], "light": ["red", "yellow"], "view": ["wall"], "seconds": ["5"]}
TITLES = ["Overview", "Departments", "Timeline", "Indicators", "Regions", "Problem leads"]


def next_title(page: Page, now: str) -> str:
    expect(page.locator("h1").first).not_to_have_text(now, timeout=30_000)
    return page.locator("h1").first.inner_text()


def test_the_wall_turns_through_the_pages_without_a_trace_in_the_history(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    url = f"{serve([simulated]).url}/items?lang=en&light=red&light=yellow&view=wall&seconds=5"
    page = open_page(url, width=1920, height=1080)
    expect(page.locator(".st-key-wall-line")).to_contain_text("of 6")
    assert page.get_by_test_id("stSidebar").count() == 0
    assert page.get_by_role("button", name="More filters").count() == 0
    history = page.evaluate("history.length")
    seen = [page.locator("h1").first.inner_text()]
    for _ in range(3):
        seen.append(next_title(page, seen[-1]))
    begin = TITLES.index(seen[0])
    assert seen == (TITLES * 2)[begin : begin + 4]
    assert page.evaluate("history.length") == history
    assert parse_qs(urlsplit(page.url).query) == ASKED


def test_escape_leaves_the_wall_and_keeps_the_view(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/?lang=en&light=red&view=wall&seconds=600")
    page.keyboard.press("Escape")
    page.wait_for_url("**/overview?**")
    settle(page)
    assert parse_qs(urlsplit(page.url).query) == {"lang": ["en"], "light": ["red"]}
    expect(page.get_by_role("link", name="Items", exact=True)).to_be_visible()


def test_pages_with_nothing_to_show_are_skipped_and_bad_seconds_are_said(
    serve: Serve, open_page: OpenPage, moe: Path
) -> None:
    page = open_page(f"{serve([moe]).url}/?lang=en&view=wall&seconds=0")
    expect(page.locator(".st-key-wall-line")).to_contain_text("Page 1 of 5")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("seconds=0")


def test_changed_data_appear_by_themselves(serve: Serve, open_page: OpenPage, tmp_path: Path) -> None:
    campaign = tmp_path / "wall.yaml"
    text = "campaign:\n  title: First\n  language: en\nitems:\n  - {id: A1, title: Mend the bridge}\n"
    campaign.write_text(text, encoding="utf-8")
    page = open_page(f"{serve([campaign], fresh=True).url}/?lang=en&view=wall&seconds=5")
    expect(page.locator(".st-key-wall-line")).to_contain_text("First")
    campaign.write_text(text.replace("First", "Second"), encoding="utf-8")
    expect(page.locator(".st-key-wall-line")).to_contain_text("Second", timeout=20_000)
