"""Texts put together as Markdown: below each other, in a line each, or so that they stand back."""

from __future__ import annotations


def below(*texts: str) -> str:
    """Put texts below each other, leaving out empty ones."""
    return "\n\n".join(text for text in texts if text)


def lines(*texts: str) -> str:
    """Put texts into a line each, leaving out empty ones."""
    return "  \n".join(text for text in texts if text)


def heading(name: str) -> str:
    """Begin a part of a page."""
    return f"## {name}"


def quiet(text: str) -> str:
    """Write a text so that it stands back."""
    return f":gray[{text}]"


def small(text: str) -> str:
    """Write a text as a caption; an empty one stays empty."""
    return text and f":small[:gray[{text}]]"
