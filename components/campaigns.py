"""The campaigns this server shows: where they lie, and each one as last read well."""

from __future__ import annotations

import datetime as dt
import functools
import gc
import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from components import connections, memory
from data import reading, titles
from data.campaign import Campaign, in_language
from data.problems import Problem
from data.sources import opening
from data.sources.source import Unreachable
from data.viewer import Viewer

_BUNDLED = Path(__file__).parent.parent / "data" / "campaigns"
# Looking at the files of a campaign costs more than a rerun should; a second is soon enough for a reader.
_LOOK_AGAIN_SECONDS = 1.0
# A database that gives no answer is not asked at every rerun.
_ASK_AGAIN_SECONDS = 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Failure:
    """Why the newest content of the files cannot be shown, and since when."""

    problems: tuple[Problem, ...]
    since: dt.datetime


def available() -> Mapping[str, Path]:
    """List the campaigns by the name they have in the address: those of `CAMPAIGNS`, else those that ship."""
    listed = [Path(part) for part in os.environ.get("CAMPAIGNS", "").split(os.pathsep) if part.strip()]
    found = listed or sorted(path for path in _BUNDLED.iterdir() if path.is_dir())
    named: dict[str, Path] = {}
    for path in found:
        name = path.stem if path.suffix else path.name
        while name in named:
            name += "_"
        named[name] = path
    return named


class Shelf:
    """One campaign, read again when its files change; unreadable content leaves the last good one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._again = 0.0
        self._signature: str | None = None
        self._campaign: Campaign | None = None
        self._failure: Failure | None = None
        self.loaded: dt.datetime | None = None
        """When what is shown was read."""

    @property
    def shown(self) -> tuple[Campaign | None, Failure | None]:
        """What `current` returns, without a look at the files."""
        return self._campaign, self._failure

    @property
    def opened(self) -> bool:
        """Whether there is anything to show already, be it a campaign or what is wrong with it."""
        return self._campaign is not None or self._failure is not None

    def current(self) -> tuple[Campaign | None, Failure | None]:
        """Return the last good campaign, if there ever was one, and what is wrong with newer content."""
        # While one session reads new content, the others go on with what there is.
        if self._lock.acquire(blocking=self._campaign is None):
            try:
                if time.monotonic() >= self._again:
                    wait = self._look()
                    self._again = time.monotonic() + wait
            finally:
                self._lock.release()
        return self._campaign, self._failure

    def _look(self) -> float:
        """Read what is new, and return for how many seconds that will do."""
        signature = reading.signature(self._path)
        try:
            if signature == self._signature and (self._failure or opening.is_current(self._campaign)):
                return _LOOK_AGAIN_SECONDS
            self._signature = signature
            self._campaign, self._failure = _read(self._path), None
        except reading.Unreadable as unreadable:
            since = self._failure.since if self._failure else dt.datetime.now(dt.UTC)
            self._failure = Failure(unreadable.problems, since)
            for problem in unreadable.problems:
                _log.error("%s: %s", problem.place, problem.title("en"))
            if not isinstance(unreadable, Unreachable):
                return _LOOK_AGAIN_SECONDS
            self._signature = None
            return _ASK_AGAIN_SECONDS
        self.loaded = dt.datetime.now(dt.UTC)
        # What is loaded stays; the collector need not walk it again after every rerun.
        gc.collect()
        gc.freeze()
        memory.expect()
        return _LOOK_AGAIN_SECONDS


def _read(path: Path) -> Campaign:
    """Read a campaign, or open it as it was kept when the same files were read before."""
    folder = os.environ.get("CAMPAIGN_CACHE", "~/.cache/campaign-board")
    if not folder:
        return reading.read(path, connect=connections.connect)
    return reading.read_kept(path, Path(folder).expanduser(), connections.connect)


@functools.lru_cache(64)
def _shelf(path: Path) -> Shelf:
    return Shelf(path)


def opened(path: Path) -> bool:
    """Tell whether a campaign has been opened before, so that reading it takes no time."""
    return _shelf(path).opened


def shelves() -> Mapping[str, Shelf]:
    """Return the shelves of the campaigns that somebody has opened, by the name in the address."""
    return {name: _shelf(path) for name, path in available().items() if opened(path)}


def told(failure: Failure | None, viewer: Viewer) -> Failure | None:
    """Say that newer content cannot be shown, and why to whoever may see all of it alone."""
    return failure if failure is None or viewer.everything else replace(failure, problems=())


def read(path: Path) -> tuple[Campaign | None, Failure | None]:
    """Return the campaign at a path as last read well, and why newer content is not shown, if so."""
    return _shelf(path).current()


@st.cache_data(show_spinner=False, ttl=60, max_entries=64)
def _titles(path: Path) -> Mapping[str, str]:
    return titles.find(path)


def titled(names: Mapping[str, Path], lang: str) -> Mapping[str, str]:
    """Name campaigns by their titles in a language, or their own; equal titles are told apart by the name."""
    found = {name: in_language(_titles(path), lang) or name for name, path in names.items()}
    often = Counter(found.values())
    return {name: f"{title} ({name})" if often[title] > 1 else title for name, title in found.items()}
