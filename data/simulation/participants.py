"""Who takes part in the simulated campaign: a made-up ministry and its departments, and local bodies."""

from __future__ import annotations

from data.provinces import REGIONS
from data.simulation import phrases
from data.simulation.dice import Dice
from data.simulation.phrases import Words
from data.simulation.rows import Rows

MINISTRY = "ministry"
# The 31 provinces of the mainland report; the other three units have other school systems.
PROVINCES = tuple(code for code in REGIONS if code < "710000")


def full_name(code: str) -> Words:
    """Name a province in both languages."""
    return Words(REGIONS[code].full, REGIONS[code].en)


def province_office(code: str) -> str:
    """Name the id of a province's office."""
    return f"P{code[:2]}"


def universities() -> dict[str, str]:
    """Map the ids of the universities to their regions."""
    return {f"U{number}": row[2] for number, row in enumerate(phrases.read()["universities"], 1)}


def surname(dice: Dice) -> str:
    """Draw a name that is nobody's."""
    return f"{dice.pick(phrases.read()['surnames'])}某"


def organizations(seed: int) -> Rows:
    """Make the organizations, parents first."""
    dice, found = Dice(seed, "organizations"), phrases.read()
    rows = Rows("organizations")
    rows.add(id=MINISTRY, name=phrases.pair("ministry"), kind="ministry", contact=surname(dice))
    for kind, table in (("department", "departments"), ("unit", "units")):
        for key, (zh, short_zh, en, short_en) in found[table].items():
            short = Words(short_zh, short_en) if short_zh != zh else None
            rows.add(
                id=key,
                name=Words(zh, en),
                short_name=short,
                kind=kind,
                parent=MINISTRY,
                contact=surname(dice),
            )
    office = phrases.pair("province_office")
    for code in PROVINCES:
        name = office.about(full_name(code))
        rows.add(
            id=province_office(code),
            name=name,
            short_name=Words(f"{REGIONS[code].zh}（模拟）", f"{REGIONS[code].en} (simulated)"),
            kind="province",
            region=REGIONS[code].zh,
            contact=surname(dice),
        )
    for key, (zh, en, code) in zip(universities(), found["universities"], strict=True):
        rows.add(
            id=key, name=Words(zh, en), kind="university", region=REGIONS[code].zh, contact=surname(dice)
        )
    return rows


def groups(seed: int) -> Rows:
    """Make the leading group, the working group and a task group for every theme."""
    dice, rows = Dice(seed, "groups"), Rows("groups")
    departments = list(phrases.read()["departments"])
    rows.add(
        id="leading-group",
        name=Words("活动领导小组", "Leading Group of the Campaign"),
        kind="leading",
        head=surname(dice),
        head_title=Words("部长", "Minister"),
        members=departments[:6],
        coordinates=Words("统一领导活动，研究重大事项", "Leads the campaign and decides what matters most"),
    )
    rows.add(
        id="working-group",
        name=Words("活动工作组", "Working Group of the Campaign"),
        kind="working",
        parent="leading-group",
        head=surname(dice),
        head_title=Words("综合协调司司长", "Director of Coordination"),
        members=["coordination", "office", "petitions", "research"],
        coordinates=Words(
            "统筹协调、调度督办和信息汇总", "Coordinates, follows up and brings reports together"
        ),
    )
    subjects = phrases.subjects()
    for number, theme in enumerate(phrases.themes()):
        members = list(dict.fromkeys(subject.lead for subject in subjects if subject.theme == number))
        rows.add(
            id=f"task-group-{number + 1}",
            name=Words(f"{theme.zh}工作专班", f"Task Group: {theme.en}"),
            kind="working",
            parent="working-group",
            head=surname(dice),
            members=members,
            coordinates=Words(f"推进{theme.zh}领域的事项", f"Moves the items on {theme.en.lower()} forward"),
        )
    return rows
