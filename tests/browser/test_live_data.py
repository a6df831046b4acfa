"""Files that change on disk show at the next rerun; content that cannot be read leaves the last good one."""

from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage, Serve, settle

CAMPAIGN = """\
campaign:
  title: {title}
  language: en
items:
  - id: A1
    title: {item}
    lead: Roads
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "live.yaml"
    path.write_text(CAMPAIGN.format(title="First", item="Mend the bridge"), encoding="utf-8")
    return path


def test_a_changed_file_shows_at_the_next_rerun_and_a_broken_one_leaves_the_last_good(
    serve: Serve, open_page: OpenPage, campaign: Path
) -> None:
    server = serve([campaign], fresh=True)
    page = open_page(f"{server.url}/item?item=A1&lang=en")
    assert "Mend the bridge" in page.locator("h1").first.inner_text()

    campaign.write_text(CAMPAIGN.format(title="Second", item="Mend both bridges"), encoding="utf-8")
    page.wait_for_timeout(1100)
    page.get_by_role("link", name="中文", exact=True).click()
    settle(page)
    assert "Mend both bridges" in page.locator("h1").first.inner_text()

    campaign.write_text("campaign:\n\ttitle: broken\n", encoding="utf-8")
    page.wait_for_timeout(1100)
    page.get_by_role("link", name="English", exact=True).click()
    settle(page)
    assert "Mend both bridges" in page.locator("h1").first.inner_text()
    notice = page.get_by_test_id("stAlert").first.inner_text()
    assert "last good version" in notice
    assert "live.yaml line 2" in notice

    campaign.write_text(CAMPAIGN.format(title="Third", item="Mend all bridges"), encoding="utf-8")
    page.wait_for_timeout(1100)
    page.reload()
    settle(page)
    assert "Mend all bridges" in page.locator("h1").first.inner_text()
    assert page.get_by_test_id("stAlert").count() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        b"campaign: [unclosed",
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        b"- just\n- a list\n",
    ],
    ids=["empty", "binary", "broken", "bomb", "list"],
)
def test_a_file_that_cannot_be_read_at_all_says_what_to_do(
    serve: Serve, open_page: OpenPage, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    page = open_page(f"{serve([path], fresh=True).url}/?lang=en")
    assert page.locator("h1").first.inner_text() == "This campaign cannot be opened yet"
    assert "bad.yaml" in page.get_by_test_id("stAlert").first.inner_text()
