"""Content is data: markup, links and formulas in a campaign show as written, and nothing of them runs."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from components.plain import JOINER
from data.personal import mask
from tests import hostile_campaign
from tests.browser.conftest import LookAt, Serve

PAGES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py") if path.stem != "item"
)
# What the texts would become on the page if anything took them for markup.
MARKUP = (
    "a[href^='javascript']",
    "a[href*='example.com']",
    "a[href^='mailto']",
    "img[src='x']",
    "img[src*='example.com']",
    "iframe[src*='example.com']",
    ".katex",
    "[data-testid='stMain'] script",
    "[data-testid='stMain'] b, [data-testid='stMain'] sub, [data-testid='stMain'] del",
    "[data-testid='stMain'] blockquote",
    "[data-testid='stMain'] input[type='checkbox'][disabled]",
    "[data-testid='stMain'] .mermaid",
    "svg a",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_campaign.write(tmp_path_factory.mktemp("hostile"))


def shown(text: str) -> str:
    return " ".join(text.replace(JOINER, "").split())


def assert_nothing_became_markup(page: Page) -> None:
    found = {selector: page.locator(selector).count() for selector in MARKUP}
    assert {selector: count for selector, count in found.items() if count} == {}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_hostile_texts_as_written(
    serve: Serve, look_at: LookAt, hostile: Path, path: str
) -> None:
    page = look_at(serve([hostile]), f"{path}?lang=en")
    assert_nothing_became_markup(page)
    sidebar = page.get_by_test_id("stSidebar").inner_text()
    assert "<b>bold</b> $x^2$ :red[x] [x](javascript:alert(1))" in shown(sidebar)


@pytest.mark.parametrize("number", range(0, len(hostile_campaign.TEXTS), 12))
def test_an_item_is_titled_exactly_as_written(
    serve: Serve, look_at: LookAt, hostile: Path, number: int
) -> None:
    page = look_at(serve([hostile]), f"item?item=items-{number}&lang=en")
    assert_nothing_became_markup(page)
    assert shown(page.locator("h1").first.inner_text()).endswith(shown(mask(hostile_campaign.TEXTS[number])))


def test_the_export_holds_no_formula(serve: Serve, look_at: LookAt, hostile: Path) -> None:
    page = look_at(serve([hostile]), "items?lang=en")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"), newline="")))
    assert len(rows) == len(hostile_campaign.TEXTS) + 1
    beginnings = {cell.lstrip()[:1] for row in rows for cell in row if not cell.lstrip("-").isdigit()}
    assert beginnings.isdisjoint("=+-@\t")
    assert any(cell.startswith("'=") for row in rows for cell in row)
