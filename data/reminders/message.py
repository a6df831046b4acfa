"""A reminder as plain text, to paste into a message."""

from __future__ import annotations

from collections.abc import Iterator

from data.reminders.letter import Letter
from data.reminders.owed import Reminder


def write(letter: Letter, reminder: Reminder) -> bytes:
    """Write a reminder; editors of all systems know the encoding by its mark."""
    return "\r\n".join(_lines(letter, reminder)).encode("utf-8-sig", errors="replace")


def _lines(letter: Letter, reminder: Reminder) -> Iterator[str]:
    yield letter.word("title")
    yield letter.addressee(reminder)
    yield letter.opening(reminder)
    for number, group in enumerate(reminder.groups, 1):
        yield ""
        yield letter.heading(number, group)
        # A line break within a title would begin a line of its own.
        yield from (
            " ".join(letter.line(place, item).split("\n")) for place, item in enumerate(group.items, 1)
        )
        if address := letter.paper.address(group.target):
            yield letter.word("see") + address
    yield ""
    yield letter.word("closing")
    yield from filter(None, (letter.paper.issuer, letter.paper.day_text, letter.paper.simulated))
