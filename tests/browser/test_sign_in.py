"""From a link through the sign-in service and back, and out again, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sign_in_service
from tests.browser.conftest import settle
from tests.rights import canaries
from tests.server import Server, start, wait_until_healthy

DEEP = "/items?lang=en&text=QXMINE&department=students"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("sign-in")
    with sign_in_service.running({"sub": "students", "email": "students@moe.example"}) as service:
        environment = sign_in_service.settings(folder, service)
        running = start(canaries.write(folder), folder / "log.txt", environment=environment)
        try:
            wait_until_healthy(running)
            yield running
            assert "Traceback" not in running.logged()
        finally:
            running.stop()


def sign_in(page: Page, server: Server) -> None:
    page.get_by_role("button", name="students", exact=True).click()
    page.wait_for_url(f"{server.url}/**")
    settle(page)


def test_a_link_leads_through_sign_in_to_its_filters_and_signing_out_ends_every_tab(
    chromium: Browser, server: Server
) -> None:
    context = chromium.new_context(locale="en-US")
    page = context.new_page()
    page.goto(server.url + DEEP)
    sign_in(page, server)
    assert page.url == server.url + DEEP
    expect(page.get_by_text("· Department")).to_be_visible()
    other = context.new_page()
    other.goto(f"{server.url}/items?lang=en")
    settle(other)
    expect(other.get_by_role("heading", name="Items")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/end_session**")
    other.get_by_role("link", name="Overview").first.click()
    settle(other)
    expect(other.get_by_text("You have signed out.")).to_be_visible()

    # Back at the board nobody is led away at once, and signing in again opens the page that was left.
    page.goto(server.url + DEEP)
    settle(page)
    page.get_by_role("button", name="Sign in").click()
    sign_in(page, server)
    assert page.url == server.url + DEEP
    context.close()
