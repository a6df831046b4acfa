"""Servers for a measurement: the app, and the blank app."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.server import PROJECT, Server, start, wait_until_healthy

_BLANK = PROJECT / "tests/benchmark/blank.py"
_RUN = ("-m", "tests.benchmark.collecting", "run")


@contextmanager
def serving(folders: Sequence[Path], scratch: Path) -> Iterator[Server]:
    """Serve campaigns for as long as the block runs; the app keeps its files in the scratch folder."""
    environment = {"CAMPAIGN_CACHE": str(kept(scratch))}
    with _healthy(start(folders, scratch / "app.log", run=_RUN, environment=environment)) as server:
        yield server


@contextmanager
def serving_blank(scratch: Path) -> Iterator[Server]:
    """Serve the blank app, with the same settings of Streamlit."""
    with _healthy(start((), scratch / "blank.log", app=_BLANK, run=_RUN)) as server:
        yield server


def kept(scratch: Path) -> Path:
    """Name the folder of what the app keeps from one start to the next."""
    return scratch / "cache"


@contextmanager
def _healthy(server: Server) -> Iterator[Server]:
    try:
        wait_until_healthy(server)
        yield server
    finally:
        server.stop()
