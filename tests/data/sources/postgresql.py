"""A PostgreSQL server of the tests' own: Debian's package, and a cluster that is deleted afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

_USER = "postgres"


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[Engine]:
    """Start a server that only a socket reaches; skip the tests where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        words = "PostgreSQL is not installed (apt-get install postgresql)"
        if os.environ.get("REQUIRE_POSTGRESQL") == "1":
            pytest.fail(words)
        pytest.skip(words)
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    as_user: list[str] = []
    if os.getuid() == 0:
        # It refuses to run as root.
        shutil.chown(folder, _USER)
        as_user = ["runuser", "-u", _USER, "--"]
    user = _USER if as_user else pwd.getpwuid(os.getuid()).pw_name

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

    try:
        run("initdb", "-A", "trust", "-U", user, "--no-sync", "--locale=C.UTF-8", "-E", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-w", "-s", "-l", str(folder / "log"), "-o", options, "start")
        try:
            engine = create_engine(f"postgresql+psycopg://{user}@/postgres?host={folder}")
            yield engine
            engine.dispose()
        finally:
            run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
