"""A child process that reads one input after another, and what became of each."""

from __future__ import annotations

import multiprocessing
import resource
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

SECONDS = 5.0
"""How much time of a processor one input may take."""
MEGABYTES = 1024
# A busy machine lets a process wait; only one that never answers is given up.
_PATIENCE_SECONDS = 240
# Beyond this, memory is refused instead of taking the machine down. Libraries map gigabytes they never touch.
_ADDRESSES = 6 * 1024**3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an input: `read`, `refused` or `fault`."""

    outcome: str = ""
    seconds: float = 0.0
    megabytes: int = 0
    fault: str = ""


class Trial:
    """Hands inputs to a child process; one that dies or hangs is a fault, and another takes its place."""

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def judge(self, name: str, content: bytes) -> Verdict:
        """Have an input read."""
        self._ours.send((name, content))
        try:
            if self._ours.poll(_PATIENCE_SECONDS):
                verdict: Verdict = self._ours.recv()
                if verdict.fault:
                    self._restart()
                return verdict
        except EOFError:
            self._restart()
            return Verdict("fault", fault="the process died")
        self._restart()
        return Verdict("fault", _PATIENCE_SECONDS, fault="no answer")

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_read_all, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def _stop(self) -> None:
        self._ours.close()
        self._process.kill()
        self._process.join()

    def _restart(self) -> None:
        self._stop()
        self._start()


def _read_all(inputs: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    while True:
        try:
            name, content = inputs.recv()
        except EOFError:
            return
        inputs.send(_read(name, content))


def _read(name: str, content: bytes) -> Verdict:
    from data import reading

    outcome, fault, before = "read", "", time.process_time()
    try:
        problems = reading.read_content(name, content).problems
    except reading.Unreadable as unreadable:
        outcome, problems = "refused", unreadable.problems
    except BaseException:  # noqa: BLE001 - whatever it is, it is the finding
        outcome, problems, fault = "fault", (), traceback.format_exc()
    seconds = time.process_time() - before
    for problem in problems[:100]:
        for lang in ("zh", "en"):
            if "problem." in problem.describe(lang) + problem.expected(lang):
                outcome, fault = "fault", f"no words for {problem.code}"
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if seconds > SECONDS:
        outcome, fault = "fault", f"{seconds:.1f} seconds\n{fault}"
    elif megabytes > MEGABYTES:
        outcome, fault = "fault", f"{megabytes} MB\n{fault}"
    return Verdict(outcome, seconds, megabytes, fault)
