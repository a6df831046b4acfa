"""A reader who works on: clicks, and connects anew where the connection breaks, as a browser does."""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from websockets.exceptions import WebSocketException

from tests.benchmark.driver import Answer, Session
from tests.faults import campaign

_PAGES = ("items", "overview", "departments")


@dataclass
class Findings:
    """What all visitors met."""

    answers: int = 0
    losses: int = 0
    """How often a connection broke, or an answer did not come."""
    recoveries: list[float] = field(default_factory=list)
    """Seconds from each loss to the next right answer of the same reader."""
    unavailable: int = 0
    """Pages that said in words that there is nothing to show."""
    wrong: Counter[str] = field(default_factory=Counter)


class Visitor:
    """One reader of one department, with a cookie that leads to one replica."""

    def __init__(self, url: str, number: int, findings: Findings, versions: tuple[int, ...]) -> None:
        self._url, self._findings, self._versions = url, findings, versions
        self._dice = random.Random(number)
        self._department = campaign.DEPARTMENTS[number % len(campaign.DEPARTMENTS)]
        self._key = f"{self._dice.getrandbits(128):032x}"
        self._session: Session | None = None
        self._lost = 0.0

    async def work(self, over: asyncio.Event) -> None:
        """Click once in a while until it is over."""
        while not over.is_set():
            try:
                answer = await self._click()
            except (OSError, WebSocketException, TimeoutError):
                self._findings.losses += 1
                self._lost = self._lost or time.monotonic()
                self._session = None
                await asyncio.sleep(0.5)
                continue
            self._judge(answer)
            await asyncio.sleep(self._dice.uniform(0.5, 2))
        if self._session:
            await self._session.close()

    async def _click(self) -> Answer:
        query = f"lang=en&department={self._department}"
        page = self._dice.choice(_PAGES)
        if self._session:
            return await self._session.follow(page, query)
        session = Session(self._url)
        session.headers = {"Cookie": f"board_replica={self._key}"}
        session.through = {"host": "127.0.0.1", "port": urlsplit(self._url).port, "ssl": trusting()}
        answer = await session.open(page, query)
        self._session = session
        return answer

    def _judge(self, answer: Answer) -> None:
        self._findings.answers += 1
        said = "\n".join((*answer.texts, *answer.errors))
        if "Traceback" in said or 'File "' in said:
            self._findings.wrong["a traceback"] += 1
        elif answer.errors:
            self._findings.unavailable += 1
        elif fault := campaign.fault(answer.texts, self._department, self._versions):
            self._findings.wrong[fault] += 1
        elif self._lost:
            self._findings.recoveries.append(time.monotonic() - self._lost)
            self._lost = 0.0


def trusting() -> ssl.SSLContext:
    """Take whatever certificate there is."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
