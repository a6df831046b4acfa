"""What the replicas stand on, and what becomes of it: their clock, and the disk for what they keep."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

_SIZE = "8m"


class Clock:
    """The clock of some processes, which goes wrong while they run; that of the machine stays as it is."""

    def __init__(self, scratch: Path) -> None:
        self._off, library = scratch / "clock-off", scratch / "clock.so"
        self.move(0)
        source = Path(__file__).with_name("clock.c")
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
        self.environment: Mapping[str, str] = {"LD_PRELOAD": str(library), "CLOCK_OFF": str(self._off)}

    def move(self, days: float) -> None:
        """Let it be that many days off."""
        # In place: the processes look at the very file.
        with self._off.open("r+b" if self._off.exists() else "wb") as file:
            file.write(struct.pack("q", int(days * 86400)))


class Disk:
    """A small disk of its own; without the right to mount one, a folder that takes nothing from the start."""

    def __init__(self, path: Path) -> None:
        self.path, self._filler = path, path / "filler"
        path.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "none", str(path)]
        self.real = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
        if not self.real:
            path.rmdir()
            path.write_text("a file, in which nothing can be kept", encoding="utf-8")

    def fill(self) -> None:
        """Write until nothing more fits."""
        if self.real:
            with self._filler.open("wb", buffering=0) as file:
                for size in (2**16, 1):
                    _fill(file.fileno(), b"x" * size)

    def empty(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)

    def remove(self) -> None:
        """Take it away."""
        if self.real:
            subprocess.run(["umount", "--lazy", str(self.path)], check=True)


def _fill(file: int, block: bytes) -> None:
    try:
        while os.write(file, block):
            pass
    except OSError:
        return
