"""Takes the pictures of the README from the simulated campaign: `python -m tests.pictures`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.conftest import LAUNCH_ARGS, browser_path, settle
from tests.server import PROJECT, start, wait_until_healthy

WIDTH, HEIGHT = 1440, 1000


def main() -> None:
    """Open the overview in both languages and keep what it shows."""
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = start((PROJECT / "data/campaigns/simulated",), Path(scratch) / "log.txt")
        try:
            wait_until_healthy(server)
            browser = playwright.chromium.launch(executable_path=browser_path(), args=LAUNCH_ARGS)
            for lang in ("zh", "en"):
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(f"{server.url}/overview?lang={lang}")
                settle(page)
                # Charts fade in.
                page.wait_for_timeout(1500)
                page.screenshot(path=PROJECT / f"docs/overview.{lang}.png")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
