"""Measures a scenario on the app and on the blank app by turns: other load on the machine hits both alike."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.benchmark.campaigns import Case
from tests.benchmark.driver import Answer, Session
from tests.benchmark.processes import Process
from tests.benchmark.results import Measured, Medians
from tests.benchmark.scenarios import Scenario, Seat, Viewer
from tests.server import Server

_BLANK: dict[str, int] = {"text": 1}


@dataclass(frozen=True)
class Plan:
    """How often a scenario is measured: the first round only warms up."""

    sessions: int
    rounds: int
    reruns: int
    """Of each session in a round."""


# About as many reruns of few viewers as of many.
PLANS = (Plan(1, 7, 5), Plan(20, 4, 3), Plan(50, 4, 2))
QUICK = (Plan(1, 4, 4), Plan(20, 3, 2), Plan(50, 3, 1))


@dataclass
class _Side:
    """What was measured on one of the two apps."""

    answers: list[Answer] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    """Of each round."""
    processor_seconds: float = 0

    def medians(self) -> Medians:
        times = [answer.seconds * 1000 for answer in self.answers]
        reruns = len(self.answers) / len(self.seconds)
        return Medians(
            ms=statistics.median(times),
            slow_ms=statistics.quantiles(times, n=20)[-1],
            processor_ms=self.processor_seconds * 1000 / len(self.answers),
            reruns_per_second=reruns / statistics.median(self.seconds),
            received=statistics.median(answer.received for answer in self.answers),
        )


async def measure(scenario: Scenario, case: Case, plan: Plan, app: Server, blank: Server) -> Measured:
    """Run a scenario with as many viewers as planned, and as many reruns of the blank app."""
    steps = plan.rounds * plan.reruns
    ours = [
        await scenario.begin(scenario, Seat(case, app.url, number, steps)) for number in range(plan.sessions)
    ]
    begin = _come_and_go if scenario.anew else _stay
    floor = [await begin(blank.url) for _ in range(plan.sessions)]
    app_side, blank_side = _Side(), _Side()
    for turn in range(plan.rounds):
        await _round(ours, plan, app, app_side if turn else _Side())
        await _round(floor, plan, blank, blank_side if turn else _Side())
    for viewer in (*ours, *floor):
        await viewer.close()
    return Measured(scenario.name, plan.sessions, app_side.medians(), blank_side.medians())


async def _stay(url: str) -> Viewer:
    session = Session(url)
    _check_blank(await session.open())

    async def step() -> Answer:
        return _check_blank(await session.rerun())

    return Viewer(step, session.close)


async def _come_and_go(url: str) -> Viewer:
    async def step() -> Answer:
        session = Session(url)
        answer = await session.open()
        await session.close()
        return _check_blank(answer)

    async def leave() -> None:
        pass

    return Viewer(step, leave)


def _check_blank(answer: Answer) -> Answer:
    assert (answer.errors, answer.drawn) == ((), _BLANK)
    return answer


async def _round(viewers: Sequence[Viewer], plan: Plan, server: Server, side: _Side) -> None:
    async def work(viewer: Viewer) -> list[Answer]:
        return [await viewer.step() for _ in range(plan.reruns)]

    process = Process(server.process.pid)
    spent, begun = process.processor_seconds(), time.perf_counter()
    for answers in await asyncio.gather(*map(work, viewers)):
        side.answers += answers
    side.seconds.append(time.perf_counter() - begun)
    side.processor_seconds += process.processor_seconds() - spent
