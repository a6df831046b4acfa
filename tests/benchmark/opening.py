"""Measures how long a campaign takes to open, and what the server holds afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.benchmark import memory
from tests.benchmark.campaigns import Case
from tests.benchmark.driver import Session
from tests.benchmark.scenarios import LOCALES, check
from tests.benchmark.serving import kept, serving

PAGE = "overview"


async def open_twice(case: Case, scratch: Path) -> dict[str, float]:
    """Open a campaign on a new server that keeps nothing on the disk yet, then on another one after it."""
    shutil.rmtree(kept(scratch), ignore_errors=True)
    found: dict[str, float] = {}
    for which in ("first", "second"):
        with serving(case, scratch) as server:
            session = Session(server.url, LOCALES["zh"])
            # All that the first viewer waits for, from the connection to the end of the page.
            found[f"{which} opening, s"] = check(await session.open(PAGE), PAGE, case, "zh").seconds
            await session.close()
            before, after = await memory.at_rest(server)
            found[f"at rest after the {which} opening, MB"] = before
            found[f"the same, garbage collected ({which}), MB"] = after
            if which == "second":
                found["further session, MB"] = await memory.further_session(server, PAGE)
    return found
