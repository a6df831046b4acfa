"""Half a year of reports on the simulated items, with the deadlines they moved."""

from __future__ import annotations

from data.simulation import phrases
from data.simulation.courses import Course
from data.simulation.days import date, workday
from data.simulation.dice import Dice
from data.simulation.items import Plan, closed_on
from data.simulation.phrases import Words
from data.simulation.rows import Rows
from data.simulation.subjects import Topic
from data.words import Status

PREPARING, EARLY, MIDDLE = 12, 40, 78
"""Up to which progress (percent) an item is in preparation, early, or in the middle of its work."""
BEHIND = ("behind", "overdue", "milestone_long_overdue", "projection_misses_long")


def updates(plan: Plan, seed: int) -> Rows:
    """Make the reports of all items, item by item and oldest first."""
    dice, rows = Dice(seed, "updates"), Rows("updates")
    texts = {stage: phrases.words("updates", stage) for stage in phrases.read()["updates"]}
    for topic, course in plan:
        _report_on(topic, course, texts, dice, rows)
    return rows


def _report_on(topic: Topic, course: Course, texts: dict[str, list[Words]], dice: Dice, rows: Rows) -> None:
    slips = dict(course.slips)
    regular = {workday(day) for day in range(course.first_report, course.last_report, course.cadence)}
    reached, said = 0, None
    for day in sorted(regular | {course.last_report} | slips.keys()):
        progress = None if course.progress is None else max(reached, _progress(course, day, dice))
        reached = progress or reached
        choices = texts[_stage(course, day, progress, day in slips, dice)]
        said = dice.pick([text for text in choices if text != said] or choices)
        rows.add(
            item=topic.id,
            date=date(day),
            # What is counted grows with the progress.
            text=said.about(n=3 + reached // 2 + dice.between(0, 3)),
            status=_status(course, day == course.last_report),
            progress=progress,
            deadline=date(slips.get(day)),
            organization=topic.lead,
        )
    if course.status == Status.CLOSED:
        closed = {"text": texts["closed"][0], "status": Status.CLOSED, "organization": topic.lead}
        rows.add(item=topic.id, date=date(closed_on(course)), **closed)


def _progress(course: Course, day: int, dice: Dice) -> int:
    final = course.progress or 0
    if day >= course.last_report:
        return final
    gone = (day - course.start) / max(1, course.last_report - course.start)
    return min(final - 1 if final else 0, round(final * gone) + dice.between(-2, 2))


def _status(course: Course, last: bool) -> str | None:
    if course.status in (Status.DONE, Status.CLOSED):
        return Status.DONE if last else Status.IN_PROGRESS
    if course.status == Status.SUSPENDED and not last:
        return Status.IN_PROGRESS
    return None if course.status == Status.NOT_REPORTED else course.status


def _stage(course: Course, day: int, progress: int | None, slips: bool, dice: Dice) -> str:
    """Name the kind of text that fits the state of an item on a day."""
    if slips:
        return "slip"
    if day == course.last_report and course.outcome in ("done", "closed", "suspended"):
        return "suspended" if course.outcome == "suspended" else "done"
    if course.outcome in ("continuing", "unmeasured"):
        return course.outcome
    reached = progress or 0
    if course.outcome in BEHIND and reached > PREPARING and dice.happens(0.4):
        return "behind"
    stages = ((PREPARING, "prepare"), (EARLY, "early"), (MIDDLE, "middle"))
    return next((stage for limit, stage in stages if reached <= limit), "late")
