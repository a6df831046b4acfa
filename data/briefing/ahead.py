"""The deadlines and milestones ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from data import day_numbers, formats
from data.briefing import item_lines, tables, targets
from data.briefing.content import Block, Kind, Paragraph, Section, Span, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, running, said
from data.campaign import Rows
from data.day_numbers import UNKNOWN

LONGEST = 92
"""Days: who looks further ahead looks at the timeline."""
_DEADLINES = (
    ("deadline", Kind.DATE, 1.2),
    ("title", Kind.TEXT, 3.0),
    ("lead", Kind.SHORT, 1.3),
    ("owner", Kind.SHORT, 0.9),
    ("progress", Kind.NUMBER, 0.8),
    ("light", Kind.LIGHT, 0.9),
)
_MILESTONES = (
    ("due", Kind.DATE, 1.2),
    ("milestone", Kind.TEXT, 2.0),
    ("title", Kind.TEXT, 3.0),
    ("lead", Kind.SHORT, 1.3),
)


def compose(scope: Scope) -> Section | None:
    """Tell which items are due in a period as long as this one, and which milestones soon."""
    soon = int(scope.campaign.settings.thresholds.due_soon_days)
    far = min(max(scope.period.days, soon), LONGEST)
    items, milestones = _due(scope, far), _milestones(scope, soon)
    if not len(items) + len(milestones):
        return None
    idea = running(
        [_counted(scope, "items", items, far), _counted(scope, "milestones", milestones, soon)], scope.lang
    )
    blocks: list[Block] = [Paragraph(idea)]
    if len(items):
        rows = [_item(scope, row) for row in items[: item_lines.MOST].tolist()]
        blocks.append(tables.table(scope, "ahead", _DEADLINES, rows, len(items)))
    if len(milestones):
        rows = [_milestone(scope, row) for row in milestones[: item_lines.MOST].tolist()]
        blocks.append(tables.table(scope, "ahead.milestones", _MILESTONES, rows, len(milestones)))
    return Section(Part.AHEAD, Part.AHEAD.label(scope.lang), idea, tuple(blocks))


def _counted(scope: Scope, name: str, rows: Rows, days: int) -> Text:
    if not len(rows):
        return ()
    of, last = targets.section(Part.AHEAD), scope.day(scope.period.last + dt.timedelta(days=days))
    return said(f"briefing.ahead.{name}", scope.lang, n=len(rows), of=of, days=str(days), day=last)


def _due(scope: Scope, days: int) -> Rows:
    """Find the unfinished items due within some days of the last one, the soonest first."""
    left = scope.after.items["days_left"].to_numpy()
    rows = np.flatnonzero((left >= 0) & (left <= days) & scope.mask)
    return rows[np.lexsort((scope.after.items["code_rank"].to_numpy()[rows], left[rows]))]


def _milestones(scope: Scope, days: int) -> Rows:
    """Find the milestones of unfinished items to be reached within some days, the soonest first."""
    campaign = scope.campaign
    rows, items = campaign.pairs("milestones", "item")
    due, done = (day_numbers.of(campaign["milestones"][name])[rows] for name in ("due", "done_on"))
    today = day_numbers.of_day(scope.period.last)
    wanted = scope.mask & ~scope.after.items["finished"].to_numpy(dtype=bool)
    waits = (done == UNKNOWN) | (done > today)
    found = np.flatnonzero(wanted[items] & waits & (due >= today) & (due <= today + days))
    ordered: Rows = rows[found[np.argsort(due[found], kind="stable")]]
    return ordered


def _item(scope: Scope, row: int) -> Sequence[Piece]:
    light = item_lines.light(scope, row)
    progress = formats.percent(float(scope.state("progress", row)), scope.lang)
    return (
        scope.day(scope.state("deadline", row)),
        targets.item(scope, row),
        item_lines.lead(scope, row),
        item_lines.owner(scope, row),
        progress,
        Span(light.label(scope.lang), light=light),
    )


def _milestone(scope: Scope, row: int) -> Sequence[Piece]:
    campaign = scope.campaign
    item = int(campaign.codes("milestones", "item")[row])
    return (
        scope.day(campaign.cell("milestones", "due", row)),
        str(campaign.words("milestones", "title", scope.lang)[row]),
        targets.item(scope, item),
        item_lines.lead(scope, item),
    )
