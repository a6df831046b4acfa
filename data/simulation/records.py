"""Documents that cascade, events across the country and local practice of the simulated campaign."""

from __future__ import annotations

from data.provinces import REGIONS
from data.simulation import participants, phrases
from data.simulation.days import START, date, workday
from data.simulation.dice import Dice
from data.simulation.items import Plan
from data.simulation.participants import MINISTRY, PROVINCES, province_office
from data.simulation.phrases import Words
from data.simulation.rows import Rows
from data.simulation.subjects import Topic
from data.words import Level

NAME = "records"
VISITS = 36
FAIRS = 6
DAYS_BETWEEN_MEETINGS = 30
# Months go on after the as-of date: meetings are planned ahead.
MEETINGS = 9

Cells = dict[str, str | Words | list[str]]
Event = tuple[int, Cells]


def documents(plan: Plan, seed: int) -> Rows:
    """Make the documents: the overall plan, the list that implements it, and a cascade for every theme."""
    dice, rows = Dice(seed, "documents"), Rows("documents")
    summaries = phrases.words("documents", "summary", name=NAME)
    rows.add(
        id="overall-plan",
        title=phrases.pair("documents", "overall", name=NAME),
        number="教服〔2021〕1号",
        kind="plan",
        issuers=[MINISTRY],
        issued=date(START),
        summary=summaries[0],
    )
    rows.add(
        id="key-item-list",
        title=phrases.pair("documents", "list", name=NAME),
        number="教服〔2021〕2号",
        kind="list",
        issuers=[MINISTRY],
        issued=date(START + 14),
        implements=["overall-plan"],
        items=[topic.id for topic, _ in plan if topic.level == Level.MINISTRY],
        summary=summaries[1],
    )
    for theme, name in enumerate(phrases.themes()):
        topics = [topic for topic, _ in plan if topic.subject.theme == theme and topic.level != Level.LOCAL]
        _cascade(rows, theme, name, topics, dice)
    return rows


def _cascade(rows: Rows, theme: int, name: Words, topics: list[Topic], dice: Dice) -> None:
    """Add a theme's plan under the overall plan, and what implements that plan, one under the other."""
    kinds = phrases.read(NAME)["documents"]["themes"]
    summaries = phrases.words("documents", "summary", name=NAME)
    above, issued = "overall-plan", START + dice.between(18, 40)
    for depth, (zh, kind, en) in enumerate(kinds):
        issued = issued if depth == 0 else min(issued + dice.between(12, 40), -3)
        key = f"theme-{theme + 1}-{kind}"
        rows.add(
            id=key,
            title=Words(zh, en).about(name),
            number=f"教服〔2021〕{3 + theme * len(kinds) + depth}号",
            kind=kind,
            issuers=[topics[depth % len(topics)].lead] if topics else [MINISTRY],
            issued=date(workday(issued)),
            implements=[above],
            items=[topic.id for topic in topics[depth * 3 : depth * 3 + 3]],
            summary=summaries[2 if depth < 2 else 3],
        )
        above = key


def events(plan: Plan, seed: int) -> Rows:
    """Make the events, oldest first; the last meetings still lie ahead."""
    dice = Dice(seed, "events")
    found = [*_meetings(), *_by_theme(plan, dice), *_fairs(plan, dice), *_visits(plan, dice)]
    rows = Rows("events")
    for number, (offset, cells) in enumerate(sorted(found, key=lambda pair: pair[0]), 1):
        rows.add(id=f"E{number:03}", date=date(offset), **cells)
    return rows


def _summary(kind: str) -> Words:
    return phrases.pair("events", "summary", kind, name=NAME)


def _meetings() -> list[Event]:
    titles = phrases.words("events", "meeting", name=NAME)
    found: list[Event] = []
    for month in range(MEETINGS):
        title = titles[0 if month == 0 else 1 if month % 3 == 0 else 3 if month % 4 == 0 else 2]
        group = "leading-group" if month % 3 == 0 else "working-group"
        cells: Cells = {
            "title": title,
            "kind": "meeting",
            "organizations": [MINISTRY if month % 3 == 0 else "coordination"],
            "group": group,
            "summary": _summary("opening" if month == 0 else "meeting"),
        }
        found.append((workday(START + 3 + month * DAYS_BETWEEN_MEETINGS), cells))
    return found


def _by_theme(plan: Plan, dice: Dice) -> list[Event]:
    found: list[Event] = []
    for theme, name in enumerate(phrases.themes()):
        topics = [topic for topic, _ in plan if topic.subject.theme == theme]
        for kind in ("training", "launch", "briefing"):
            topic = dice.pick(topics) if topics else None
            cells: Cells = {
                "title": phrases.words("events", kind, name=NAME)[0].about(name),
                "kind": kind,
                "organizations": [topic.lead] if topic else [MINISTRY],
                "group": f"task-group-{theme + 1}",
                "items": [topic.id] if topic else [],
                "summary": _summary(kind),
            }
            found.append((workday(dice.between(START + 30, -4)), cells))
    return found


def _fairs(plan: Plan, dice: Dice) -> list[Event]:
    items = [topic.id for topic, _ in plan if topic.subject.lead == "employment"]
    found: list[Event] = []
    for code in dice.shuffled(PROVINCES)[:FAIRS]:
        cells: Cells = {
            "title": phrases.words("events", "fair", name=NAME)[0].about(participants.full_name(code)),
            "kind": "fair",
            "organizations": ["employment", province_office(code)],
            "regions": [REGIONS[code].zh],
            "items": items[:1],
            "summary": _summary("fair"),
        }
        found.append((workday(dice.between(-190, -60)), cells))
    return found


def _visits(plan: Plan, dice: Dice) -> list[Event]:
    """Visit one province after another; some are visited twice."""
    found: list[Event] = []
    names = phrases.themes()
    order = dice.shuffled(PROVINCES)
    for number in range(VISITS if plan else 0):
        code = order[number * 5 % 26]
        topic = dice.pick(plan)[0]
        title = phrases.words("events", "visit", name=NAME)[0]
        cells: Cells = {
            "title": title.about(participants.full_name(code), names[topic.subject.theme]),
            "kind": "visit",
            "organizations": [topic.subject.lead],
            "regions": [REGIONS[code].zh],
            "items": [topic.id],
            "summary": _summary("visit"),
        }
        found.append((workday(dice.between(START + 20, -2)), cells))
    return found


def practices(plan: Plan, seed: int) -> Rows:
    """Make the local practices, each of a province or university."""
    dice, rows = Dice(seed, "practices"), Rows("practices")
    order = dice.shuffled(PROVINCES)
    universities = list(participants.universities().items())
    for number, (zh, en, theme, summary_zh, summary_en) in enumerate(phrases.read(NAME)["practices"], 1):
        topics = [topic for topic, _ in plan if topic.subject.theme == theme]
        code = order[number]
        organization = province_office(code)
        if theme == 1:
            organization, code = universities[number % len(universities)]
        rows.add(
            id=f"practice-{number}",
            title=Words(zh, en),
            organization=organization,
            region=REGIONS[code].zh,
            date=date(dice.between(-150, -5)),
            items=[topic.id for topic in topics[:2]],
            summary=Words(summary_zh, summary_en),
        )
    return rows
