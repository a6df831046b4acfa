"""A campaign with a word of its own in every cell that some may not see, derived from the models."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from data.columns import Column, Kind
from data.models import TABLES, columns

# The item everybody sees, the internal one of the students' office, and one of others that is internal.
ITEMS = {"OPEN": "finance", "MINE": "students", "THEIR": "finance"}
LEVELS = {"PLAIN", "INNER"}
WORDS = frozenset(f"QX{item}{level}" for item in ITEMS for level in LEVELS) | {"QXOTHER"}

ACCESS = """
contact: Ask the office
rules:
  - email: office@moe.example
    role: office
  - email: [students@moe.example, both@moe.example]
    role: department
    organizations: students
  - email: [viewer@moe.example, both@moe.example]
    role: viewer
"""
SEEN: Mapping[str, frozenset[str]] = {
    "office": WORDS - {"QXOTHER"},
    "students": frozenset({"QXMINEPLAIN", "QXMINEINNER"}),
    "viewer": frozenset({"QXOPENPLAIN"}),
    "both": frozenset({"QXOPENPLAIN", "QXMINEPLAIN", "QXMINEINNER"}),
    "stranger": frozenset(),
    "": frozenset(),
}
"""Which words each account may see; "" is nobody, who has not signed in."""

_DATES = {"as_of": "2021-06-30", "start": "2021-01-01", "deadline": "2021-06-01", "due": "2021-05-01"}


def key(table: str, item: str) -> str:
    """Name the row of a table that is about an item."""
    return f"QX{item}PLAIN-{table}"


def write(folder: Path) -> tuple[Path, Path]:
    """Write two campaigns: one by the rules above, and one that nobody of them may open."""
    ours, others = folder / "ours", folder / "others"
    for path in (ours, others):
        path.mkdir()
    (others / "campaign.yaml").write_text("campaign: {title: QXOTHER}\n", encoding="utf-8")
    (others / "items.csv").write_text("id,title\nA,QXOTHER\n", encoding="utf-8")
    (others / "access.yaml").write_text("rules: [{email: x@other.example, role: office}]\n", encoding="utf-8")
    (ours / "access.yaml").write_text(ACCESS, encoding="utf-8")
    (ours / "campaign.yaml").write_text("campaign: {title: Ours, as_of: 2021-06-30}\n", encoding="utf-8")
    organizations = [
        {"id": name, "name": f"name of {name}", "contact": f"QX{item}INNER-contact"}
        for name, item in (("students", "MINE"), ("finance", "THEIR"))
    ]
    _table(ours / "organizations.csv", organizations)
    for table in TABLES.keys() - {"campaign", "regions", "organizations", "groups"}:
        _table(ours / f"{table}.csv", [_row(table, item) for item in ITEMS])
    return ours, others


def _row(table: str, item: str) -> dict[str, str]:
    """Fill a row; a figure that is none becomes a problem that quotes it."""
    row = {name: _cell(column, item) for name, column in columns(table).items()}
    if "progress" in row:
        row["progress"] = f"QX{item}PLAIN"
    if "internal" in row:
        row["internal"] = "no" if item == "OPEN" else "yes"
    return row | {"further": f"QX{item}INNER-further-{table}"}


def _cell(column: Column, item: str) -> str:
    level = "INNER" if column.internal else "PLAIN"
    if column.target in ("organizations", "regions", "groups"):
        named = {"organizations": ITEMS[item], "regions": "110000"}
        return named.get(column.target, "") if column.name != "support" else ""
    if column.name in ("parent", "implements"):
        # A reference from what some see to what they do not.
        return key(column.table, "THEIR") if item != "THEIR" else ""
    if column.kind is Kind.REFERENCES:
        return "；".join(key(column.target or "", other) for other in dict.fromkeys((item, "THEIR")))
    if column.kind is Kind.REFERENCE:
        return key(column.target or "", item)
    if column.words:
        return next(iter(column.words)).value
    values = {
        Kind.KEY: key(column.table, item),
        Kind.TEXT: f"QX{item}{level}-{column.table}-{column.name}",
        Kind.LINK: f"https://example.org/QX{item}{level}-{column.table}",
        Kind.DATE: _DATES.get(column.name, "2021-06-10"),
        Kind.NUMBER: "50",
    }
    return values.get(column.kind, "")


def _table(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
