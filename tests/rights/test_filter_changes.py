"""A filter that changes draws anew what it narrows; everything, once anything else has changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sign_in_service
from tests.benchmark.driver import Answer
from tests.rights import canaries
from tests.rights.listener import Listener, account, found
from tests.server import Server, start, wait_until_healthy

AROUND = ("date_input", "bidi_component")
"""What stands in the sidebar and around the page."""
DEPARTMENT, TEXT = "-filter.departments.zh", "-filter.text.zh"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filters")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    campaigns = []
    for name in ("still", "taken", "newer"):
        (folder / name).mkdir()
        campaigns.append(canaries.write(folder / name)[0].rename(folder / name / name))
    environment = sign_in_service.settings(folder, "http://127.0.0.1:1")
    running = start(campaigns, folder / "log.txt", environment=environment)
    try:
        wait_until_healthy(running)
        yield running
    finally:
        running.stop()


def around(answer: Answer) -> set[str]:
    assert not answer.errors, answer.errors
    return {kind for kind in AROUND if answer.drawn[kind]}


@pytest.mark.parametrize(("name", "seen"), [("office", 3), ("students", 1)])
def test_it_draws_what_it_narrows_and_the_menu_and_leaves_the_rest(
    server: Server, name: str, seen: int
) -> None:
    async def visit() -> None:
        tab = Listener(server.url, account(name))
        assert around(await tab.open("items", "campaign=still")) == {*AROUND}
        answer = await tab.choose({DEPARTMENT: ["name of students"]})
        assert around(answer) == set()
        assert any(f"显示 **1** 项，共 {seen} 项" in text for text in answer.texts)
        menu = next(text for text in answer.texts if "**Ours**" in text)
        assert "(overview?lang=zh&department=students)" in menu
        assert tab.query == "campaign=still&department=students"
        await tab.close()

    asyncio.run(visit())


def test_rights_that_were_taken_away_are_gone_with_the_next_filter(server: Server, folder: Path) -> None:
    async def visit() -> set[str]:
        tab = Listener(server.url, account("students"))
        await tab.open("items", "campaign=taken")
        assert found(tab.heard)
        access = folder / "taken/taken/access.yaml"
        access.write_text(canaries.ACCESS.replace("students@", "others@"), encoding="utf-8")
        tab.heard.clear()
        answer = await tab.choose({TEXT: "name"})
        assert around(answer) == {"bidi_component"}
        assert b"Ask the office" in b"".join(tab.heard)
        await tab.close()
        return found(tab.heard)

    assert asyncio.run(visit()) == set()


def test_files_that_changed_are_read_with_the_next_filter_and_all_is_drawn(
    server: Server, folder: Path
) -> None:
    async def visit() -> Answer:
        tab = Listener(server.url, account("office"))
        await tab.open("items", "campaign=newer")
        newer = folder / "newer/newer/campaign.yaml"
        newer.write_text("campaign: {title: Newer, as_of: 2021-06-30}\n", encoding="utf-8")
        # Files are looked at once a second.
        time.sleep(1.1)
        answer = await tab.choose({TEXT: "QXMINE"})
        await tab.close()
        return answer

    answer = asyncio.run(visit())
    assert around(answer) == {*AROUND}
    assert any("**Newer**" in text for text in answer.texts)
    assert any("显示 **1** 项，共 3 项" in text for text in answer.texts)
