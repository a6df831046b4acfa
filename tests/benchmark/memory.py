"""Measures the memory of a server: at rest, for each further session, and over many reruns."""

from __future__ import annotations

import asyncio
import os
import statistics
from collections.abc import Sequence

from tests.benchmark.campaigns import Case
from tests.benchmark.collecting import SIGNAL
from tests.benchmark.driver import Session
from tests.benchmark.processes import Process
from tests.benchmark.scenarios import LOCALES, Scenario, Seat, Viewer
from tests.server import Server

_REST_SECONDS = 2
_FURTHER_SESSIONS = 50
_SAMPLES = 40
GROWTH = "growth over the last half of the soak, %"


async def at_rest(server: Server) -> tuple[float, float]:
    """Return what a server takes when nobody asks anything, before and after it collects garbage."""
    process = Process(server.process.pid)
    await asyncio.sleep(_REST_SECONDS)
    before = process.memory()
    os.kill(server.process.pid, SIGNAL)
    await asyncio.sleep(_REST_SECONDS)
    return before, process.memory()


async def further_session(server: Server, page: str, query: str) -> float:
    """Return how many MB each further session takes: the slope over many that stay open."""
    process = Process(server.process.pid)
    sessions: list[Session] = []
    taken: list[float] = []
    for number in range(_FURTHER_SESSIONS):
        session = Session(server.url, list(LOCALES.values())[number % len(LOCALES)])
        await session.open(page, query)
        await session.rerun()
        sessions.append(session)
        taken.append(process.memory())
    for session in sessions:
        await session.close()
    return statistics.linear_regression(range(len(taken)), taken).slope


async def soak(
    server: Server, case: Case, scenarios: Sequence[Scenario], reruns: int
) -> list[tuple[int, float]]:
    """Let one viewer of each scenario work at the same time; return the memory after so many reruns."""
    process = Process(server.process.pid)
    part = max(1, reruns // len(scenarios) // _SAMPLES)
    viewers = [
        await scenario.begin(scenario, Seat(case, server.url, number, part * _SAMPLES))
        for number, scenario in enumerate(scenarios)
    ]
    curve = [(0, process.memory())]
    for sample in range(1, _SAMPLES + 1):
        await asyncio.gather(*(_repeat(viewer, part) for viewer in viewers))
        curve.append((sample * part * len(viewers), process.memory()))
    for viewer in viewers:
        await viewer.close()
    return curve


async def _repeat(viewer: Viewer, times: int) -> None:
    for _ in range(times):
        await viewer.step()


def growth(curve: Sequence[tuple[int, float]]) -> float:
    """Compare the last quarter of a curve with the one before it, in percent; the first half fills caches."""
    memory = [taken for _, taken in curve]
    quarter = len(memory) // 4
    before, last = memory[-2 * quarter : -quarter], memory[-quarter:]
    return (statistics.mean(last) / statistics.mean(before) - 1) * 100
