"""How many deadlines lie ahead, week by week, by light."""

from __future__ import annotations

import numpy as np

from components import language
from components.chart import Chart
from components.charts.lights_by_department import light_kinds
from components.charts.stacked_bars import Bar, stacked_bars, table
from components.language import t
from data.summaries.few_rows import Columns
from data.words import Light

OVERDUE = "overdue"
"""What a click on the bar of overdue items gives; other bars give the Monday of their week."""


def deadlines_by_week(weeks: Columns) -> Chart:
    """Show the weeks as `data.summaries.deadlines_by_week` gives them, the overdue items first."""
    counts = np.column_stack([weeks[each] for each in Light]).tolist()
    short = "%-m/%-d" if language.current() == "zh" else "%-d %b"
    bars, full = [], []
    for week, overdue, row in zip(weeks["week"].tolist(), weeks["overdue"], counts, strict=True):
        name = t("charts.overdue") if overdue else week.strftime(short)
        bars.append(Bar(name, OVERDUE if overdue else week.date().isoformat(), row))
        full.append(Bar(name if overdue else language.day(week), None, row))
    kinds = light_kinds()
    return Chart(
        stacked_bars(bars, kinds, upright=True),
        _finding(full),
        lambda: table(full, kinds, t("charts.week")),
    )


def _finding(bars: list[Bar]) -> str:
    overdue, ahead = bars[0].total, bars[1:]
    most = max(ahead, key=lambda bar: bar.total)
    due = sum(bar.total for bar in ahead)
    if not due:
        return t("charts.deadlines_none", weeks=len(ahead), overdue=overdue)
    return t(
        "charts.deadlines",
        n=due,
        weeks=len(ahead),
        week=most.name,
        most=most.total,
        overdue=overdue,
    )
