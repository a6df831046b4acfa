"""Breaks things while readers work: `python -m tests.faults --sessions 50 --seconds 600`.

Two replicas behind nginx; a replica is killed and comes back, the campaign's file is replaced, truncated,
deleted and restored, and the folder for kept campaigns takes nothing. Whoever clicks must get right data, no
traceback, and be served again within ten seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests import nginx
from tests.faults.campaign import File
from tests.faults.visitor import Findings, Visitor
from tests.server import START_SECONDS, Server, start, wait_until_healthy

_FIRST, _SECOND = 20, 21
_WITHIN = 10.0


class Site:
    """What is broken and mended."""

    def __init__(self, scratch: Path) -> None:
        self.file = File(scratch)
        self.file.write(_FIRST)
        self._scratch = scratch
        (scratch / "full").write_text("a file, in which nothing can be kept")
        self.replicas = [self._start(), self._start()]
        for replica in self.replicas:
            _wait_until_ready(replica)
        self.nginx = nginx.start(self.replicas, scratch)

    def _start(self, port: int | None = None) -> Server:
        log = self._scratch / f"replica-{time.monotonic_ns()}.log"
        environment = {
            "STREAMLIT_SERVER_ALLOWED_HOSTS": nginx.NAME,
            "STREAMLIT_SERVER_COOKIE_SECRET": "c" * 64,
            "CAMPAIGN_CACHE": str(self._scratch / "full" / "cache"),
        }
        return start([self.file.path], log, environment=environment, port=port)

    def kill(self, number: int) -> None:
        """Kill a replica as the kernel does when memory runs out."""
        process = self.replicas[number].process
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def restart(self, number: int) -> None:
        """Start a replica where it was, and wait until it is ready: nobody kills the last one."""
        old = self.replicas[number]
        self.replicas[number] = self._start(int(old.url.rpartition(":")[2]))
        _wait_until_ready(self.replicas[number])

    def stop(self) -> None:
        """Stop everything."""
        self.nginx.stop()
        for replica in self.replicas:
            replica.stop()

    def tracebacks(self) -> list[str]:
        """Find the tracebacks in all logs."""
        logs = (log.read_text(errors="replace") for log in self._scratch.glob("replica-*.log"))
        return [part for log in logs for part in log.split("Traceback (most recent call last):")[1:]]


def _wait_until_ready(server: Server) -> None:
    """Ask as deploy/systemd does, which begins to read the campaign."""
    wait_until_healthy(server)
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{server.url}/readyz", timeout=20):
            return
        time.sleep(0.2)


def course(site: Site) -> Iterator[tuple[str, Callable[[], None]]]:
    """List what happens, in its order."""
    yield "nothing", lambda: None
    yield "a replica is killed", lambda: site.kill(0)
    yield "it is started again", lambda: site.restart(0)
    yield "the file is replaced", lambda: site.file.write(_SECOND)
    yield "the file is truncated", site.file.truncate
    yield "it is restored", lambda: site.file.write(_FIRST)
    yield "the other replica is killed", lambda: site.kill(1)
    yield "it is started again", lambda: site.restart(1)
    yield "the file is deleted", site.file.delete
    yield "it is restored", lambda: site.file.write(_SECOND)


async def run(site: Site, sessions: int, seconds: float) -> Findings:
    """Let readers work while all that happens."""
    findings, over = Findings(), asyncio.Event()
    visitors = [Visitor(site.nginx.url, number, findings, (_FIRST, _SECOND)) for number in range(sessions)]
    working = [asyncio.create_task(visitor.work(over)) for visitor in visitors]
    happenings = [*course(site)]
    for words, happen in happenings:
        await asyncio.to_thread(happen)
        before = findings.answers, findings.losses
        await asyncio.sleep(seconds / len(happenings))
        answers, losses = findings.answers - before[0], findings.losses - before[1]
        print(f"{words:30} {answers:6} answers, {losses} connections lost", flush=True)
    over.set()
    await asyncio.gather(*working)
    return findings


def main() -> int:
    """Run the trial; returns 1 if anything failed it."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--sessions", type=int, default=50, metavar="N")
    parser.add_argument("--seconds", type=float, default=600, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = Site(Path(scratch))
        try:
            findings = asyncio.run(run(site, arguments.sessions, arguments.seconds))
        finally:
            site.stop()
        tracebacks = site.tracebacks()
    slowest = max(findings.recoveries, default=0.0)
    print(f"answers {findings.answers}; pages that said there is nothing to show {findings.unavailable}")
    print(f"connections lost {findings.losses}; slowest recovery {slowest:.1f} s")
    print(f"tracebacks in the logs {len(tracebacks)}; wrong pages {findings.wrong.total()}")
    for words, count in findings.wrong.most_common(10):
        print(f"  {count} times {words}")
    for traceback in tracebacks[:1]:
        print(traceback[:4000])
    return 1 if findings.wrong or tracebacks or slowest > _WITHIN else 0


if __name__ == "__main__":
    sys.exit(main())
