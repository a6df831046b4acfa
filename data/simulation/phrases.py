"""The wording of the simulated campaign: pairs of Chinese and English from the YAML files here."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_HERE = Path(__file__).parent


class Words(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str

    def about(self, *subjects: Words, **values: object) -> Words:
        """Fill the blanks of a phrase; an English sentence still begins with a capital."""
        en = self.en.format(*(subject.en for subject in subjects), **values)
        return Words(self.zh.format(*(subject.zh for subject in subjects), **values), en[:1].upper() + en[1:])


class Subject(NamedTuple):
    """What items are about: its kind (which decides what can be done) and the organization that leads."""

    theme: int
    kind: str
    lead: str
    words: Words
    problem: Words | None = None
    commitment: Words | None = None
    """Only ministry items have these of their own; others are worded by their kind."""


@functools.cache
def read(name: str = "phrases") -> Any:
    """Read a file of phrases."""
    return yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def words(*path: str, name: str = "phrases") -> list[Words]:
    """List the pairs at a place in a file of phrases."""
    found = read(name)
    for step in path:
        found = found[step]
    return [Words(*pair[:2]) for pair in found]


def pair(*path: str, name: str = "phrases") -> Words:
    """Return the pair at a place in a file of phrases."""
    found = read(name)
    for step in path:
        found = found[step]
    return Words(found[0], found[1])


def themes() -> list[Words]:
    """List the themes."""
    return [Words(*theme["name"]) for theme in read()["themes"]]


def subjects() -> list[Subject]:
    """List what items are about, theme by theme."""
    return [
        Subject(number, kind, lead, Words(zh, en))
        for number, theme in enumerate(read()["themes"])
        for kind, lead, zh, en in theme["subjects"]
    ]


def ministry_items() -> list[Subject]:
    """List the titles of ministry items: the first of every theme, then the second of every theme."""
    rows = [theme["ministry"] for theme in read()["themes"]]
    return [
        Subject(number, "mechanism", lead, Words(zh, en), Words(*texts[:2]), Words(*texts[2:]))
        for turn in range(2)
        for number, (zh, en, lead, *texts) in enumerate(row[turn] for row in rows)
    ]
