"""Findings put together from sentences and lists, as each language joins them."""

from __future__ import annotations

from collections.abc import Iterable

from components import language


def sentences(*parts: str) -> str:
    """Set sentences one after another; empty ones are left out."""
    return ("" if language.current() == "zh" else " ").join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """Write a list with commas."""
    return ("，" if language.current() == "zh" else ", ").join(parts)
