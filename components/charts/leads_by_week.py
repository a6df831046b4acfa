"""How many problem leads came in and were resolved week by week, and how many were then open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from components import language
from components.chart import GRID, INK, Chart, Figure, layout
from components.charts.finding import sentences
from components.charts.panels import one_below_other
from components.language import t
from data.summaries.few_rows import Columns

_HEIGHT = 320
_DAY = {"zh": "%Y年%-m月%-d日", "en": "%-d %B %Y"}
"""How Plotly writes a date in each language."""
# Line style tells the two apart where colours do not.
_LOOKS = {
    "received": {"color": "#D97A00", "width": 2.5, "dash": "solid"},
    "resolved": {"color": "#2F6FB5", "width": 2.5, "dash": "dash"},
}
_RECENT = 4
"""Weeks that the finding compares."""


def leads_by_week(weeks: Columns) -> Chart:
    """Show what came in against what was resolved, and below it how many were open at the end of each week.

    The weeks are those of `data.summaries.leads_by_week`. Of a week that is not over, what came in and was
    resolved would look like a collapse: it is left to the table.
    """
    count = len(weeks["week"])
    whole = weeks["complete"][-1] or count == 1
    drawn = {name: column[: count if whole else -1] for name, column in weeks.items()}
    backlog = {
        **_line(weeks, "open", {"color": INK, "width": 2.5}),
        "fill": "tozeroy",
        "fillcolor": "rgba(123,135,148,0.2)",
    }
    panels = {
        t("leads.panel.flow"): _figure([_line(drawn, name, look) for name, look in _LOOKS.items()]),
        t("leads.panel.backlog"): _figure([backlog]),
    }
    finding = sentences(_flow(drawn), _backlog(weeks))
    return Chart(one_below_other(panels), finding, lambda: table(weeks))


def _flow(weeks: Columns) -> str:
    recent = {name: weeks[name][-_RECENT:] for name in _LOOKS}
    came, went = int(recent["received"].sum()), int(recent["resolved"].sum())
    kind = "more" if came > went else "fewer" if came < went else "as_many"
    return sentences(
        t("leads.flow", n=len(recent["received"]), came=language.number(came), went=language.number(went)),
        t(f"leads.flow.{kind}"),
    )


def _backlog(weeks: Columns) -> str:
    counts, mondays = weeks["open"].tolist(), weeks["week"].tolist()
    most = counts.index(max(counts))
    return t(
        "leads.backlog",
        n=counts[-1],
        count=language.number(counts[-1]),
        most=language.number(counts[most]),
        week=language.day(mondays[most]),
    )


def table(weeks: Columns) -> pd.DataFrame:
    """Write the weeks as a table."""
    names = {name: t(f"leads.{name}") for name in ("received", "resolved", "open")}
    return pd.DataFrame(
        {
            t("charts.week"): weeks["week"].astype("datetime64[D]").tolist(),
            **{named: weeks[name] for name, named in names.items()},
        }
    )


def _line(weeks: Columns, name: str, look: Figure) -> Figure:
    label = t(f"leads.{name}")
    day = f"%{{x|{_DAY[language.current()]}}}"
    told = t("leads.week_hover", day=day, name=label, count="%{y:,d}")
    return {
        "type": "scatter",
        "mode": "lines" if len(weeks[name]) > 1 else "markers",
        "name": label,
        "x": np.datetime_as_string(weeks["week"], unit="D").tolist(),
        "y": weeks[name].tolist(),
        "line": look,
        "hovertemplate": f"{told}<extra></extra>",
    }


def _figure(traces: list[Figure]) -> Figure:
    return {
        "data": traces,
        "layout": layout(
            _HEIGHT,
            showlegend=True,
            xaxis={"type": "date", "tickformat": "%Y-%m-%d", "nticks": 5, "gridcolor": GRID},
            yaxis={"rangemode": "tozero", "tickformat": ",d", "nticks": 6},
        ),
    }
