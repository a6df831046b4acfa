"""A made-up campaign, full in every table and the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import yaml

from data.models import TABLES, columns
from data.simulation import (
    courses,
    figures,
    items,
    participants,
    phrases,
    problem_leads,
    records,
    subjects,
    updates,
)
from data.simulation.days import AS_OF, END, START, day
from data.simulation.dice import Dice
from data.simulation.figures import TooManyReadingsError
from data.simulation.rows import JOIN, in_order

SETTINGS = "campaign.yaml"
DEFAULT_ITEMS = 147
DEFAULT_SEED = 7
DEFAULT_READINGS = 6000
DEFAULT_LEADS = 2000

__all__ = ["TooManyReadingsError", "holds_another", "simulate", "write"]

Tables = Mapping[str, pd.DataFrame]


def simulate(
    items: int = DEFAULT_ITEMS,
    seed: int = DEFAULT_SEED,
    readings: int = DEFAULT_READINGS,
    leads: int = DEFAULT_LEADS,
) -> Tables:
    """Make every table but the settings, as text in the columns of its model.

    There is at least one item; no number is negative. Raises TooManyReadingsError.
    """
    return {table: in_order(table, frame) for table, frame in _frames(items, seed, readings, leads).items()}


def _frames(number: int, seed: int, readings: int, leads: int) -> Tables:
    dice = Dice(seed, "courses")
    outcomes = courses.outcomes(number, dice)
    plan = [
        (topic, courses.draw(outcome, dice))
        for topic, outcome in zip(subjects.topics(number, seed), outcomes, strict=True)
    ]
    indicators, tracks = figures.indicators(plan, seed)
    return {
        "organizations": participants.organizations(seed).frame(),
        "groups": participants.groups(seed).frame(),
        "items": items.items(plan, seed).frame(),
        "measures": items.measures(plan, seed).frame(),
        "milestones": items.milestones(plan, seed).frame(),
        "updates": updates.updates(plan, seed).frame(),
        "indicators": indicators.frame(),
        "readings": figures.readings(tracks, readings, seed),
        "documents": records.documents(plan, seed).frame(),
        "events": records.events(plan, seed).frame(),
        "practices": records.practices(plan, seed).frame(),
        "leads": problem_leads.leads(plan, leads, seed),
    }


def holds_another(folder: Path) -> bool:
    """Tell whether a folder holds a campaign that was not simulated, which nobody wants to lose."""
    settings = folder / SETTINGS
    return settings.exists() and not settings.read_text(encoding="utf-8").startswith(_PREFACE)


def write(tables: Tables, folder: Path) -> None:
    """Write a folder campaign: settings as YAML, tables as CSV with Chinese headers that Excel opens."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS).write_text(_settings(tables), encoding="utf-8", newline="\n")
    names = _names(tables["organizations"])
    for table in TABLES:
        if table in tables:
            path = folder / f"{table}.csv"
            written = _in_chinese(table, tables[table], names)
            written.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")


def _names(organizations: pd.DataFrame) -> dict[str, str]:
    """Name every organization as offices do: by its short name where it has one."""
    short = organizations["short_name"].where(organizations["short_name"] != "", organizations["name"])
    return dict(zip(organizations["id"], short, strict=True))


def _in_chinese(table: str, frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Give headers, fixed words and organizations as a Chinese office writes them."""
    written = {}
    for name in frame:
        column, dot, lang = str(name).partition(".")
        declared = columns(table)[column]
        cells = frame[name]
        words: Mapping[str, str] = {word.value: word.zh for word in declared.words or ()}
        if declared.words or declared.target == "organizations":
            texts = {
                cell: JOIN.join((words or names).get(part, part) for part in cell.split(JOIN))
                for cell in cells.unique()
            }
            cells = cells.map(texts)
        written[declared.zh + dot + lang] = cells
    return pd.DataFrame(written)


def _settings(tables: Tables) -> str:
    words = phrases.read()["campaign"]
    levels = tables["items"]["level"].value_counts()
    settings = {
        "title": dict(zip(("zh", "en"), words["title"], strict=True)),
        "summary": dict(zip(("zh", "en"), words["summary"], strict=True)),
        "language": "zh",
        "host": phrases.pair("ministry").zh,
        "start": day(START),
        "end": day(END),
        "as_of": AS_OF.isoformat(),
        "simulated": True,
        **{f"declared_{level}": int(levels.get(level, 0)) for level in ("ministry", "department", "local")},
        "source": dict(zip(("zh", "en"), words["source"], strict=True)),
    }
    written: str = yaml.safe_dump({"campaign": settings}, allow_unicode=True, sort_keys=False, width=110)
    return _PREFACE + written


_PREFACE = """\
# 模拟数据，由 python -m data simulate 生成；请勿手工修改。
# Made-up data, written by python -m data simulate; do not edit by hand.
"""
