"""Nobody is taken for somebody else, and rights that are gone are gone at once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from tests.rights.canaries import ACCESS
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
