"""How the problem leads of each category, department or region stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from components import language
from components.chart import Chart
from components.charts.finding import sentences
from components.charts.leads_by_days import kinds
from components.charts.stacked_bars import MOST_BARS, Bar, stacked_bars
from components.language import t
from data.summaries.few_rows import Columns


def leads_by_group(groups: Columns, names: Sequence[str], ids: Sequence[str | None], by: str) -> Chart:
    """Show the groups of `data.summaries.leads_by_group` in its order, by name; a click gives the id.

    `by` names what the groups are.
    """
    open_in_time = groups["open"] + groups["open_without_due"]
    resolved = groups["in_time"] + groups["late"] + groups["resolved_without_due"]
    counts = np.column_stack([resolved, open_in_time, groups["overdue"]])
    shown = kinds(("in_time", "open", "overdue"))
    labels = ("leads.resolved", "leads.open_in_time", "leads.overdue")
    shown = [
        type(kind)(t(label), kind.colour, kind.ink, kind.pattern)
        for kind, label in zip(shown, labels, strict=True)
    ]
    bars = [Bar(name, key, row) for name, key, row in zip(names, ids, counts.tolist(), strict=True)]

    def table() -> pd.DataFrame:
        return pd.DataFrame(
            {
                by: list(names),
                t("leads.received"): groups["received"],
                **{t(label): column for label, column in zip(labels, counts.T, strict=True)},
                t("leads.median"): groups["median_days"],
                t("leads.nine_tenths"): groups["nine_tenths_days"],
                t("leads.rated"): groups["rated"],
                t("leads.satisfaction"): groups["satisfaction"].round(1),
            }
        )

    return Chart(stacked_bars(bars[:MOST_BARS], shown), _finding(groups, names), table)


def _finding(groups: Columns, names: Sequence[str]) -> str:
    received, overdue = groups["received"], groups["overdue"]
    worst, left_out = int(overdue.argmax()), len(received) - MOST_BARS
    return sentences(
        t(
            "leads.groups",
            n=int(received[0]),
            name=names[0],
            count=language.number(int(received[0])),
            total=language.number(int(received.sum())),
        ),
        t(
            "leads.groups_overdue",
            n=int(overdue[worst]),
            name=names[worst],
            count=language.number(int(overdue[worst])),
        )
        if overdue[worst]
        else t("leads.groups_none_overdue"),
        t("leads.groups_folded", n=left_out, shown=MOST_BARS) if left_out > 0 else "",
    )
