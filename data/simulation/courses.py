"""How each item goes: when it starts, when it is due, how often that slips, and where it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from data.simulation.days import (
    DEADLINES_AHEAD,
    DEADLINES_PAST,
    END,
    FIRST_REPORT,
    START,
    usual_deadline_after,
    usual_deadline_before,
    workday,
)
from data.simulation.dice import Dice
from data.words import Status

# Per cent of the items; each outcome is named after the rule that its light follows.
OUTCOMES = {
    "done": 11,
    "closed": 7,
    "overdue": 5,
    "milestone_long_overdue": 4,
    "projection_misses_long": 3,
    "due_soon": 6,
    "behind": 5,
    "milestone_overdue": 3,
    "silent": 3,
    "suspended": 1,
    "projection_misses": 2,
    "unmeasured": 5,
    "on_track": 33,
    "continuing": 8,
    "not_started": 4,
}
FINISHED = ("done", "closed")
PROJECTED = ("projection_misses_long", "projection_misses")
WITHOUT_DEADLINE = ("unmeasured", "continuing")
WITHOUT_INDICATOR = ("unmeasured", "suspended", "not_started")
INDICATOR_SHARE = 0.35
CADENCES = (7, 7, 14, 28)
"""Days between two reports: half of the items report every week."""


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one item; days count from the as-of date, progress is in percent."""

    outcome: str
    status: Status
    start: int
    first_deadline: int | None
    deadline: int | None
    slips: tuple[tuple[int, int], ...]
    """Day of the report and the deadline it set."""
    done_on: int | None
    progress: int | None
    cadence: int
    last_report: int
    measured: bool
    """Whether the item has an indicator."""

    @property
    def first_report(self) -> int:
        """Tell when reports begin: with the item, but not before the campaign asked for them."""
        begins = max(self.start, FIRST_REPORT) if self.start < 0 else -35
        return self.last_report - (self.last_report - begins) // self.cadence * self.cadence


def outcomes(count: int, dice: Dice) -> list[str]:
    """Share the items out among the outcomes, by largest remainder, in random order."""
    exact = {outcome: count * share / 100 for outcome, share in OUTCOMES.items()}
    whole = {outcome: int(amount) for outcome, amount in exact.items()}
    missing = count - sum(whole.values())
    for outcome in sorted(exact, key=lambda name: whole[name] - exact[name])[:missing]:
        whole[outcome] += 1
    return dice.shuffled([outcome for outcome, amount in whole.items() for _ in range(amount)])


def draw(outcome: str, dice: Dice) -> Course:
    """Draw the course of an item with a given outcome."""
    measured = outcome in PROJECTED or (outcome not in WITHOUT_INDICATOR and dice.happens(INDICATOR_SHARE))
    # An indicator needs half a year of readings.
    late = not measured and dice.happens(0.25)
    cadence = dice.pick(CADENCES)
    base = Course(
        outcome=outcome,
        status=Status.IN_PROGRESS,
        start=workday(dice.between(-150, -95) if late else dice.between(START + 5, -158)),
        first_deadline=None,
        deadline=None,
        slips=(),
        done_on=None,
        progress=None,
        cadence=cadence,
        last_report=workday(-dice.between(0, cadence - 1)),
        measured=measured,
    )
    return _with_slips(_BY_OUTCOME.get(outcome, _ahead)(base, dice), dice)


def _finished(base: Course, dice: Dice) -> Course:
    closed = base.outcome == "closed"
    done_on = workday(dice.between(base.start + 65, -24 if closed else -2))
    on_time = dice.happens(0.85)
    return replace(
        base,
        status=Status.CLOSED if closed else Status.DONE,
        done_on=done_on,
        deadline=usual_deadline_after(done_on) if on_time else usual_deadline_before(done_on - 1),
        progress=100,
        last_report=done_on,
    )


def _overdue(base: Course, dice: Dice) -> Course:
    return replace(base, deadline=dice.pick(DEADLINES_PAST), progress=dice.between(62, 95))


def _due_soon(base: Course, dice: Dice) -> Course:
    return replace(base, deadline=dice.pick((0, 8, 10, 12, 14)), progress=dice.between(88, 98))


def _behind(base: Course, dice: Dice) -> Course:
    deadline = dice.pick(DEADLINES_AHEAD)
    return replace(base, deadline=deadline, progress=max(3, _expected(base, deadline) - dice.between(18, 38)))


def _ahead(base: Course, dice: Dice) -> Course:
    deadline = dice.pick(DEADLINES_AHEAD)
    progress = _expected(base, deadline) + dice.between(-11, 12)
    return replace(base, deadline=deadline, progress=min(97, max(2, progress)))


def _silent(base: Course, dice: Dice) -> Course:
    course = replace(_ahead(base, dice), last_report=workday(-dice.between(32, 58)))
    return replace(course, progress=min(97, (course.progress or 0) + 4))


def _suspended(base: Course, dice: Dice) -> Course:
    return replace(_silent(base, dice), status=Status.SUSPENDED)


def _unmeasured(base: Course, dice: Dice) -> Course:
    return replace(base, status=dice.pick((Status.NOT_REPORTED, Status.IN_PROGRESS)))


def _continuing(base: Course, _: Dice) -> Course:
    return replace(base, status=Status.CONTINUING)


def _not_started(base: Course, dice: Dice) -> Course:
    return replace(
        base,
        status=Status.NOT_STARTED,
        start=workday(dice.between(11, 32)),
        deadline=END,
        progress=0,
        cadence=14,
    )


_BY_OUTCOME: dict[str, Callable[[Course, Dice], Course]] = {
    "done": _finished,
    "closed": _finished,
    "overdue": _overdue,
    "due_soon": _due_soon,
    "behind": _behind,
    "silent": _silent,
    "suspended": _suspended,
    "unmeasured": _unmeasured,
    "continuing": _continuing,
    "not_started": _not_started,
}


def _expected(course: Course, deadline: int) -> int:
    return round(100 * -course.start / (deadline - course.start))


def _with_slips(course: Course, dice: Dice) -> Course:
    """Put earlier deadlines before the present one; each was moved a few days before it came."""
    deadline = course.deadline
    if deadline is None:
        return course
    chance = 0.6 if course.outcome in ("overdue", "behind", "due_soon") else 0.22
    slips: list[tuple[int, int]] = []
    while len(slips) < 3 and dice.happens(chance):
        before = usual_deadline_before(deadline - dice.between(14, 45))
        latest = slips[-1][0] - 7 if slips else course.last_report
        reported = workday(min(before - dice.between(2, 10), latest))
        if reported < max(course.start + 30, FIRST_REPORT + 7):
            break
        slips.append((reported, deadline))
        deadline = before
    return replace(course, first_deadline=deadline, slips=tuple(reversed(slips)))
