"""Memory that is no longer needed, given back to the system: by itself it keeps what it once had to have."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import time

import pyarrow as pa

_SECONDS = 30.0
"""How long what runs have freed may lie about; looking for it takes as long as a run."""

# The pool of Arrow's own would keep what it once took, whatever is said below.
pa.set_memory_pool(pa.system_memory_pool())

# Every thread would have a heap of its own, each with holes; of glibc, since nothing else has such heaps.
_HEAPS_AT_MOST = -8
with contextlib.suppress(AttributeError, OSError, TypeError):
    ctypes.CDLL(None).mallopt(_HEAPS_AT_MOST, 2)

# What a run makes is gone with it. Looked through every seven hundred objects, as is usual, it would mostly
# be found in use, and looked through again.
gc.set_threshold(30_000, 20, 20)

_due = 0.0


def expect() -> None:
    """Let the next run that ends give back memory: much of it was just made use of."""
    global _due
    _due = 0.0


def tidy() -> None:
    """Give back what is free, at the end of a run, now and then."""
    global _due
    if time.monotonic() >= _due:
        _due = time.monotonic() + _SECONDS
        pa.default_memory_pool().release_unused()
