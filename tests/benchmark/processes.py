"""What a running server takes of the machine, as Linux tells it."""

from __future__ import annotations

import ctypes
import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """A process by its number."""

    number: int

    def memory(self) -> float:
        """Return its resident memory in MB."""
        pages = int(Path(f"/proc/{self.number}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor_seconds(self) -> float:
        """Return the processor time it has used, its threads that ended included."""
        clock = ctypes.c_int()
        ctypes.CDLL(None).clock_getcpuclockid(self.number, ctypes.byref(clock))
        return time.clock_gettime(clock.value)
