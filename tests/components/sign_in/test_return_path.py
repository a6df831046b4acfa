"""Somebody who signs in comes back to the page they left, and nobody can make that another site."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import SimpleCookie

import pytest
import streamlit as st
from itsdangerous import URLSafeTimedSerializer
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from components.sign_in import endings, provider, return_path
from components.sign_in.return_path import COOKIE, ReturnPath
from tests.components.server.client import Answer, ask

HOME = "https://board.example"
DEEP = "/items?status=done&text=%E5%AD%A6"


def signed(path: str, secret: str = "s" * 32) -> str:
    return str(URLSafeTimedSerializer(secret, salt=COOKIE).dumps(path))


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    found = {"redirect_uri": "https://board.example/oauth2callback", "cookie_secret": "s" * 32}
    monkeypatch.setattr(provider, "settings", lambda: found)
    monkeypatch.setattr(provider, "names", lambda: ("default",))
    return found


async def _login(request: Request) -> Response:
    if request.query_params.get("old"):
        return RedirectResponse("/", status_code=302)
    if request.query_params.get("down"):
        return PlainTextResponse("Authentication error", status_code=400)
    return RedirectResponse("https://sign-in.example/authorize")


async def _callback(request: Request) -> Response:
    answer = RedirectResponse("/")
    if request.query_params.get("code"):
        answer.set_cookie("_streamlit_user", "who", max_age=100)
    else:
        answer.delete_cookie("_streamlit_user")
    return answer


def app(base: str = "") -> ASGIApp:
    paths = {"/auth/login": _login, "/auth/logout": _callback, "/oauth2callback": _callback}
    routes = [Route(base + path, answer) for path, answer in paths.items()]
    return Starlette(routes=routes, middleware=[Middleware(ReturnPath)])


class Browser:
    """Keeps the cookie of the way back, and no other."""

    def __init__(self, base: str = "") -> None:
        self._app, self._base = app(base), base
        self.cookie = ""

    def get(self, target: str, **headers: str) -> Answer:
        answer = ask(self._app, self._base + target, {"cookie": f"{COOKIE}={self.cookie}", **headers})
        for line in answer.headers.getlist("set-cookie"):
            if line.startswith(f"{COOKIE}="):
                self.cookie = line.partition(";")[0].partition("=")[2]
        return answer

    def leave(self, came_from: str, target: str = "/auth/login") -> Answer:
        return self.get(target, referer=came_from)

    def come_back(self) -> str:
        return self.get("/oauth2callback?code=1").headers["location"]


@pytest.fixture
def browser(settings: Mapping[str, str]) -> Browser:
    return Browser()


def test_they_come_back_to_the_same_page_with_the_same_filters_once(browser: Browser) -> None:
    browser.leave(HOME + DEEP)
    assert browser.come_back() == DEEP
    assert browser.come_back() == "/"


def test_who_comes_back_without_having_signed_in_is_not_led_away_again(browser: Browser) -> None:
    browser.leave(HOME + DEEP)
    assert browser.get("/oauth2callback?error=denied").headers["location"] == DEEP
    assert browser.cookie


def test_signing_out_by_hand_ends_the_sign_in_of_the_cookie(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[Mapping[str, str]] = []
    monkeypatch.setattr(endings, "end_held", ended.append)
    browser.get("/auth/login")
    assert not ended
    browser.get("/auth/logout")
    assert [COOKIE in cookies for cookies in ended] == [True]


@pytest.mark.parametrize("why", ["down", "old"])
def test_a_way_to_the_service_that_leads_nowhere_leads_back(browser: Browser, why: str) -> None:
    answer = browser.leave(HOME + DEEP, f"/auth/login?{why}=1")
    assert (answer.status, answer.headers["location"]) == (302, DEEP)
    assert browser.cookie


@pytest.mark.parametrize(
    "came_from",
    [
        "https://evil.example/items",
        "https://board.example.evil.example/items",
        "https://board.example@evil.example/items",
        "https://board.example//evil.example",
        "https://board.example/\\evil.example",
        "https://board.example/auth/logout",
        "https://board.example/" + "x" * 3000,
        "javascript:alert(1)",
        "//evil.example",
        "https://[",
        "",
    ],
)
def test_only_a_page_of_this_app_is_remembered(browser: Browser, came_from: str) -> None:
    browser.leave(came_from)
    assert browser.come_back() == "/"


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "items", "/a\nb", "/\u5b66", ""]
)
def test_a_cookie_of_our_own_that_leads_away_is_not_followed(browser: Browser, path: str) -> None:
    browser.cookie = signed(path)
    assert browser.come_back() == "/"


def test_a_cookie_that_somebody_else_signed_is_not_followed(
    browser: Browser, settings: dict[str, str]
) -> None:
    browser.cookie = signed(DEEP)
    assert browser.come_back() == DEEP
    settings["cookie_secret"] = "t" * 32
    browser.cookie = signed(DEEP, "s" * 32)
    assert browser.come_back() == "/"


def test_an_old_cookie_is_not_followed(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    browser.leave(HOME + DEEP)
    monkeypatch.setattr(return_path, "_SECONDS", -1)
    assert browser.come_back() == "/"


@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", False)])
def test_no_script_and_no_other_site_reads_the_cookie(
    browser: Browser, settings: dict[str, str], scheme: str, secure: bool
) -> None:
    settings["redirect_uri"] = f"{scheme}://board.example/oauth2callback"
    cookie = SimpleCookie(browser.leave("").headers["set-cookie"])[COOKIE]
    assert (bool(cookie["httponly"]), cookie["samesite"], bool(cookie["secure"])) == (True, "Lax", secure)
    assert 0 < int(cookie["max-age"]) <= 600


def test_without_sign_in_nothing_is_remembered(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider, "names", lambda: ())
    assert "set-cookie" not in browser.leave(HOME + DEEP).headers


@pytest.mark.parametrize(
    ("left", "back"), [("/board/items?x=1", "/board/items?x=1"), ("/other/items", "/board/")]
)
def test_an_app_below_a_path_stays_below_it(
    settings: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, left: str, back: str
) -> None:
    monkeypatch.setattr(st, "get_option", lambda name: "/board/")
    browser = Browser("/board")
    browser.leave(HOME + left)
    assert browser.come_back() == back
