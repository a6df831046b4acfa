"""Nobody is sent a byte they may not see: every page, file and parameter, as everybody, over websockets."""

from __future__ import annotations

import asyncio
import itertools
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests import sign_in_service
from tests.rights import canaries
from tests.rights.canaries import ACCESS, ITEMS, SEEN, WORDS, key
from tests.rights.listener import Listener
from tests.server import Server, start, wait_until_healthy

PARTS = {
    "data": ("problems", "completeness", "check", "compare", "download", "subscribe"),
    "organization": ("groups", "documents", "events"),
}
HIDDEN = [key("items", item) for item in ITEMS]
# Whatever an address may ask for, with ids of what is hidden among the values.
ASKED: Mapping[str, Sequence[str]] = {
    "text": ["QXTHEIR", "QXMINE", "QXOPEN"],
    "theme": [f"QX{item}PLAIN-items-theme" for item in ITEMS],
    "department": ["finance", "students"],
    "role": ["lead"],
    "light": ["red", "yellow", "grey", "green", "blue"],
    "status": ["not_started"],
    "region": ["110000"],
    "due_from": ["2021-01-01"],
    "as_of": ["2021-06-05"],
    "view_as": ["finance", "students"],
    "campaign": ["others", "ours"],
    "lang": ["en"],
    "view": ["wall"],
    "page": HIDDEN,
}
ROUTES = ("/calendar.ics", "/feed.xml", "/api/v1/items.json", "/api/v1/items.csv", "/readyz", "/metrics")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rights")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    # Nobody goes to the service: the tabs bring what it would have said of them.
    environment = sign_in_service.settings(folder, "http://127.0.0.1:1")
    running = start(canaries.write(folder), folder / "log.txt", environment=environment)
    try:
        wait_until_healthy(running)
        yield running
    finally:
        running.stop()


def account(name: str) -> dict[str, Any]:
    """Say what the sign-in service says of somebody; of nobody it says nothing."""
    return {"email": f"{name}@moe.example", "sub": name} if name else {}


def found(heard: Sequence[bytes], typed: str = "") -> set[str]:
    """Find the words in what was sent, but for the echo of what was asked for."""
    data = b"".join(heard).replace(typed.encode(), b"") if typed else b"".join(heard)
    return {word for word in WORDS if word.encode() in data}


async def opened(tab: Listener, page: str = "items") -> Listener:
    await tab.open(page)
    return tab


async def walk(tab: Listener) -> None:
    for page in tab.pages():
        for part in PARTS.get(page, ("",)):
            await tab.visit(page, urlencode({"part": part} if part else {}))
    for item in ITEMS:
        for page, table in (("item", "items"), ("indicators", "indicators")):
            heard = len(tab.heard)
            await tab.visit(page, urlencode({table.removesuffix("s"): key(table, item)}))
            tab.heard[heard:] = [data.replace(key(table, item).encode(), b"") for data in tab.heard[heard:]]


async def visited(server: Server, name: str) -> set[str]:
    tab = await opened(Listener(server.url, account(name)), "")
    await walk(tab)
    await tab.close()
    return found(tab.heard)


@pytest.mark.parametrize("name", SEEN)
def test_every_page_and_every_file_holds_what_the_account_may_see_and_nothing_else(
    server: Server, name: str
) -> None:
    assert asyncio.run(visited(server, name)) == SEEN[name]


async def asked(server: Server, name: str) -> dict[str, set[str]]:
    """Ask for everything an address can ask for; return what was sent of what the account may not see."""
    tab = await opened(Listener(server.url, account(name)))
    leaks = {}
    for page, (parameter, values) in itertools.product(("items", "data"), ASKED.items()):
        for value in values:
            tab.heard.clear()
            await tab.visit(page, urlencode({parameter: value}))
            if wrong := found(tab.heard, value) - SEEN[name]:
                leaks[f"{page}?{parameter}={value}"] = wrong
    await tab.close()
    return leaks


@pytest.mark.parametrize("name", ["students", "viewer", "stranger"])
def test_no_parameter_of_an_address_gets_more(server: Server, name: str) -> None:
    assert asyncio.run(asked(server, name)) == {}


async def by_turns(server: Server, names: Sequence[str]) -> list[set[str]]:
    """Open the same pages in many tabs of several accounts at once; return what each account was sent."""
    tabs = [Listener(server.url, account(name)) for name in (*names, *names)]

    async def look(tab: Listener) -> None:
        await tab.open("overview")
        for page in ("items", "departments", "overview", "items", "timeline", "data", "overview"):
            await tab.follow(page, "")
        await tab.close()

    await asyncio.gather(*map(look, tabs))
    return [found(tab.heard) for tab in tabs]


def test_what_is_kept_for_one_account_is_never_sent_to_another(server: Server) -> None:
    names = ("students", "viewer", "office", "both")
    for name, words in zip((*names, *names), asyncio.run(by_turns(server, names)), strict=True):
        assert words, name
        assert words <= SEEN[name], name


async def look_as(server: Server) -> set[str]:
    tab = await opened(Listener(server.url, account("office")))
    tab.heard.clear()
    for page in ("items", "overview", "data", "item"):
        await tab.visit(page, urlencode({"view_as": "students", "item": key("items", "MINE")}))
    await tab.close()
    return found(tab.heard)


def test_the_office_looks_as_a_department_and_sees_no_more(server: Server) -> None:
    assert asyncio.run(look_as(server)) == SEEN["students"]


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


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_tells_anything_without_a_link(server: Server, route: str) -> None:
    try:
        with urllib.request.urlopen(server.url + route, timeout=30) as answer:
            body = answer.read()
    except urllib.error.HTTPError as refused:
        body = refused.read()
    assert found([body]) == set()
