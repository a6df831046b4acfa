"""Every page prints on A4: no sidebar, no controls, nothing cut; name, filters and date on the sheet."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LookAt, OpenPage, Serve

PAGES = {path.stem: "" for path in (Path(__file__).parents[2] / "pages").glob("*.py")}
PAGES["item"] = "&item=M001"


@pytest.fixture(autouse=True)
def _poppler() -> None:
    if shutil.which("pdftotext") is None:
        reason = "no pdftotext on this machine (package poppler-utils)"
        pytest.fail(reason) if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip(reason)


def printed(page: Page, path: Path) -> str:
    page.wait_for_timeout(500)
    page.pdf(path=path, format="A4")
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_sheet_names_campaign_filters_and_date_and_has_no_controls(
    serve: Serve, look_at: LookAt, simulated: Path, tmp_path: Path, path: str
) -> None:
    address = f"{path}?lang=en&light=red&due_from=2021-03-01{PAGES[path]}"
    text = printed(look_at(serve([simulated]), address), tmp_path / "sheet.pdf")
    assert "Simulated campaign" in text
    assert "Filters: Light: ◆ Red; Deadline from: 1 March 2021" in text
    assert "As of 30 September 2021" in text
    for control in ("Copy link", "More filters", "Download CSV", "Language", "Clear filters"):
        assert control not in text


def test_all_rows_of_a_table_are_printed(
    serve: Serve, look_at: LookAt, simulated: Path, tmp_path: Path
) -> None:
    page = look_at(serve([simulated]), "items?lang=zh&light=yellow")
    text = printed(page, tmp_path / "sheet.pdf")
    assert text.count("▲") == 1 + 29


@pytest.mark.parametrize("path", ["departments?", "leads?open=leads.flow"])
def test_the_window_on_a_table_is_not_printed_beside_the_table(
    serve: Serve, open_page: OpenPage, simulated: Path, path: str
) -> None:
    page = open_page(f"{serve([simulated]).url}/{path}&lang=en")
    drawn = page.locator("canvas")
    drawn.first.wait_for()
    assert page.locator("canvas:visible").count()
    page.emulate_media(media="print")
    assert not page.locator("canvas:visible").count()


def test_a_part_of_a_list_says_so(serve: Serve, look_at: LookAt, simulated: Path, tmp_path: Path) -> None:
    text = printed(look_at(serve([simulated]), "items?lang=en"), tmp_path / "sheet.pdf")
    assert "Printed: 100 of 147 rows" in text


@pytest.mark.parametrize("path", ["overview", "departments", "timeline", "regions", "leads"])
def test_no_chart_is_wider_than_the_sheet(
    serve: Serve, open_page: OpenPage, simulated: Path, path: str
) -> None:
    page = open_page(f"{serve([simulated]).url}/{path}?lang=en", width=1920)
    page.wait_for_selector(".main-svg")
    # The window stays as wide as it was: charts are not drawn anew for the sheet.
    page.emulate_media(media="print")
    page.add_style_tag(content="body { width: 718px !important; }")
    rights = page.evaluate(
        "[...document.querySelectorAll('.main-svg')].map(e => e.getBoundingClientRect().right)"
    )
    assert max(rights) <= 720


def test_an_indicator_is_on_one_sheet_with_its_chart(
    serve: Serve, open_page: OpenPage, simulated: Path, tmp_path: Path
) -> None:
    page, path = open_page(f"{serve([simulated]).url}/indicators?lang=en"), tmp_path / "sheet.pdf"
    expect(page.locator(".js-plotly-plot")).to_have_count(12, timeout=30_000)
    # On the first sheet there is room left for the texts of the first row, not for their charts.
    page.add_style_tag(content="h1 { padding-bottom: 75mm !important; }")
    page.pdf(path=path, format="A4")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout
    texts = [sheet.count("Target: ") for sheet in text.split("\f")]
    # All charts name this month.
    assert [sheet.count("2021-07") for sheet in text.split("\f")] == texts
    assert sum(texts) == 12


def test_the_chart_of_an_indicator_is_drawn_below_its_text(
    serve: Serve, open_page: OpenPage, simulated: Path
) -> None:
    page = open_page(f"{serve([simulated]).url}/indicators?lang=en")
    expect(page.locator(".js-plotly-plot")).to_have_count(12, timeout=30_000)
    for width, beside in ((390, 1), (700, 2), (1440, 3), (1920, 4)):
        page.set_viewport_size({"width": width, "height": 900})
        # The sidebar folds away, and charts are drawn anew.
        page.wait_for_timeout(1000)
        parts = "[...document.querySelectorAll('.st-key-indicators > *')]"
        boxes = page.evaluate(f"{parts}.map(part => part.getBoundingClientRect().toJSON())")
        for text, drawn in zip(boxes[::2], boxes[1::2], strict=True):
            assert drawn["y"] == pytest.approx(text["bottom"], abs=1), width
            assert (drawn["x"], drawn["width"]) == pytest.approx((text["x"], text["width"]), abs=1), width
        corners = [(box["y"], box["x"]) for box in boxes[::2]]
        assert corners == sorted(corners), width
        assert len({x for _, x in corners}) == beside, width
        assert {sum(other == y for other, _ in corners) for y, _ in corners} == {beside}, width
