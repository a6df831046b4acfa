"""One server as it is hosted, asked over HTTP what friends and strangers ask."""

import http.client
import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.server import Server, start, wait_until_healthy

SECRET = "do-not-write-this-down"


@pytest.fixture(scope="module")
def audit_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audit") / "audit.log"


@pytest.fixture(scope="module")
def server(moe: Path, audit_log: Path) -> Iterator[Server]:
    environment = {
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "board.example other.example",
        "CAMPAIGN_LOG_LEVEL": "INFO",
        "CAMPAIGN_LOG_FORMAT": "json",
        "CAMPAIGN_AUDIT_LOG": str(audit_log),
    }
    server = start([moe], audit_log.with_name("log.txt"), environment=environment)
    try:
        wait_until_healthy(server)
        yield server
    finally:
        server.stop()


def ask(
    server: Server, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=20)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": "board.example", **(headers or {})}.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def shake_hands(server: Server, **headers: str) -> int:
    given = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        **headers,
    }
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=20)
    connection.putrequest("GET", "/_stcore/stream", skip_host="Host" in given)
    for name, value in given.items():
        connection.putheader(name, value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def logged(server: Server) -> list[dict[str, object]]:
    return [json.loads(line) for line in server.logged().splitlines() if line.startswith("{")]


def answers(server: Server) -> dict[object, object]:
    """Return the status of the last answer to each path."""
    lines = (line for line in logged(server) if line["logger"] == "components.server.access_log")
    return {line["path"]: line["status"] for line in lines}


def test_it_is_alive_and_gets_ready_once_asked(server: Server) -> None:
    assert ask(server, "/healthz")[0].status == 200
    end = time.monotonic() + 30
    while (answer := ask(server, "/readyz"))[0].status == 503 and time.monotonic() < end:
        time.sleep(0.2)
    told = json.loads(answer[1])
    assert told["campaigns"]["moe-2021"] == {"shown": True, "stale": False, "errors": 0, "warnings": 0}


def test_figures_tell_of_the_campaign_and_of_answers(server: Server) -> None:
    ask(server, "/items")
    counted, end = 'campaign_board_requests_total{kind="page",status="200"}', time.monotonic() + 10
    while counted not in (text := ask(server, "/metrics")[1].decode()) and time.monotonic() < end:
        time.sleep(0.05)  # an answer is counted once it has gone
    assert (ask(server, "/metrics")[0].getheader("Content-Type") or "").startswith("text/plain")
    assert "campaign_board_sessions 0.0" in text
    assert counted in text


@pytest.mark.parametrize("path", ["/", "/items", "/healthz", "/nothing/here", "/../etc/passwd"])
def test_every_answer_bears_the_security_headers(server: Server, path: str) -> None:
    response, _ = ask(server, path)
    policy = response.getheader("Content-Security-Policy") or ""
    assert "script-src 'self' blob: 'sha256-" in policy
    assert "frame-ancestors 'self'" in policy
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Referrer-Policy") == "same-origin"
    assert response.getheader("Strict-Transport-Security") is None


def test_behind_tls_browsers_are_told_to_stay_there(server: Server) -> None:
    response, _ = ask(server, "/healthz", {"X-Forwarded-Proto": "https"})
    assert response.getheader("Strict-Transport-Security") == "max-age=31536000"


@pytest.mark.parametrize("host", ["evil.example", "board.example.evil.example", ""])
def test_other_hosts_are_refused(server: Server, host: str) -> None:
    assert ask(server, "/", {"Host": host})[0].status == 400
    assert shake_hands(server, Host=host, Origin=f"http://{host}") in (400, 403)


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://board.example", 101),
        ("https://other.example", 403),
        ("http://localhost:3000", 403),
        ("http://board.example.evil.example", 403),
        ("null", 403),
    ],
)
def test_pages_of_other_sites_open_no_session(server: Server, origin: str, status: int) -> None:
    assert shake_hands(server, Host="board.example", Origin=origin) == status


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/" + "a" * 9000, {}, 414),
        ("GET", "/?text=" + "a" * 9000, {}, 414),
        ("GET", "/", {"X-Long": "a" * 70_000}, 431),
        ("GET", "/%00", {}, 400),
        ("GET", "/items%0d%0aSet-Cookie:a=b", {}, 400),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 400),
        ("GET", "/static/..%2f..%2f..%2fetc/passwd", {}, 400),
        ("GET", "//evil.example/", {}, 400),
        ("GET", "/media/..%2f..%2fapp.py", {}, 400),
        ("GET", "/component/..%2f..%2fapp.py/x", {}, 400),
        ("TRACE", "/", {}, 405),
        ("PATCH", "/items", {}, 405),
        ("POST", "/items", {"Content-Length": "99999999"}, 413),
        ("PUT", "/_stcore/upload_file/a/b", {"Content-Length": "99999999"}, 413),
        ("PUT", "/_stcore/upload_file/a/b", {"Content-Length": "0"}, 403),
        ("PUT", "/_stcore/upload_file/a/b", {"Origin": "http://evil.example"}, 403),
    ],
)  # fmt: skip
def test_the_oversized_and_the_malformed_are_refused(
    server: Server, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    response, body = ask(server, path, headers, method)
    assert response.status == status
    assert b"root:" not in body


def test_the_log_tells_of_answers_but_of_nothing_private(server: Server) -> None:
    ask(server, f"/items?token={SECRET}&text=13800138000", {"Cookie": f"a={SECRET}"})
    ask(server, f"/media/{SECRET}.csv")
    ask(server, f"/_stcore/upload_file/{SECRET}/b", method="PUT")
    ask(server, "/the-last-one")
    end = time.monotonic() + 10
    expected = {"/items": 200, "/media/…": 404, "/the-last-one": 200}
    while not expected.items() <= (told := answers(server)).items() and time.monotonic() < end:
        time.sleep(0.05)  # a line is written once the answer has gone
    assert expected.items() <= told.items()
    log = server.logged()
    assert SECRET not in log
    assert "13800138000" not in log


def test_nothing_of_all_this_is_a_traceback(server: Server) -> None:
    assert "Traceback" not in server.logged()
