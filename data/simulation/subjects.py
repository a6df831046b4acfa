"""What the simulated items are about and who leads them: titles that differ and make sense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product

from data.simulation import participants, phrases
from data.simulation.dice import Dice
from data.simulation.phrases import Subject, Words
from data.words import Level

# Per cent of the items; the rest are of departments.
MINISTRY_SHARE = 8
LOCAL_SHARE = 20
UNIVERSITY_THEME = 1
NATIONAL_THEME = 6
"""Certificates and the like are the ministry's own business: no province leads here."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an item is about, and whose it is."""

    id: str
    code: str
    level: Level
    title: Words
    subject: Subject
    lead: str
    region: str = ""


def topics(items: int, seed: int) -> list[Topic]:
    """Make the topics of all items: the ministry's first, then those of departments, then the local ones."""
    dice = Dice(seed, "topics")
    ministry = round(items * MINISTRY_SHARE / 100)
    local = round(items * LOCAL_SHARE / 100)
    sources = (
        (Level.MINISTRY, "M", "部", ministry, _of_the_ministry()),
        (Level.DEPARTMENT, "D", "司", items - ministry - local, _of_departments(dice)),
        (Level.LOCAL, "L", "地", local, _local(dice)),
    )
    width = max(3, len(str(items)))
    return [
        Topic(f"{letter}{n:0{width}}", f"{mark}{n:0{width}}", level, *next(source))
        for level, letter, mark, amount, source in sources
        for n in range(1, amount + 1)
    ]


Made = tuple[Words, Subject, str, str]


def _of_the_ministry() -> Iterator[Made]:
    for batch in count(1):
        for subject in phrases.ministry_items():
            yield _batch(subject.words, batch), subject, subject.lead, ""


def _of_departments(dice: Dice) -> Iterator[Made]:
    """Take every subject once before any comes back with another action."""
    subjects = dice.shuffled(phrases.subjects())
    for batch in count(1):
        for turn, subject in product(range(3), subjects):
            yield _batch(_title(subject, turn), batch), subject, subject.lead, ""


def _local(dice: Dice) -> Iterator[Made]:
    places = [(participants.province_office(code), code) for code in participants.PROVINCES]
    places = dice.shuffled([*places, *participants.universities().items()])
    subjects = dice.shuffled(phrases.subjects())
    own = {
        True: [subject for subject in subjects if subject.theme == UNIVERSITY_THEME],
        False: [subject for subject in subjects if subject.theme not in (UNIVERSITY_THEME, NATIONAL_THEME)],
    }
    names = dict(zip(participants.universities(), phrases.words("universities"), strict=True))
    for turn in count():
        for shift, (organization, code) in enumerate(places):
            possible = own[organization in names]
            number = turn + shift
            subject = possible[number % len(possible)]
            action = (number // len(possible)) % 3
            place = names.get(organization) or participants.full_name(code)
            title = _title(subject, action)
            full = Words(f"{place.zh}：{title.zh}", f"{place.en}: {title.en}")
            yield _batch(full, 1 + turn // (3 * len(possible))), subject, organization, code


def _title(subject: Subject, turn: int) -> Words:
    actions = phrases.words("actions", subject.kind)
    return actions[turn % len(actions)].about(subject.words)


def _batch(title: Words, number: int) -> Words:
    return title if number == 1 else Words(f"{title.zh}（第{number}批）", f"{title.en} (batch {number})")
