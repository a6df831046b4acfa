"""How old the open problem leads are, and how long the resolved ones took."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components import language
from components.chart import Chart, Figure
from components.charts.finding import sentences
from components.charts.panels import one_below_other
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
_OPEN = ("open", "overdue", "open_without_due")
_RESOLVED = ("in_time", "late", "resolved_without_due")


def kinds(names: Sequence[str]) -> list[Kind]:
    """Say how states of leads look on a bar."""
    return [Kind(t(f"leads.state.{name}"), *_LOOKS[name]) for name in names]


def leads_by_days(bands: Columns, median: float, nine_tenths: float) -> Chart:
    """Show the open leads by days since receipt, and below them the resolved ones by days to resolution.

    The bands are those of `data.summaries.leads_by_days`; the days are of all resolved leads. Of open and of
    resolved leads, those that are none are not drawn, but said to be none.
    """
    named = _bands(bands)
    waiting = np.column_stack([bands[name] for name in _OPEN])
    settled = np.column_stack([bands[name] for name in _RESOLVED])
    panels = {
        t(title): _panel(named, names, counts)
        for title, names, counts in (
            ("leads.panel.ages", _OPEN, waiting),
            ("leads.panel.times", _RESOLVED, settled),
        )
        if counts.any()
    }
    finding = sentences(
        _ages(named, waiting) if waiting.any() else t("leads.none_open"),
        _times(settled, median, nine_tenths) if settled.any() else t("leads.none_resolved"),
    )

    def table() -> pd.DataFrame:
        return pd.DataFrame(
            {
                t("leads.days"): named,
                **_columns(t("leads.all_open"), _OPEN, waiting),
                **_columns(t("leads.all_resolved"), _RESOLVED, settled),
            }
        )

    return Chart(one_below_other(panels), finding, table)


def _panel(bands: list[str], names: Sequence[str], counts: NDArray[np.int64]) -> Figure:
    bars = [Bar(band, None, row) for band, row in zip(bands, counts.tolist(), strict=True)]
    figure = stacked_bars(bars, kinds(names), upright=True)
    # In one line, names would be slanted on a phone, and the last one left out.
    figure["layout"]["xaxis"]["ticktext"] = ["<br>".join(band.rsplit(" ", 1)) for band in bands]
    return figure


def _columns(total: str, names: Sequence[str], counts: NDArray[np.int64]) -> Columns:
    by_kind = {kind.name: column for kind, column in zip(kinds(names), counts.T, strict=True)}
    return {total: counts.sum(axis=1), **by_kind}


def _ages(bands: list[str], counts: NDArray[np.int64]) -> str:
    oldest = int(np.flatnonzero(counts.sum(axis=1))[-1])
    return t(
        "leads.ages",
        n=int(counts.sum()),
        count=language.number(int(counts.sum())),
        overdue=language.number(int(counts[:, 1].sum())),
        oldest=language.number(int(counts[oldest].sum())),
        band=bands[oldest],
    )


def _times(counts: NDArray[np.int64], median: float, nine_tenths: float) -> str:
    late = int(counts[:, 1].sum())
    return sentences(
        t(
            "leads.times",
            n=int(counts.sum()),
            count=language.number(int(counts.sum())),
            median=language.number(median),
            nine_tenths=language.number(nine_tenths),
        ),
        t("leads.times_late", n=late, count=language.number(late)) if late else "",
    )


def _bands(bands: Columns) -> list[str]:
    return [
        t("leads.band_open", n=int(first) - 1)
        if np.isnan(last)
        else t("leads.band", first=int(first), last=int(last))
        for first, last in zip(bands["from"].tolist(), bands["to"].tolist(), strict=True)
    ]
