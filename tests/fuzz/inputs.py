"""The inputs of a run: broken files of every kind and invented ones, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.data.workbook import zipped
from tests.fuzz import inventions, seeds
from tests.fuzz.mutations import mutated, mutated_inside, mutated_values

Input = tuple[str, str, bytes]
"""Kind, name of the file, content."""

# How many of a hundred inputs are of a kind; the invented ones come first, the broken ones mixed.
_TEXTS, _TABLES, _DOCUMENTS = 5, 10, 10
_BROKEN = {
    "file": 30,
    "workbook": 5,
    "workbook inside": 15,
    "workbook values": 15,
    "archive": 5,
    "archive inside": 5,
}


def generate(count: int, number: int) -> Iterator[Input]:
    """Generate about as many inputs as asked for."""
    for kind, share, invent, endings in (
        ("text", _TEXTS, inventions.texts, (".csv", ".yaml", ".xlsx", ".zip")),
        ("table", _TABLES, inventions.tables, (".csv",)),
        ("document", _DOCUMENTS, inventions.documents, (".yaml",)),
    ):
        for position, content in enumerate(invent(count * share // 100, number)):
            yield f"invented {kind}", f"invented{endings[position % len(endings)]}", content
    yield from _broken(count * sum(_BROKEN.values()) // 100, number)


def _broken(count: int, number: int) -> Iterator[Input]:
    dice = random.Random(number)
    sound = seeds.files()
    books = seeds.workbooks(sound)
    packed = seeds.archives(sound, books)
    for kind in dice.choices([*_BROKEN], [*_BROKEN.values()], k=count):
        source = sound if kind == "file" else packed if kind.startswith("archive") else books
        name = dice.choice([*source])
        inside = mutated_inside if kind.endswith("inside") else mutated_values
        change = inside if kind.endswith(("inside", "values")) else mutated
        yield f"broken {kind}", *_handed_over(name, change(dice, source[name]))


def _handed_over(name: str, content: bytes) -> tuple[str, bytes]:
    """Name a file as somebody would hand it over: a table other than that of items lies in an archive."""
    file = name.rpartition("/")[2]
    if file.endswith(".csv") and file != "items.csv":
        return f"{file}.zip", zipped({file: content})
    return file, content
