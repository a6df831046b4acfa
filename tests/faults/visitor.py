"""A reader who works on: clicks, signs in and out, and connects anew where the connection breaks."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field

import httpx
from websockets.exceptions import WebSocketException

from tests.benchmark.driver import Answer
from tests.faults import campaign
from tests.faults.campaign import CLOSED, DEPARTMENTS, OFFICE, OPEN
from tests.faults.reader import Browser, Tab

_PAGES = ("items", "overview", "departments")
# How often somebody signs out, and comes back later.
_LEAVING = 0.03


@dataclass
class Findings:
    """What all visitors met."""

    answers: int = 0
    losses: int = 0
    """How often a connection broke, or an answer did not come."""
    recoveries: list[float] = field(default_factory=list)
    """Seconds from each loss, or from when it could be mended, to the reader's next right answer."""
    unavailable: int = 0
    """Pages that said in words that there is nothing to show."""
    doors: int = 0
    """Pages that asked to sign in."""
    sign_ins: int = 0
    sign_outs: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    expired: bool = False
    """Whether those who are signed in are so no more."""
    mended: float = 0.0
    """When what nobody could work with was mended last."""

    def counts(self) -> dict[str, int]:
        """Count what is told of each event."""
        return {
            "answers": self.answers,
            "doors": self.doors,
            "connections lost": self.losses,
            "wrong": self.wrong.total(),
        }


class Visitor:
    """One reader of one department, or of the office, with a cookie that leads to one replica."""

    def __init__(self, url: str, number: int, findings: Findings, versions: tuple[int, ...]) -> None:
        self._url, self._findings, self._versions = url, findings, versions
        self._dice = random.Random(number)
        self._department = DEPARTMENTS[number % len(DEPARTMENTS)]
        self._campaign = OPEN if number % 4 == 0 else CLOSED
        self._role = OFFICE if self._campaign == OPEN or number % 4 == 1 else self._department
        self._query = f"campaign={self._campaign}&lang=en&department={self._department}"
        self._page = "items"
        self._browser = self._new_browser()
        self._tab: Tab | None = None
        self._lost = 0.0

    async def work(self, over: asyncio.Event) -> None:
        """Click once in a while until it is over."""
        await asyncio.sleep(self._dice.uniform(0, 5))
        while not over.is_set():
            try:
                await self._turn()
            except (OSError, WebSocketException, TimeoutError, httpx.HTTPError):
                self._findings.losses += 1
                self._lose()
                self._tab = None
                await asyncio.sleep(0.5)
                continue
            await asyncio.sleep(self._dice.uniform(0.5, 2))
        await self._leave()
        await self._browser.close()

    async def _turn(self) -> None:
        out = not self._browser.signed_in or self._findings.expired
        answer = await self._click()
        assert self._tab
        if self._tab.at_door:
            await self._at_door(self._tab, expected=out or self._findings.expired)
        elif self._judge(answer, self._tab) and not out and self._dice.random() < _LEAVING:
            await self._sign_out(self._tab)

    async def _click(self) -> Answer:
        self._page = self._dice.choice(_PAGES)
        if self._tab:
            return await self._tab.follow(self._page, self._query)
        self._tab, answer = await self._browser.open(self._page, self._query, self._hear)
        return answer

    def _hear(self, data: bytes) -> None:
        seen = DEPARTMENTS if self._role == OFFICE else (self._department,)
        for leak in campaign.leaks(data, self._campaign, seen):
            self._findings.wrong[f"{self._role} was sent {leak}"] += 1

    async def _at_door(self, tab: Tab, *, expected: bool) -> None:
        """Sign in; whoever is signed in already should not have come here."""
        self._findings.doors += 1
        if not expected:
            self._findings.wrong["somebody signed in was led to the door"] += 1
        self._lose()
        if not tab.leads_to:
            await tab.press("sign_in.default")
        left = f"/{self._page}?{self._query}"
        await self._leave()
        if not tab.leads_to:
            return
        clock = self._findings.expired
        opened = await self._browser.sign_in(tab.leads_to, f"{self._role}@board.example", left)
        self._findings.sign_ins += self._browser.signed_in
        # Whoever was under way while the clock jumped has a way back that is too old, or not yet made.
        if opened != left and clock == self._findings.expired:
            self._findings.wrong[f"left {left}, came back to {opened}"] += 1

    async def _sign_out(self, tab: Tab) -> None:
        """Sign out; a copy of the cookies is worth nothing then, on any replica."""
        await tab.press("sign_out.sidebar")
        self._findings.sign_outs += 1
        thief = Browser(self._url, self._key(), self._browser.cookies())
        await self._browser.sign_out(tab.leads_to, f"/{self._page}?{self._query}")
        await self._leave()
        await self._browser.close()
        try:
            stolen, _ = await thief.open("items", self._query, self._hear)
            if not stolen.at_door:
                self._findings.wrong["a cookie that was signed out opens a page"] += 1
            await stolen.close()
        finally:
            await thief.close()
            self._browser = self._new_browser()

    def _judge(self, answer: Answer, tab: Tab) -> bool:
        """Tell whether a page is right, and note what is wrong with it."""
        self._findings.answers += 1
        said = "\n".join((*answer.texts, *answer.errors))
        alone = self._role != OFFICE
        if "Traceback" in said or 'File "' in said:
            self._findings.wrong["a traceback"] += 1
        elif answer.errors:
            self._findings.unavailable += 1
        elif fault := campaign.fault(answer.texts, self._department, self._versions, alone=alone):
            self._findings.wrong[fault] += 1
        elif f"department={self._department}" not in tab.query:
            self._findings.wrong["the filters are gone"] += 1
        else:
            if self._lost:
                self._findings.recoveries.append(time.monotonic() - max(self._lost, self._findings.mended))
            self._lost = 0.0
            return True
        return False

    def _lose(self) -> None:
        self._lost = self._lost or time.monotonic()

    async def _leave(self) -> None:
        if self._tab:
            await self._tab.close()
        self._tab = None

    def _new_browser(self) -> Browser:
        return Browser(self._url, self._key())

    def _key(self) -> str:
        return f"{self._dice.getrandbits(128):032x}"
