"""A file handed over is checked, previewed on all pages by its owner alone, and gone on reload."""

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import OpenPage, Serve, settle

CAMPAIGN = (
    "campaign: {title: Ours, language: en, as_of: 2021-06-30}\nitems:\n- {id: A1, title: Mend the bridge}\n"
)
THEIRS = """\
campaign: {title: Theirs, language: en, as_of: 2021-06-30}
items:
- {id: B1, title: Clean the river, lead: Water, deadline: some day}
"""


def banner(page: Page) -> int:
    return page.get_by_text("Preview of theirs.yaml").count()


def test_an_uploaded_file_is_checked_and_previewed_by_its_owner_alone(
    serve: Serve, open_page: OpenPage, tmp_path: Path
) -> None:
    ours = tmp_path / "ours.yaml"
    ours.write_text(CAMPAIGN, encoding="utf-8")
    url = serve([ours], fresh=True).url
    page = open_page(f"{url}/data?lang=en&part=check&text=bridge")
    content: FilePayload = {"name": "theirs.yaml", "mimeType": "text/yaml", "buffer": THEIRS.encode()}
    page.locator("input[type=file]").first.set_input_files(content)
    expect(page.get_by_text("Write it as 2021-06-30.").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("theirs.yaml · line 3").first).to_be_visible()

    page.get_by_role("button", name="Preview the dashboard with it").click()
    page.wait_for_url("**/overview?**")
    settle(page)
    assert banner(page) == 1
    assert "text=" not in page.url
    page.get_by_role("link", name="Items", exact=True).click()
    page.wait_for_url("**/items?**")
    settle(page)
    assert banner(page) == 1
    expect(page.locator(".st-key-sidebar")).to_contain_text("Theirs")

    somebody_else = open_page(f"{url}/item?lang=en&item=B1", apart=True)
    assert banner(somebody_else) == 0
    assert "Clean the river" not in somebody_else.locator("body").inner_text()

    page.reload()
    settle(page)
    assert banner(page) == 0
    assert "Theirs" not in page.locator("body").inner_text()
