"""Measures how long a campaign takes to open, and what the server holds afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.benchmark import memory
from tests.benchmark.campaigns import BUNDLED, Case
from tests.benchmark.driver import Session
from tests.benchmark.processes import Process
from tests.benchmark.scenarios import LOCALES, check
from tests.benchmark.serving import kept, serving
from tests.server import PROJECT, Server

_LANG, _PAGE = "zh", "overview"


async def open_twice(case: Case, scratch: Path) -> dict[str, float]:
    """Open a campaign on a new server that keeps nothing on the disk yet, then on another one after it."""
    shutil.rmtree(kept(scratch), ignore_errors=True)
    # One that was opened before has loaded the program, which is a matter of its own.
    other = PROJECT / "data/campaigns" / ("simulated" if case.name == BUNDLED else BUNDLED)
    query = f"campaign={case.folder.name}"
    found: dict[str, float] = {}
    for which in ("first", "second"):
        with serving((other, case.folder), scratch) as server:
            found["first page of a new server, s"], _ = await _open(server, f"campaign={other.name}")
            seconds, worked = await _open(server, query, case)
            found[f"{which} opening, s"] = seconds
            found[f"processor time of the {which} opening, s"] = worked
            before, after = await memory.at_rest(server)
            found[f"at rest after the {which} opening, MB"] = before
            found[f"the same, garbage collected ({which}), MB"] = after
            if which == "second":
                found["further session, MB"] = await memory.further_session(server, _PAGE, query)
    return found


async def _open(server: Server, query: str, case: Case | None = None) -> tuple[float, float]:
    """Return all that a viewer waits for, up to the end of the page, and the server's processor time."""
    process, session = Process(server.process.pid), Session(server.url, LOCALES[_LANG])
    spent = process.processor_seconds()
    answer = await session.open(_PAGE, query)
    spent = process.processor_seconds() - spent
    await session.close()
    if case is not None:
        check(answer, _PAGE, case, _LANG)
    return answer.seconds, spent
