"""The simulated items with their measures and milestones."""

from __future__ import annotations

from data.provinces import REGIONS
from data.simulation import participants, phrases
from data.simulation.courses import FINISHED, WITHOUT_DEADLINE, Course
from data.simulation.days import date, workday
from data.simulation.dice import Dice
from data.simulation.phrases import Words
from data.simulation.rows import Rows
from data.simulation.subjects import Topic
from data.words import Level, Status

Plan = list[tuple[Topic, Course]]


def items(plan: Plan, seed: int) -> Rows:
    """Make the items, each with what its last report said."""
    dice, rows = Dice(seed, "items"), Rows("items")
    themes = phrases.themes()
    leads = list(phrases.read()["departments"])
    parents = _parents(plan)
    for topic, course in plan:
        rows.add(
            id=topic.id,
            code=topic.code,
            title=topic.title,
            level=topic.level,
            theme=themes[topic.subject.theme],
            problem=topic.subject.problem or _worded("problems", topic, dice),
            commitment=topic.subject.commitment or _worded("commitments", topic, dice),
            lead=topic.lead,
            support=_support(topic, leads, dice),
            owner=participants.surname(dice),
            parent=parents.get(topic.subject.theme) if topic.level != Level.MINISTRY else None,
            start=date(course.start),
            deadline="长期" if course.outcome == "continuing" else date(course.first_deadline),
            **_report(course),
            regions=REGIONS[topic.region].zh if topic.region else None,
        )
    return rows


def _worded(phrase: str, topic: Topic, dice: Dice) -> Words:
    return dice.pick(phrases.words(phrase, topic.subject.kind)).about(topic.subject.words)


def _parents(plan: Plan) -> dict[int, str]:
    """Find the first ministry item of every theme."""
    found: dict[int, str] = {}
    for topic, _ in plan:
        if topic.level == Level.MINISTRY:
            found.setdefault(topic.subject.theme, topic.id)
    return found


def _support(topic: Topic, leads: list[str], dice: Dice) -> list[str]:
    helpers = [topic.subject.lead] if topic.level == Level.LOCAL else []
    helpers += [dice.pick(leads) for _ in range(dice.between(0, 3))]
    return [helper for helper in dict.fromkeys(helpers) if helper != topic.lead]


def _report(course: Course) -> dict[str, str | int | None]:
    """Give the state of the item and the day of which it speaks; nothing where nothing was reported."""
    if course.status == Status.NOT_REPORTED:
        return {"status": None, "progress": None, "reported": None}
    day = closed_on(course) if course.status == Status.CLOSED else course.last_report
    return {"status": course.status, "progress": course.progress, "reported": date(day)}


def closed_on(course: Course) -> int:
    """Tell when an item was struck off: two to three weeks after it was done."""
    return workday(course.last_report + 14 + course.start % 8)


def measures(plan: Plan, seed: int) -> Rows:
    """Make two to four measures for every item."""
    dice, rows = Dice(seed, "measures"), Rows("measures")
    texts = phrases.words("measures")
    for topic, course in plan:
        first = dice.between(0, 1)
        number = dice.between(2, 4)
        end = course.deadline if course.deadline is not None else 92
        for turn in range(number):
            due = course.start + (end - course.start) * (turn + 1) // number
            rows.add(
                id=f"{topic.id}-m{turn + 1}",
                item=topic.id,
                title=texts[(first + turn) % len(texts)],
                organization=topic.lead,
                owner=participants.surname(dice),
                deadline=None if course.outcome in WITHOUT_DEADLINE else date(due),
                status=_measure_status(course, due),
            )
    return rows


def _measure_status(course: Course, due: int) -> Status:
    if course.outcome in (*FINISHED, "continuing", "suspended", "not_started"):
        return Status.DONE if course.outcome in FINISHED else course.status
    if course.outcome == "unmeasured":
        return Status.NOT_REPORTED
    reached = course.start + (92 - course.start) * (course.progress or 0) // 100
    return Status.DONE if due <= min(reached, -20) else Status.IN_PROGRESS


def milestones(plan: Plan, seed: int) -> Rows:
    """Make the milestones; one of them is overdue where the outcome says so, those ahead are open."""
    dice, rows = Dice(seed, "milestones"), Rows("milestones")
    texts = phrases.words("milestones")
    for topic, course in plan:
        dues = _milestone_days(course, dice)
        first = dice.between(0, max(0, len(texts) - len(dues)))
        for number, (due, done_on) in enumerate(dues):
            rows.add(
                id=f"{topic.id}-n{number + 1}",
                item=topic.id,
                title=texts[first + number],
                due=date(due),
                done_on=date(done_on),
            )
    return rows


def _milestone_days(course: Course, dice: Dice) -> list[tuple[int, int | None]]:
    """Pair the days on which milestones are due with those on which they were done."""
    if course.outcome in WITHOUT_DEADLINE or course.first_deadline is None:
        return []
    number = dice.between(2, 4)
    length = course.first_deadline - course.start
    dues = [workday(course.start + length * (turn + 1) // (number + 1)) for turn in range(number)]
    days: list[tuple[int, int | None]] = []
    for due in dues:
        done_on = workday(min(due + dice.between(-6, 8), course.done_on if course.done_on is not None else 0))
        days.append((due, done_on if due < 0 else None))
    if course.outcome in ("milestone_long_overdue", "milestone_overdue"):
        late = dice.between(17, 48) if course.outcome == "milestone_long_overdue" else dice.between(2, 14)
        earlier = [pair for pair in days if pair[0] < -late]
        days = [*earlier[:3], (-late, None)]
    return days
