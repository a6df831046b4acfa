"""The page of a list that is chosen is drawn, also by a server that hears of it for the first time."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.benchmark.driver import Answer, Session
from tests.server import Server, start, wait_until_healthy

FIRST, SECOND = "第 1–30 项，共 31 项", "第 31–31 项，共 31 项"
PAGES = "timeline.department.pages."


@pytest.fixture
def server(tmp_path: Path) -> Server:
    items = "".join(f"i{n},事项{n},2021-03-01,2021-12-31\n" for n in range(31))
    (tmp_path / "items.csv").write_text(f"id,title,start,deadline\n{items}", encoding="utf-8")
    return start([tmp_path / "items.csv"], tmp_path / "log.txt")


def says(answer: Answer, words: str) -> bool:
    assert not answer.errors, answer.errors
    return any(words in text for text in answer.texts)


async def visited(url: str) -> None:
    tab = Session(url)
    assert says(await tab.open("timeline"), FIRST)
    (key,) = (identity for identity in tab._widgets if PAGES in identity)
    assert says(await tab.choose({key: 2}), SECOND)
    assert says(await tab.choose({key: 1}), FIRST)
    assert says(await tab.choose({key: 2}), SECOND)
    # As a browser does whose server was started anew.
    again = Session(url)
    again._widgets = tab._widgets
    answer = await again.open("timeline")
    assert says(answer, SECOND)
    await again.close()
    await tab.close()


def test_the_page_that_is_chosen_is_the_one_that_is_drawn(server: Server) -> None:
    try:
        wait_until_healthy(server)
        asyncio.run(visited(server.url))
    finally:
        server.stop()
