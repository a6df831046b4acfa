"""A real browser and a freshly started server, for what only these two can show."""

import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, Protocol
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, sync_playwright

from tests import nginx
from tests.server import Server, start, wait_until_healthy

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LAUNCH_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The tests open this machine only; anything else the app might ask for must fail.
    f"--host-resolver-rules=MAP {nginx.NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
SETTLE_MS = 30_000
LOCALE = "en-US"


class Serve(Protocol):
    """Return a server of these campaigns (none given: those that ship with the product).

    Equal calls share one server; `fresh=True` starts one that nobody has opened yet, and ends the one before.
    """

    def __call__(self, campaigns: Sequence[Path] = (), *, fresh: bool = False) -> Server: ...


class LookAt(Protocol):
    """Show an address of a server on a page that stays open for the next: for tests that only look.

    Loading a page takes several times as long as following a link to it, and ends in the same.
    """

    def __call__(self, server: Server, address: str) -> Page: ...


class OpenPage(Protocol):
    """Open a URL in a new tab, and wait until the app has answered.

    Browsers remember nothing of earlier tests. The tabs of a test are of one browser, but for those `apart`.
    """

    def __call__(
        self,
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        locale: str = LOCALE,
        apart: bool = False,
    ) -> Page: ...


# The app is connected, its script has come to an end, and nothing it drew is old or still to come.
SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testConnectionState === "CONNECTED"
        && app.dataset.testScriptState === "notRunning"
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""


# What the board does with a link in one of its texts, it does with any.
FOLLOW = """address => {
    const link = document.createElement("a");
    link.setAttribute("href", address);
    document.body.append(link);
    link.click();
    link.remove();
}"""


def settle(page: Page) -> None:
    """Wait until Streamlit has run the page to its end and every element has been drawn."""
    # Twice: an event takes a moment to reach the server and to start the next run. By the clock, not by
    # frames: a busy machine may draw none for a long while.
    for _ in range(2):
        page.wait_for_timeout(150)
        page.wait_for_function(SETTLED, polling=100, timeout=SETTLE_MS)


def follow(page: Page, address: str) -> None:
    """Follow a link of the board to an address of its own, without loading the page anew."""
    asked = urlsplit(address)
    page.evaluate(FOLLOW, address)

    def is_there(url: str) -> bool:
        now = urlsplit(url)
        return now.path == f"/{asked.path}" and parse_qs(now.query) == parse_qs(asked.query)

    # The server writes the address once it opens the page.
    page.wait_for_url(is_there, timeout=SETTLE_MS)
    settle(page)


def browser_path() -> str | None:
    """Find the system's own browser."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _browser_required() -> bool:
    return os.environ.get("REQUIRE_BROWSER") == "1"


def _skip(reason: str) -> NoReturn:
    if _browser_required():
        pytest.fail(f"{reason}, and REQUIRE_BROWSER=1 asks for one")
    pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where a browser is required, count a skipped browser test as failed, whatever skipped it."""
    report = yield
    if _browser_required() and report.skipped and item.get_closest_marker("browser"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def shared_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Start a browser that keeps the scripts it has compiled: pages then load in less time."""
    path = browser_path()
    if path is None:
        _skip("no chromium on this machine")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("browser"), executable_path=path, args=LAUNCH_ARGS, locale=LOCALE
        )
        yield context
        context.close()


@pytest.fixture(scope="session")
def chromium(shared_browser: BrowserContext) -> Browser:
    assert shared_browser.browser
    return shared_browser.browser


@pytest.fixture(scope="session")
def servers() -> Iterator[list[Server]]:
    running: list[Server] = []
    yield running
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def serve(servers: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Serve:
    shared: dict[tuple[Path, ...], Server] = {}
    alone: list[Server] = []

    def start_or_share(campaigns: Sequence[Path] = (), *, fresh: bool = False) -> Server:
        paths = tuple(campaigns)
        if not fresh and paths in shared and shared[paths].process.poll() is None:
            return shared[paths]
        if fresh and alone:
            alone.pop().stop()
        server = start(paths, tmp_path_factory.mktemp("server") / "log.txt")
        servers.append(server)
        wait_until_healthy(server)
        if fresh:
            alone.append(server)
        else:
            shared[paths] = server
        return server

    return start_or_share


@pytest.fixture(scope="session")
def errors() -> list[str]:
    """What pages have complained of, and no test has told."""
    return []


def new_page(context: BrowserContext, errors: list[str]) -> Page:
    """Open an empty page that keeps what it complains of."""

    def refuse(dialog: Dialog) -> None:
        errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note_blocked(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            errors.append(message.text)

    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", refuse)
    page.on("console", note_blocked)
    return page


@pytest.fixture
def open_page(shared_browser: BrowserContext, chromium: Browser, errors: list[str]) -> Iterator[OpenPage]:
    pages: list[Page] = []

    def open_in_new_tab(
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        locale: str = LOCALE,
        apart: bool = False,
    ) -> Page:
        shared = locale == LOCALE and not apart
        page = new_page(shared_browser if shared else chromium.new_context(locale=locale), errors)
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(url)
        settle(page)
        return page

    yield open_in_new_tab
    for page in pages:
        page.close()
        if page.context != shared_browser:
            page.context.close()
    shared_browser.set_storage_state({"cookies": [], "origins": []})
    shared_browser.clear_permissions()


@pytest.fixture(scope="session")
def look_at(shared_browser: BrowserContext, errors: list[str]) -> LookAt:
    pages: dict[str, Page] = {}

    def show(server: Server, address: str) -> Page:
        # A page on which this fails is not asked again.
        page = pages.pop(server.url, None)
        if page:
            follow(page, address)
        else:
            page = new_page(shared_browser, errors)
            page.set_viewport_size({"width": 1440, "height": 900})
            page.goto(f"{server.url}/{address}")
            settle(page)
        pages[server.url] = page
        return page

    return show


@pytest.fixture(autouse=True)
def _no_page_complains(errors: list[str]) -> Iterator[None]:
    yield
    found = [*errors]
    errors.clear()
    assert not found, found


@pytest.fixture(autouse=True)
def _no_traceback_logged(servers: list[Server]) -> Iterator[None]:
    before = {server.log: len(server.logged()) for server in servers}
    yield
    for server in servers:
        new = server.logged()[before.get(server.log, 0) :]
        assert "Traceback (most recent call last)" not in new, new[-4000:]
