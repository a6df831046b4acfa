"""Takes the pictures of the README; with `--every DIR`, a picture of every page in every form."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import LAUNCH_ARGS, browser_path, settle
from tests.server import PROJECT, start, wait_until_healthy

LANGUAGES = ("zh", "en")
WIDTHS = (390, 1440, 1920)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 1000
TALLEST = 12_000
PAGES = {
    "overview": "overview",
    "items": "items",
    "item": "item?item={item}",
    "departments": "departments",
    "department": "departments?department={department}",
    "timeline": "timeline",
    "indicators": "indicators",
    "indicator": "indicators?indicator={indicator}",
    "regions": "regions",
    "leads": "leads",
    "groups": "organization",
    "documents": "organization?part=documents",
    "events": "organization?part=events",
    "data": "data",
    "completeness": "data?part=completeness",
}
CAMPAIGNS = {
    "simulated": {"item": "M010", "department": "office", "indicator": "M003-i1"},
    "moe-2021": {
        "item": "graduate-employment",
        "department": "student-affairs",
        "indicator": "platform-postings",
    },
}
OF_README = ("overview", "timeline", "item")


@contextmanager
def running(campaign: str) -> Iterator[tuple[str, Browser]]:
    """Run a server of one campaign and a browser."""
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = start((PROJECT / "data/campaigns" / campaign,), Path(scratch) / "log.txt")
        try:
            wait_until_healthy(server)
            browser = playwright.chromium.launch(executable_path=browser_path(), args=LAUNCH_ARGS)
            yield server.url, browser
            browser.close()
        finally:
            server.stop()


def opened(browser: Browser, url: str, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
    """Open a page and wait until all of it stands."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page.goto(url)
    settle(page)
    # Charts fade in.
    page.wait_for_timeout(1500)
    return page


def make_tall(page: Page, width: int) -> None:
    """Make the window as tall as the page, which scrolls within it."""
    height = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
    page.wait_for_timeout(500)


def address(name: str, campaign: str, lang: str) -> str:
    """Write where a page lies."""
    path = PAGES[name].format(**CAMPAIGNS[campaign])
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def take_readme() -> None:
    """Take what the README shows."""
    with running("simulated") as (url, browser):
        for name, lang in product(OF_README, LANGUAGES):
            page = opened(browser, f"{url}/{address(name, 'simulated', lang)}", 1440)
            page.screenshot(path=PROJECT / f"docs/{name}.{lang}.png")
            page.close()


def take_every(folder: Path, part: str) -> None:
    """Take all pages of both campaigns in each width, language and theme, as far as a part is in the name."""
    folder.mkdir(parents=True, exist_ok=True)
    for campaign in CAMPAIGNS:
        with running(campaign) as (url, browser):
            for name, width, lang, scheme in product(PAGES, WIDTHS, LANGUAGES, SCHEMES):
                picture = f"{campaign}.{name}.{width}.{lang}.{scheme}.png"
                if part in picture:
                    page = opened(browser, f"{url}/{address(name, campaign, lang)}", width, scheme)
                    make_tall(page, width)
                    page.screenshot(path=folder / picture)
                    page.close()


def main() -> None:
    """Read the command line and take the pictures it asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--every", type=Path, metavar="DIR", help="take every page in every form into a folder"
    )
    parser.add_argument("--only", default="", metavar="PART", help="with --every: names that hold this part")
    asked = parser.parse_args()
    if asked.every:
        take_every(asked.every, asked.only)
    else:
        take_readme()


if __name__ == "__main__":
    main()
