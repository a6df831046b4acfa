"""How many items of each department have which status."""

from __future__ import annotations

from collections.abc import Sequence

from components import language
from components.chart import Chart
from components.charts.finding import listed, sentences
from components.charts.stacked_bars import (
    DARK,
    WHITE,
    Bar,
    Kind,
    folded,
    said_of_rest,
    stacked_bars,
    table,
    totals,
)
from components.language import t
from data.words import Status

# From not begun to struck off in one hue; what is outside that course has hues and patterns of its own.
_LOOKS = {
    Status.NOT_STARTED: ("#D5DEE7", DARK, ""),
    Status.IN_PROGRESS: ("#7FB2D9", DARK, ""),
    Status.DONE: ("#2F6FB5", WHITE, ""),
    Status.CLOSED: ("#123F73", WHITE, "\\"),
    Status.CONTINUING: ("#5FB8A5", DARK, "-"),
    Status.SUSPENDED: ("#E0A25A", DARK, "/"),
    Status.NOT_REPORTED: ("#A5AFBA", DARK, "."),
    Status.UNRECOGNISED: ("#C79BC9", DARK, "x"),
}


def statuses_by_department(bars: Sequence[Bar], header: str) -> Chart:
    """Show bars of counts by status (columns as in `Status`) in their order; `header` names what they are."""
    kinds = [Kind(status.label(language.current()), *_LOOKS[status]) for status in Status]
    counts = totals(bars)
    drawn, left_out = folded(bars)
    parts = [
        t("charts.count_of", name=kind.name, count=language.number(count))
        for kind, count in zip(kinds, counts, strict=True)
        if count
    ]
    finding = sentences(t("charts.statuses", n=sum(counts), parts=listed(parts)), said_of_rest(left_out))
    return Chart(stacked_bars(drawn, kinds), finding, lambda: table(bars, kinds, header))
