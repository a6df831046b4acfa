"""A board as it is hosted, two replicas behind nginx and a sign-in service, and what happens to it."""

from __future__ import annotations

import os
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from tests import nginx, sign_in_service
from tests.faults.campaign import CLOSED, OPEN, File
from tests.faults.machine import Clock, Disk
from tests.server import START_SECONDS, Server, free_port, start, wait_until_healthy

VERSIONS = _FIRST, _SECOND, _THIRD = 20, 21, 22
NOT_KEPT = "not kept in"
"""What the log says of a campaign that the cache has no room for."""


class Site:
    """What is broken and mended."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._files = [File(scratch, name) for name in (OPEN, CLOSED)]
        self.write(_FIRST)
        self.clock, self.disk = Clock(scratch), Disk(scratch / "disk")
        port, self._service_port = free_port(), free_port()
        self._service = ExitStack()
        self.start_service()
        service = f"http://127.0.0.1:{self._service_port}"
        board = f"https://{nginx.NAME}:{port}"
        self._environment = {
            **sign_in_service.settings(scratch, service, board),
            **self.clock.environment,
            "STREAMLIT_SERVER_ALLOWED_HOSTS": nginx.NAME,
            "STREAMLIT_SERVER_COOKIE_SECRET": sign_in_service.SECRET,
            "CAMPAIGN_CACHE": str(self.disk.path / "cache"),
            "CAMPAIGN_STATE": str(scratch / "state"),
            "CAMPAIGN_TOKEN_KEY": "k" * 64,
        }
        self.replicas = [self._start(), self._start()]
        for replica in self.replicas:
            _wait_until_ready(replica)
        self.nginx = nginx.start(self.replicas, scratch, port)

    def write(self, version: int) -> None:
        """Put a version of both campaigns in place."""
        for file in self._files:
            file.write(version)

    def truncate(self) -> None:
        """Break both files off."""
        for file in self._files:
            file.truncate()

    def delete(self) -> None:
        """Take both files away."""
        for file in self._files:
            file.delete()

    def fill(self, version: int) -> None:
        """Leave no room on the disk for a version that comes then."""
        self.disk.fill()
        self.write(version)

    def empty(self, version: int) -> None:
        """Make room for a version again."""
        self.disk.empty()
        self.write(version)

    def start_service(self) -> None:
        """Start the sign-in service where it was."""
        self._service.enter_context(sign_in_service.running(port=self._service_port))

    def stop_service(self) -> None:
        """Stop the sign-in service."""
        self._service.close()

    def _start(self, port: int | None = None) -> Server:
        log = self._scratch / f"replica-{time.monotonic_ns()}.log"
        return start([file.path for file in self._files], log, environment=self._environment, port=port)

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
        self.stop_service()
        self.disk.remove()

    def logged(self) -> str:
        """Return what all replicas logged."""
        logs = sorted(self._scratch.glob("replica-*.log"))
        return "".join(log.read_text(encoding="utf-8", errors="replace") for log in logs)


def _wait_until_ready(server: Server) -> None:
    """Ask as deploy/systemd does, which begins to read the campaign."""
    wait_until_healthy(server)
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{server.url}/readyz", timeout=20):
            return
        time.sleep(0.2)


@dataclass(frozen=True)
class Event:
    """What happens, and what readers cannot do from then on."""

    words: str
    happen: Callable[[], None]
    expired: bool = False
    """Nobody who is signed in is so any more."""
    mends: bool = False
    """What readers waited for is there again."""


def course(site: Site) -> Iterator[Event]:
    """List what happens, in its order."""
    yield Event("nothing", lambda: None)
    yield Event("a replica is killed", lambda: site.kill(0))
    yield Event("it is started again", lambda: site.restart(0))
    yield Event("the files are replaced", lambda: site.write(_SECOND))
    yield Event("the files are truncated", site.truncate)
    yield Event("they are restored", lambda: site.write(_FIRST))
    yield Event("the disk is full", lambda: site.fill(_THIRD))
    yield Event("there is room again", lambda: site.empty(_FIRST))
    yield Event("the sign-in service is down", site.stop_service)
    yield Event("it is back", site.start_service, mends=True)
    yield Event("the other replica is killed", lambda: site.kill(1))
    yield Event("it is started again", lambda: site.restart(1))
    yield Event("the clock goes two days ahead", lambda: site.clock.move(2), expired=True)
    yield Event("it is right again", lambda: site.clock.move(0), mends=True)
    yield Event("the files are deleted", site.delete)
    yield Event("they are restored", lambda: site.write(_SECOND))
