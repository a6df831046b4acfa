"""Two replicas behind nginx as deploy/ has it: sessions stay on theirs, and outlive it."""

import http.client
import os
import signal
import ssl
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import nginx
from tests.browser.conftest import settle
from tests.server import Server, start, wait_until_healthy

ITEMS = "/items?campaign=simulated&lang=en&department=basic&light=red"


@pytest.fixture(scope="module")
def replicas(simulated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    if nginx.path() is None:
        pytest.skip("no nginx on this machine")
    environment = {
        "STREAMLIT_SERVER_ALLOWED_HOSTS": nginx.NAME,
        "STREAMLIT_SERVER_COOKIE_SECRET": "c" * 64,
    }
    # Both read the campaign at the same time.
    running = [
        start([simulated], tmp_path_factory.mktemp("replica") / "log.txt", environment=environment)
        for _ in range(2)
    ]
    try:
        for server in running:
            wait_until_healthy(server)
        yield running
    finally:
        for server in running:
            server.stop()


@pytest.fixture(scope="module")
def proxy(replicas: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[nginx.Nginx]:
    running = nginx.start(replicas, tmp_path_factory.mktemp("nginx"))
    yield running
    running.stop()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    # Nobody has signed the certificate.
    context = chromium.new_context(ignore_https_errors=True, locale="en-US")
    yield context.new_page()
    context.close()


def figure(server: Server, name: str) -> float:
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=20) as response:
        lines = response.read().decode().splitlines()
    return float(next((line for line in lines if line.startswith(f"{name} ")), "0").split()[-1])


def sessions(server: Server) -> int:
    return int(figure(server, "campaign_board_sessions"))


def wait_until_drawn(server: Server, page: Page) -> None:
    """Return once a replica has drawn the items, which it had never done before."""
    end = time.monotonic() + 60
    while not figure(server, 'campaign_board_rerun_seconds_count{page="items"}') and time.monotonic() < end:
        page.wait_for_timeout(100)
    settle(page)


def ask(proxy: nginx.Nginx, path: str, cookie: str = "", name: str = nginx.NAME) -> tuple[int, Message]:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    address = urlsplit(proxy.url)
    connection = http.client.HTTPConnection("127.0.0.1", address.port, timeout=20)
    connection.connect()
    connection.sock = trusting.wrap_socket(connection.sock, server_hostname=name)
    with closing(connection):
        connection.request("GET", path, headers={"Host": address.netloc, "Cookie": cookie})
        response = connection.getresponse()
        response.read()
        return response.status, response.headers


def test_a_session_stays_on_its_replica_and_outlives_it(
    proxy: nginx.Nginx, replicas: list[Server], page: Page
) -> None:
    page.goto(proxy.url + ITEMS)
    settle(page)
    (mine,) = (server for server in replicas if sessions(server))
    (other,) = (server for server in replicas if server is not mine)

    # What was made here lies in the memory of this replica, and so does what is handed over to it.
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download CSV").click()
    assert "Basic Education" in Path(taken.value.path()).read_text(encoding="utf-8-sig")
    page.goto(f"{proxy.url}/data?lang=en&part=check&department=basic")
    settle(page)
    page.locator("input[type=file]").first.set_input_files(
        {
            "name": "theirs.yaml",
            "mimeType": "text/yaml",
            "buffer": b"items:\n- {title: Bridge, deadline: soon}\n",
        }
    )
    expect(page.get_by_text("theirs.yaml · line 2").first).to_be_visible(timeout=30_000)
    assert (sessions(mine), sessions(other)) == (1, 0)

    page.goto(proxy.url + ITEMS)
    settle(page)
    os.killpg(mine.process.pid, signal.SIGKILL)
    mine.process.wait()
    wait_until_drawn(other, page)
    assert sessions(other) == 1
    assert "department=basic" in page.url
    assert "light=red" in page.url
    expect(page.get_by_role("region", name="Table of 4 items")).to_be_visible()
    # The very next click counts.
    page.get_by_role("link", name="中文", exact=True).click()
    settle(page)
    assert "department=basic" in page.url
    expect(page.locator("h1").first).to_have_text("事项", timeout=30_000)
    for server in replicas:
        assert "Traceback" not in server.logged()


def test_a_cookie_that_was_made_up_gets_one_of_ours(proxy: nginx.Nginx) -> None:
    given = ask(proxy, "/healthz", "board_replica=../../x")[1]["Set-Cookie"]
    assert given.startswith("board_replica=")
    assert {"HttpOnly", "Secure", "SameSite=Lax"} <= {part.strip() for part in given.split(";")}
    key = given.split(";")[0]
    assert "Set-Cookie" not in ask(proxy, "/healthz", key)[1]


def test_browsers_are_told_to_stay_with_tls(proxy: nginx.Nginx) -> None:
    assert ask(proxy, "/")[1]["Strict-Transport-Security"] == "max-age=31536000"


def test_no_other_name_is_answered(proxy: nginx.Nginx) -> None:
    with pytest.raises(ssl.SSLError):
        ask(proxy, "/", name="evil.example")


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_is_for_the_operator_is_not_there(proxy: nginx.Nginx, path: str) -> None:
    assert ask(proxy, path)[0] == 404


def test_no_log_of_nginx_tells_what_was_asked(proxy: nginx.Nginx) -> None:
    ask(proxy, "/feed.xml?token=do-not-write-this-down")
    for log in proxy.folder.glob("*.log"):
        assert "do-not-write-this-down" not in log.read_text(encoding="utf-8")
