"""A small generated campaign, its readings once as files have them and once as tables of a database do."""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from sqlalchemy import Column, Date, Engine, Float, Integer, MetaData, String, Table

Row = dict[str, Any]

START, DAYS = dt.date(2021, 1, 1), 240
REGIONS = ("", "", "110000", "310000", "440000", "650000", "Atlantis", "Lemuria")
_INDICATORS: tuple[Row, ...] = (
    {"id": "sum", "item": "a", "title": "合计", "target": 500, "target_date": "2021-12-31"},
    {"id": "mean", "item": "a", "title": "平均", "combination": "average", "unit": "%", "target": 99},
    {"id": "less", "item": "b", "title": "少", "direction": "less", "target": 1, "target_date": "2021-09-30"},
    {"id": "whole", "item": "b", "title": "总数", "baseline": 10, "baseline_date": "2021-01-01"},
    {"id": "mixed", "item": "c", "title": "先分后总", "target": 300, "target_date": "2021-07-31"},
    {"id": "once", "item": "c", "title": "一次", "target": 5, "target_date": "2021-07-31"},
    {"id": "none", "item": "a", "title": "没有数据"},
)  # fmt: skip
_TYPES: dict[str, Any] = {"date": Date, "value": Float, "position": Integer}


def readings(seed: int = 5, count: int = 400) -> list[Row]:
    """Make rows with whatever may stand in them, in the order of the file."""
    dice = random.Random(seed)
    found = []
    for number in range(count):
        name = dice.choice(("sum", "mean", "less", "whole", "mixed", "mixed", "unknown"))
        region = "" if name == "whole" else dice.choice(REGIONS)
        if name in ("sum", "mean", "less"):
            region = region or "120000"
        day = START + dt.timedelta(dice.randrange(DAYS))
        precision = "month" if dice.random() < 0.1 else ""
        if precision:
            day = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        withheld = dice.random() < 0.15
        found.append(
            {
                "indicator": name,
                "date": day,
                "date_precision": precision,
                "region": region,
                "value": None if withheld else round(dice.uniform(-3, 100), dice.choice((0, 1, 2))),
                "value_text": dice.choice(("保密", "")) if withheld else "",
                "qualifier": dice.choice(("", "over", "about")),
                "note": dice.choice(("", "电话 13812345678", f"注 {number}")),
                "note_en": dice.choice(("", f"note {number}")),
                "source": dice.choice(("", "年报")),
                "position": number,
            }
        )
    return [
        *found,
        {**found[0], "indicator": "once", "region": "", "value": 4.0, "value_text": "", "position": count},
    ]


def leads(seed: int = 6, count: int = 300) -> list[Row]:
    """Make problem leads with whatever may stand in them."""
    dice = random.Random(seed)

    def later(chance: float, most: int) -> dt.date | None:
        return received + dt.timedelta(dice.randrange(-2, most)) if dice.random() < chance else None

    found = []
    for number in range(count):
        received = START + dt.timedelta(dice.randrange(DAYS))
        category = dice.choice(("", "拖欠工资", "住房", "Wages"))
        found.append(
            {
                "id": f"L{number:03}",
                "received": received,
                "category": category,
                "category_en": "Housing" if category == "住房" else "",
                "text": dice.choice(("", f"问题 {number}", "电话 13812345678", "HOUSE 住房")),
                "text_en": dice.choice(("", f"Trouble {number}", "house at a@b.example")),
                "region": dice.choice(REGIONS),
                "item": dice.choice(("", "a", "b", "c", "gone")),
                "organization": dice.choice(("", "o1", "o2", "o3")),
                "assigned": later(0.7, 20),
                "due": later(0.7, 40),
                "resolved": later(0.6, 80),
                "satisfaction": dice.choice((None, 80.0, 92.5, 33.3)),
                "times": dice.choice((None, 1.0, 3.0)),
                "position": number,
            }
        )
    return found


def write(folder: Path, **tables: object) -> Path:
    """Write the campaign; `readings` and `leads` are rows, or say where the rows live."""
    folder.mkdir()
    items = [
        {"id": "a", "title": "甲", "lead": "o1", "regions": "110000", "deadline": "2021-08-31"},
        {"id": "b", "title": "乙", "lead": "o2", "deadline": "2021-03-31", "theme": "就业"},
        {"id": "c", "title": "丙", "lead": "o1", "support": "o2", "level": "department"},
    ]
    content = {
        "campaign": {"title": "小", "language": "zh", "as_of": "2021-06-30"},
        "organizations": [
            {"id": "o1", "name": "一司"},
            {"id": "o2", "name": "二司"},
            {"id": "o3", "name": "三司"},
        ],
        "items": items,
        "indicators": list(_INDICATORS),
    }
    content |= {table: place for table, place in tables.items() if isinstance(place, dict)}
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    (folder / "campaign.yaml").write_text(text, encoding="utf-8")
    for table, rows in tables.items():
        if isinstance(rows, list):
            _csv(folder / f"{table}.csv", [_as_file(row) for row in rows])
    return folder


def _as_file(row: Row) -> Row:
    """Write a row as a person would: a month without its day, words in place of a figure."""
    cells = {name.replace("_en", ".en"): value for name, value in row.items() if name != "position"}
    if cells.pop("date_precision", ""):
        cells["date"] = f"{cells['date']:%Y-%m}"
    if words := cells.pop("value_text", ""):
        cells["value"] = words
    return cells


def _csv(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def to_database(engine: Engine, table: str, rows: list[Row]) -> None:
    """Write rows into a new table."""
    columns = [Column(name, _TYPES.get(name, _guess(name))) for name in rows[0]]
    made = Table(table, MetaData(), *columns)
    made.create(engine)
    with engine.begin() as connection:
        connection.execute(made.insert(), rows)


def _guess(name: str) -> Any:
    dated = ("received", "assigned", "due", "resolved")
    return Date if name in dated else Float if name in ("satisfaction", "times") else String


def to_parquet(rows: list[Row], path: Path) -> None:
    """Write rows into a file, in their order."""
    kinds = {Date: pa.date32(), Float: pa.float64(), String: pa.string()}
    names = [name for name in rows[0] if name != "position"]
    arrays = {
        name: pa.array([row.get(name) for row in rows], kinds[_TYPES.get(name, _guess(name))])
        for name in names
    }
    pq.write_table(pa.table(arrays), path)
