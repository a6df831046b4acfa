"""Turns: runs take place one after the other; threads of one interpreter only get into each other's way."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 0.1
"""Seconds for which a run may hold up others: a page takes hundredths of one, a file some seconds."""


class Turns:
    """A queue of runs; the first of it has the turn."""

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._queue: deque[_Turn] = deque()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a turn and keep it until the run ends, or lasts too long for those behind it."""
        mine = _Turn()
        with self._door:
            self._queue.append(mine)
            self._queue[0].begin()
        while not mine.begun.wait(LONGEST):
            self._overtake()
        try:
            yield
        finally:
            self._leave(mine)

    def _overtake(self) -> None:
        with self._door:
            if self._queue[0].lasts() > LONGEST:
                self._queue.popleft()
                self._queue[0].begin()

    def _leave(self, turn: _Turn) -> None:
        with self._door:
            # It was overtaken if it is not there any more.
            if turn in self._queue:
                self._queue.remove(turn)
            if self._queue:
                self._queue[0].begin()


class _Turn:
    def __init__(self) -> None:
        self.begun = threading.Event()
        self._since = 0.0

    def begin(self) -> None:
        if not self.begun.is_set():
            self._since = time.monotonic()
            self.begun.set()

    def lasts(self) -> float:
        return time.monotonic() - self._since


taken = Turns().taken
