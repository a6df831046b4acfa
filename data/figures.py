"""Figures as offices write them: `1,595`, `1595万`, `45%`."""

from __future__ import annotations


def read(text: object) -> float:
    """Read a number. Raises ValueError."""
    raise NotImplementedError


def read_percent(text: object) -> float:
    """Read a share in percent: `45` and `45%` are 45. Raises ValueError."""
    raise NotImplementedError
