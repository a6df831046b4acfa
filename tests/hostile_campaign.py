"""Writes a campaign whose every text is an attack: as markup, as a link, as a formula."""

import csv
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from data.columns import Column, Kind
from data.models import TABLES, columns
from tests.hostile import HOSTILE

# Texts are trimmed on reading, so those that consist of their own edges are left to the unit tests.
TEXTS = tuple(text for text in HOSTILE if text == text.strip() and "\r" not in text)
DATES = {"deadline": "2021-06-30", "done_on": "", "as_of": "2021-07-01"}


def _cell(column: Column, number: int, texts: Iterator[str]) -> str:
    match column.kind:
        case Kind.KEY:
            return f"{column.table}-{number}"
        case Kind.TEXT | Kind.TEXTS:
            return next(texts)
        case Kind.WORD:
            words = list(column.words or ())
            return str(words[number % len(words)].value)
        case Kind.NUMBER:
            # A tile of its own for every region.
            places = {"row": number // 9 + 1, "column": number % 9 + 1}
            return str(places.get(column.name, 50))
        case Kind.DATE:
            return DATES.get(column.name, f"2021-0{1 + number % 6}-15")
        case Kind.FLAG:
            return "no"
        case Kind.LINK:
            return "javascript:alert(1)" if number % 2 else "https://source.example/"
        case Kind.REFERENCE | Kind.REFERENCES:
            # A parent of its own would be a cycle.
            return "" if column.target == column.table else f"{column.target}-{number}"


def write(folder: Path) -> Path:
    """Write one row of every table for each text."""
    texts = cycle(TEXTS)
    (folder / "campaign.yaml").write_text(
        "campaign:\n  title: '<b>bold</b> $x^2$ :red[x] [x](javascript:alert(1))'\n  as_of: '2021-07-01'\n",
        encoding="utf-8",
    )
    for table in TABLES:
        if table == "campaign":
            continue
        declared = columns(table).values()
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in declared])
            for number, title in enumerate(TEXTS):
                row = {column.name: _cell(column, number, texts) for column in declared}
                row |= {name: title for name in ("title", "name") if name in row}
                writer.writerow(list(row.values()))
    return folder
