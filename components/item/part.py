"""How a part of the item's page is written: heading, facts, table, quiet words where something is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence

from components import cards, language, markdown
from components.item.cells import listed
from components.language import t

_RECORDS = ("documents", "events", "practices", "leads", "family")


def reported(value: str) -> str:
    """Return a value, or say quietly that it is not reported."""
    return value or markdown.quiet(t("not_reported"))


def fact(name: str, value: str) -> str:
    """Write a value below its name."""
    return markdown.lines(markdown.small(name), reported(value))


def facts(values: Mapping[str, str]) -> str:
    """Write values below their names, as a list of which the style sheet makes a grid."""
    return cards.listed(fact(name, value) for name, value in values.items())


def table(rows: Sequence[Mapping[str, str]], *, optional: Container[str] = ()) -> str:
    """Write rows by header as a table; a column nobody filled is named below instead of standing empty.

    A missing cell of an optional column stays empty, and such a column may be missing without a word.
    """
    filled = [name for name in rows[0] if any(row[name] for row in rows)]
    cells = [[row[name] if name in optional else reported(row[name]) for name in filled] for row in rows]
    missing = [name for name in rows[0] if name not in filled and name not in optional]
    return markdown.below(
        "\n".join(map(_row, (filled, ["---"] * len(filled), *cells))),
        markdown.small(t("item.columns_missing", columns=listed(missing))) if missing else "",
    )


def _row(cells: Sequence[str]) -> str:
    # A row of a table ends with its line. The style sheet shows as a line ending what stands for one here.
    return f"| {' | '.join(cells)} |".replace("\\\n", "&#10;")


def entry(
    title: str, kinds: Sequence[str], asked: Mapping[str, str], optional: Mapping[str, str], body: str
) -> str:
    """Write a record: title and kind, a line of facts (those `asked` for never miss silently), its text."""
    about = [
        t("item.labelled", label=name, value=value or t("not_reported")) for name, value in asked.items()
    ]
    about += [t("item.labelled", label=name, value=value) for name, value in optional.items() if value]
    head = " · ".join([f"**{title}**", *(kind for kind in kinds if kind)])
    return markdown.lines(head, markdown.small(" · ".join(about)), body)


def missing(names: Sequence[str], day: dt.date) -> str:
    """Say in one line each which parts nobody has reported by a day; the rarer records share a line."""
    said = [t(f"item.missing.{name}", day=language.day(day)) for name in names if name not in _RECORDS]
    if records := [t(f"item.{name}") for name in names if name in _RECORDS]:
        said.append(t("item.missing.records", names=listed(records), day=language.day(day)))
    return (
        markdown.below(markdown.heading(t("item.missing")), cards.listed(map(markdown.small, said)))
        if said
        else ""
    )
