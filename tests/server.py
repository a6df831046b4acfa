"""A Streamlit server of its own for a test or a measurement, on a free port of this machine alone."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
START_SECONDS = 60
STREAMLIT = ("-m", "streamlit", "run")


class NotStartedError(Exception):
    """A server that does not answer; carries what it logged."""


@dataclass(frozen=True)
class Server:
    """A running app: `url` without a slash at its end, and everything it logged."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def start(
    campaigns: Sequence[Path],
    log: Path,
    *,
    app: str | Path = "app.py",
    run: Sequence[str] = STREAMLIT,
    environment: Mapping[str, str] | None = None,
    port: int | None = None,
) -> Server:
    """Start a server of these campaigns (none given: those that ship with the product)."""
    port = port or free_port()
    variables = {name: value for name, value in os.environ.items() if name != "CAMPAIGNS"}
    if campaigns:
        variables["CAMPAIGNS"] = os.pathsep.join(map(str, campaigns))
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, *run, str(app)),
                *("--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"),
            ],
            cwd=PROJECT,
            env=variables | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Server(f"http://127.0.0.1:{port}", log, process)


def free_port() -> int:
    """Find a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(server: Server) -> None:
    """Return once the server answers; raises NotStartedError."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        with (
            suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2),
        ):
            return
        time.sleep(0.1)
    raise NotStartedError(server.logged()[-4000:])
