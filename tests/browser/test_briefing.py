"""The briefing on slides is turned by keyboard and left by Escape; its files are made on a click."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Serve, settle

pytestmark = pytest.mark.browser


def test_slides_are_turned_by_keyboard(serve: Serve, open_page: OpenPage, simulated: Path) -> None:
    url = f"{serve([simulated]).url}/briefing?lang=en&department=basic&since=week&present=1"
    page = open_page(url, width=1920, height=1080)
    assert page.get_by_test_id("stSidebar").count() == 0
    line = page.locator(".st-key-slide-controls")
    place = 1
    for key, step in (("ArrowRight", 1), ("PageDown", 1), ("ArrowLeft", -1)):
        page.keyboard.press(key)
        place += step
        expect(line).to_contain_text(f"Slide {place} of")
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Next").first).to_be_disabled()
    # All of a slide is seen at once, on a low screen too.
    page.set_viewport_size({"width": 1400, "height": 520})
    settle(page)
    ends = [part.bounding_box() for part in page.locator(".st-key-slide").locator("h2, td").all()]
    top = page.locator(".st-key-slide-controls").bounding_box()
    assert ends
    assert top
    assert all(end and end["y"] + end["height"] <= top["y"] for end in ends)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    settle(page)
    assert parse_qs(urlsplit(page.url).query) == {"lang": ["en"], "department": ["basic"], "since": ["week"]}
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Web page (HTML)").click()
    assert "Items at red" in Path(download.value.path()).read_text(encoding="utf-8")
