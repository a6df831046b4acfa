"""What a run was measured on, so that two runs can be told apart."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
from typing import Any

import streamlit

from tests.server import PROJECT


def describe() -> dict[str, Any]:
    """Name the moment, the code, the machine and what else it has to do."""
    return {
        "begun": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "streamlit": streamlit.__version__,
        **load("before"),
    }


def load(moment: str) -> dict[str, float]:
    """Return how many processes wanted a processor over the last minute."""
    return {f"load {moment}": os.getloadavg()[0]}


def _commit() -> str:
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()
