"""How old the open problem leads are, and how long the resolved ones took."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components import language
from components.chart import Chart
from components.charts.finding import sentences
from components.charts.stacked_bars import DARK, WHITE, Bar, Kind, stacked_bars
from components.language import t
from data.summaries.few_rows import Columns

_LOOKS = {
    "open": ("#7FB2D9", DARK, ""),
    "overdue": ("#C8402B", WHITE, "/"),
    "open_without_due": ("#A5AFBA", DARK, "."),
    "in_time": ("#2F6FB5", WHITE, ""),
    "late": ("#E0A25A", DARK, "/"),
    "resolved_without_due": ("#A5AFBA", DARK, "."),
}


def kinds(names: Sequence[str]) -> list[Kind]:
    """Say how states of leads look on a bar."""
    return [Kind(t(f"leads.state.{name}"), *_LOOKS[name]) for name in names]


def open_by_age(bands: Columns) -> Chart:
    """Show the open leads by days since receipt, as `data.summaries.leads_by_days` counts them."""
    names = ("open", "overdue", "open_without_due")
    counts, named = np.column_stack([bands[name] for name in names]), _bands(bands)
    oldest = int(np.flatnonzero(counts.sum(axis=1))[-1]) if counts.any() else 0
    finding = t(
        "leads.ages",
        n=int(counts.sum()),
        count=language.number(int(counts.sum())),
        overdue=language.number(int(counts[:, 1].sum())),
        oldest=language.number(int(counts[oldest].sum())),
        band=named[oldest],
    )
    return _chart(named, names, counts, finding)


def resolved_by_time(bands: Columns, median: float, nine_tenths: float) -> Chart:
    """Show the resolved leads by days from receipt to resolution; the days are of all of them."""
    names = ("in_time", "late", "resolved_without_due")
    counts = np.column_stack([bands[name] for name in names])
    late = int(counts[:, 1].sum())
    finding = sentences(
        t(
            "leads.times",
            n=int(counts.sum()),
            count=language.number(int(counts.sum())),
            median=language.number(median),
            nine_tenths=language.number(nine_tenths),
        ),
        t("leads.times_late", n=late, count=language.number(late)) if late else "",
    )
    return _chart(_bands(bands), names, counts, finding)


def _chart(bands: list[str], names: Sequence[str], counts: NDArray[np.int64], finding: str) -> Chart:
    bars = [Bar(band, None, row) for band, row in zip(bands, counts.tolist(), strict=True)]
    shown = kinds(names)

    def table() -> pd.DataFrame:
        columns = {kind.name: column for kind, column in zip(shown, counts.T, strict=True)}
        return pd.DataFrame({t("leads.days"): bands, t("leads.all"): counts.sum(axis=1), **columns})

    return Chart(stacked_bars(bars, shown, upright=True), finding, table)


def _bands(bands: Columns) -> list[str]:
    return [
        t("leads.band_open", n=int(first) - 1)
        if np.isnan(last)
        else t("leads.band", first=int(first), last=int(last))
        for first, last in zip(bands["from"].tolist(), bands["to"].tolist(), strict=True)
    ]
