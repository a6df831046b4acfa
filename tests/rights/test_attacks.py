"""Nobody is taken for somebody else, and rights that are gone are gone at once."""

from __future__ import annotations

import asyncio
import time
import urllib.request
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest
from websockets.exceptions import ConnectionClosed

from tests.rights.canaries import ACCESS, WORDS
from tests.rights.listener import Listener, account, found, opened
from tests.server import Server


def forged(server: Server) -> Listener:
    return Listener(server.url, account("office"), secret="x" * 32)


def unsigned(server: Server) -> Listener:
    tab = Listener(server.url, {})
    tab.headers = {"Cookie": tab.headers["Cookie"] + '; _streamlit_user={"is_logged_in":true}'}
    return tab


def expired(server: Server) -> Listener:
    return Listener(server.url, account("office") | {"exp": time.time() - 1})


def endless(server: Server) -> Listener:
    return Listener(server.url, account("office") | {"exp": None})


def of_another_board(server: Server) -> Listener:
    return Listener(server.url, account("office") | {"origin": "https://other.example"})


def sent_by_another_site(server: Server) -> Listener:
    tab = Listener(server.url, account("office"))
    tab.tokens = ("none",)
    return tab


def unverified(server: Server) -> Listener:
    return Listener(server.url, account("office") | {"email_verified": False})


def by_headers(server: Server) -> Listener:
    tab = Listener(server.url, account("stranger"))
    claiming = (
        "X-Forwarded-User",
        "X-Forwarded-Email",
        "X-Streamlit-User",
        "Remote-User",
        "X-Auth-Request-Email",
    )
    tab.headers = dict(tab.headers) | dict.fromkeys(claiming, "office@moe.example")
    return tab


@pytest.mark.parametrize(
    "make",
    [
        forged,
        unsigned,
        expired,
        endless,
        of_another_board,
        sent_by_another_site,
        unverified,
        by_headers,
    ],
)
def test_nobody_is_taken_for_somebody_else(server: Server, make: Any) -> None:
    async def heard() -> set[str]:
        tab = await opened(make(server))
        await tab.close()
        return found(tab.heard)

    assert asyncio.run(heard()) == set()


def test_the_session_of_somebody_else_cannot_be_taken_over(server: Server) -> None:
    async def heard() -> set[str]:
        theirs = await opened(Listener(server.url, account("office")))
        while_open, afterwards = (Listener(server.url, account("stranger")) for _ in range(2))
        for tab in (while_open, afterwards):
            tab.tokens = (*tab.tokens, theirs.session)
        await opened(while_open)
        await theirs.close()
        await opened(afterwards)
        await while_open.close()
        await afterwards.close()
        return found([*while_open.heard, *afterwards.heard])

    assert asyncio.run(heard()) == set()


@pytest.mark.parametrize("query", ["code=theirs", "code=theirs&state=theirs", "error=denied&state=theirs"])
def test_nobody_is_signed_in_by_what_somebody_else_began(server: Server, query: str) -> None:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            """Look at the answer itself."""

    browser = urllib.request.build_opener(Stay)
    with pytest.raises(HTTPError) as answer:
        browser.open(f"{server.url}/oauth2callback?{query}", timeout=20)
    answer.value.close()
    assert (answer.value.status, answer.value.headers["location"]) == (302, "/")
    assert not [cookie for cookie in answer.value.headers.get_all("set-cookie", []) if "user=" in cookie]


@pytest.mark.parametrize("message", [b"\xff\xfe nonsense", "a text", b"x" * 30_000_000])
def test_a_message_that_no_browser_sends_ends_the_session(server: Server, message: bytes | str) -> None:
    async def sent() -> None:
        tab = await opened(Listener(server.url, account("stranger")))
        await tab._socket.send(message)
        while True:
            await asyncio.wait_for(tab._socket.recv(), 20)

    before = server.logged().count("Traceback")
    with pytest.raises(ConnectionClosed):
        asyncio.run(sent())
    assert server.logged().count("Traceback") == before


PARAMETERS = (
    *("lang", "campaign", "as_of", "department", "role", "level", "theme", "status", "light", "region"),
    *("due_from", "due_to", "text", "view_as", "view", "seconds", "page", "part", "item", "indicator"),
    *("show", "by", "order", "state", "group", "measure", "severity", "mender", "file", "open"),
)


def test_no_parameter_leads_out_of_the_campaign(server: Server) -> None:
    async def heard() -> set[str]:
        tab = await opened(Listener(server.url, account("viewer")))
        for page in ("items", "item", "indicators", "data"):
            for value in ("../others", "../../../../../etc/passwd\0", "file:///etc/passwd"):
                answer = await tab.follow(page, urlencode(dict.fromkeys(PARAMETERS, value)))
                assert not answer.errors
        await tab.close()
        assert b"root:" not in b"".join(tab.heard)
        return found(tab.heard)

    assert asyncio.run(heard()) == {"QXOPENPLAIN"}


def test_rights_count_as_they_are_at_each_action(server: Server, folder: Path) -> None:
    file = folder / "ours/access.yaml"

    async def heard() -> list[set[str]]:
        tab = await opened(Listener(server.url, account("viewer")))
        seen = []
        for text in (ACCESS, ACCESS.replace("viewer@", "other@"), ACCESS, ACCESS + "colour: red\n"):
            file.write_text(text, encoding="utf-8")
            tab.heard.clear()
            # What the last run offered is no longer to be had.
            await tab.take_files()
            await tab.rerun()
            seen.append(found(tab.heard))
        await tab.close()
        return seen

    try:
        assert asyncio.run(heard()) == [{"QXOPENPLAIN"}, set(), {"QXOPENPLAIN"}, set()]
    finally:
        file.write_text(ACCESS, encoding="utf-8")


def test_no_log_and_no_figure_tells_of_anybody_or_of_what_they_saw(server: Server) -> None:
    async def seen() -> tuple[set[str], str]:
        tab = await opened(Listener(server.url, account("office")), "items?text=QXMINE")
        await tab.visit("data", urlencode({"part": "download", "text": "QXMINE"}))
        await tab.close()
        return found(tab.heard), tab.headers["Cookie"].rpartition("=")[2]

    words, cookie = asyncio.run(seen())
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=20) as answer:
        told = answer.read().decode() + server.logged()
    assert "GET" in told
    assert words
    assert not [secret for secret in (*WORDS, cookie, "@moe.example") if secret in told]
