"""How many items were finished by when, against how many were due by then."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from components import language
from components.chart import GRID, INK, Chart, Figure, layout
from components.charts.finding import sentences
from components.language import t
from data.summaries import BurnUp
from data.summaries.few_rows import Columns

# Line style tells the three apart where colours do not.
_LOOKS = {
    "finished": {"color": "#2F6FB5", "width": 3, "dash": "solid"},
    "planned_current": {"color": "#D97A00", "width": 2, "dash": "dash"},
    "planned_original": {"color": INK, "width": 2, "dash": "dot"},
}


def burn_up(counted: BurnUp, as_of: dt.date) -> Chart:
    """Show what was finished up to the as-of day and what is planned before and after it."""
    weeks = counted.weeks
    dates = np.datetime_as_string(weeks["date"], unit="D").tolist()
    names = {column: t(f"charts.{column}") for column in _LOOKS}
    traces = [_line(names[column], dates, weeks[column].tolist(), look) for column, look in _LOOKS.items()]
    figure = {"data": traces, "layout": layout(340, **_today(as_of), showlegend=True, hovermode="x unified")}
    return Chart(figure, _finding(counted, as_of), lambda: _table(weeks, names))


def _table(weeks: Columns, names: Mapping[str, str]) -> pd.DataFrame:
    headers = {"date": t("charts.date"), **names}
    return (
        pd.DataFrame({name: weeks[name] for name in headers})
        .astype({"finished": "Int64"})
        .rename(columns=headers)
    )


def _line(name: str, dates: list[str], counts: Sequence[float], look: Figure) -> Figure:
    # Counts stand still between two reports, and jump on one.
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": dates,
        "y": [None if math.isnan(count) else int(count) for count in counts],
        "line": {**look, "shape": "hv"},
        "hovertemplate": f"{name}: %{{y}}<extra></extra>",
    }


def _today(as_of: dt.date) -> Figure:
    """Mark the as-of day by a line with its date."""
    day = as_of.isoformat()
    return {
        "shapes": [
            {
                "type": "line",
                "x0": day,
                "x1": day,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": INK, "width": 1},
            }
        ],
        "annotations": [
            {
                "x": day,
                "y": 1,
                "yref": "paper",
                "yanchor": "top",
                "xanchor": "right",
                "text": t("overview.as_of", day=language.day(as_of)),
                "showarrow": False,
                "font": {"size": 12, "color": INK},
            }
        ],
        "xaxis": {"type": "date", "tickformat": "%Y-%m", "nticks": 7, "gridcolor": GRID},
        "yaxis": {"rangemode": "tozero", "tickformat": ",d", "nticks": 6},
    }


def _finding(counted: BurnUp, as_of: dt.date) -> str:
    weeks = counted.weeks
    now = int(np.flatnonzero(weeks["date"] == np.datetime64(as_of))[0])
    return sentences(
        t(
            "charts.burn_up",
            n=int(weeks["finished"][now]),
            day=language.day(as_of),
            current=int(weeks["planned_current"][now]),
            original=int(weeks["planned_original"][now]),
        ),
        t("charts.burn_up_without", n=counted.without_deadline) if counted.without_deadline else "",
        t("charts.burn_up_undated", n=counted.undated) if counted.undated else "",
    )
