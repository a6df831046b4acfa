"""What a load balancer and a monitor ask: whether the server is alive, whether it can show a campaign."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.server import metrics
from data import menders

_READING: set[asyncio.Task[object]] = set()


async def alive(_: Request) -> Response:
    """Answer, which is all that is asked."""
    return _json({"alive": True})


async def ready(_: Request) -> Response:
    """Say whether there is a campaign to show, and how many problems its files have."""
    from components import campaigns

    first = next(iter(campaigns.available().values()))
    if not campaigns.opened(first) and not _READING:
        # Whoever asks is not kept waiting while it is read; the next one is told.
        task = asyncio.create_task(run_in_threadpool(campaigns.read, first))
        _READING.add(task)
        task.add_done_callback(_READING.discard)
    return await run_in_threadpool(_state)


def _state() -> Response:
    from components import campaigns

    told = {}
    for name, path in campaigns.available().items():
        if campaigns.opened(path):
            campaign, failure = campaigns.read(path)
            problems = campaign.problems if campaign else failure.problems if failure else ()
            told[name] = {
                "shown": campaign is not None,
                "stale": campaign is not None and failure is not None,
                **menders.count(problems)._asdict(),
            }
    any_shown = any(state["shown"] for state in told.values())
    return _json({"ready": any_shown, "campaigns": told}, 200 if any_shown else 503)


async def figures(_: Request) -> Response:
    """Write the figures for Prometheus."""
    text = await run_in_threadpool(metrics.text)
    return Response(text, headers={"Content-Type": metrics.CONTENT_TYPE, "Cache-Control": "no-store"})


def _json(told: object, status: int = 200) -> Response:
    return JSONResponse(told, status, {"Cache-Control": "no-store"})
