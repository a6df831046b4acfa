"""Nobody is sent a byte they may not see: every page, file and parameter, as everybody, over websockets."""

from __future__ import annotations

import asyncio
import itertools
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pytest

from data.briefing.formats import FORMATS
from tests.rights.canaries import ITEMS, SEEN, key
from tests.rights.listener import Listener, account, found, opened
from tests.server import Server

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
    assert tab.made == (len(FORMATS) if SEEN[name] else 0)
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
            await tab.visit(page, urlencode({parameter: value}), unfold=False)
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


def test_the_wall_says_as_whom_the_office_looks(server: Server) -> None:
    async def heard() -> bytes:
        tab = await opened(Listener(server.url, account("office")))
        tab.heard.clear()
        await tab.follow("wall", "view=wall&lang=en&view_as=students")
        await tab.close()
        return b"".join(tab.heard)

    assert b"You see what name of students can see." in asyncio.run(heard())


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_tells_anything_without_a_link(server: Server, route: str) -> None:
    try:
        with urllib.request.urlopen(server.url + route, timeout=30) as answer:
            body = answer.read()
    except urllib.error.HTTPError as refused:
        body = refused.read()
    assert found([body]) == set()
