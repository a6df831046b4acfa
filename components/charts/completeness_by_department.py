"""What share of the items of each department has which field: it stands out where much is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components import language
from components.chart import Chart, Figure, layout
from components.charts.finding import listed, sentences
from components.charts.ink import AMOUNTS, PAGE, SURFACE, TEXT
from components.charts.stacked_bars import short_label
from components.language import t
from components.plain import figure_text

MOST_ROWS = 25
_ROW, _WIDE_ROW, _AROUND = 26, 36, 150
_GAP = 0.94
# From all given to nothing given; each ink reads on its shade at 4.5 to 1 or better, in both themes.
_CLASSES = (
    (100, (AMOUNTS[0], TEXT)),
    (75, (AMOUNTS[2], TEXT)),
    (50, (AMOUNTS[4], TEXT)),
    (25, (AMOUNTS[7], PAGE)),
    (0, (AMOUNTS[9], PAGE)),
)
NOTHING = "–"
_PARTS = re.compile(r"[A-Za-z0-9]+|\S")
_WORST = 3


@dataclass(frozen=True, slots=True)
class Described:
    """A department: its id (None leads nowhere), its items, and per field, given of asked."""

    name: str
    id: str | None
    items: int
    given: Sequence[int]
    asked: Sequence[int]

    def share(self, field: int) -> float | None:
        """Return the percentage of items that give a field; None where none is asked for it."""
        return 100 * self.given[field] / self.asked[field] if self.asked[field] else None


def completeness_by_department(departments: Sequence[Described], fields: Sequence[str], header: str) -> Chart:
    """Show the departments in their order, as many as can be read; `header` names what they are."""
    drawn = departments[:MOST_ROWS]
    traces = [trace for place in range(-1, len(_CLASSES)) if (trace := _trace(drawn, fields, place))]
    labels = [short_label(each.name) for each in drawn]
    row = _WIDE_ROW if any("<br>" in label for label in labels) else _ROW
    figure = {
        "data": traces,
        "layout": layout(
            _AROUND + row * len(drawn),
            barmode="overlay",
            bargap=0,
            clickmode="event+select",
            showlegend=True,
            legend={
                "orientation": "h",
                "x": 0,
                "y": 0,
                "yanchor": "top",
                "traceorder": "normal",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            xaxis={
                **_axis([_upright(field) for field in fields]),
                "side": "top",
                "range": [-0.5, len(fields) - 0.5],
                "tickangle": 0 if language.current() == "zh" else -90,
            },
            yaxis={**_axis(labels), "range": [len(drawn) - 0.5, -0.5]},
        ),
    }
    return Chart(figure, _finding(departments, fields), lambda: _table(departments, fields, header))


def _upright(field: str) -> str:
    """Write Chinese from top to bottom, as columns too narrow for a word ask for; Latin words are turned."""
    chinese = language.current() == "zh"
    return "<br>".join(map(figure_text, _PARTS.findall(field))) if chinese else figure_text(field)


def _axis(labels: Sequence[str]) -> Figure:
    places = list(range(len(labels)))
    return {
        "tickmode": "array",
        "tickvals": places,
        "ticktext": list(labels),
        "tickfont": {"color": TEXT},
        "showgrid": False,
    }


def _place(share: float | None) -> int:
    """Find the class of a share; -1 where the field is not asked for."""
    if share is None:
        return -1
    return next(place for place, (least, _) in enumerate(_CLASSES) if share >= least)


def _trace(departments: Sequence[Described], fields: Sequence[str], place: int) -> Figure | None:
    cells = [
        (row, column)
        for row, each in enumerate(departments)
        for column in range(len(fields))
        if _place(each.share(column)) == place
    ]
    if not cells:
        return None
    shade, ink = (SURFACE, TEXT) if place < 0 else _CLASSES[place][1]
    return {
        "type": "bar",
        "name": figure_text(_class_name(place)),
        "x": [column for _, column in cells],
        "base": [row - _GAP / 2 for row, _ in cells],
        "y": [_GAP for _ in cells],
        "width": _GAP,
        "customdata": [departments[row].id for row, _ in cells],
        "text": [_words(departments[row].share(column)) for row, column in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": ink, "size": 10},
        "hovertext": [_told(departments[row], fields[column], column) for row, column in cells],
        "hoverinfo": "text",
        "marker": {"color": shade},
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": ink}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": ink}},
    }


def _words(share: float | None) -> str:
    # Never "100" or "0" where that is not so.
    return (
        NOTHING if share is None else str(min(99, max(1, round(share))) if 0 < share < 100 else round(share))
    )


def _class_name(place: int) -> str:
    if place < 0:
        return f"{NOTHING} {t('completeness.not_asked')}"
    least = _CLASSES[place][0]
    most = _CLASSES[place - 1][0] - 1 if place else least
    return f"{least}%" if least == most else f"{least}–{most}%"


def _told(department: Described, field: str, column: int) -> str:
    asked, given = department.asked[column], department.given[column]
    said = t("completeness.given_of", given=given, n=asked) if asked else t("completeness.not_asked")
    return figure_text(f"{department.name}\n{field}\n{said}")


def _finding(departments: Sequence[Described], fields: Sequence[str]) -> str:
    asked = sum(sum(each.asked) for each in departments)
    given = sum(sum(each.given) for each in departments)
    if not asked:
        return t("completeness.nothing_asked")
    missing = {
        field: sum(each.asked[column] - each.given[column] for each in departments)
        for column, field in enumerate(fields)
    }
    worst = sorted((field for field in fields if missing[field]), key=lambda field: -missing[field])[:_WORST]
    counted = [t("completeness.missing", field=field, n=missing[field]) for field in worst]
    rest = len(departments) - MOST_ROWS
    return sentences(
        t("completeness.finding", share=language.percent(100 * given / asked)),
        t("completeness.most_missing", parts=listed(counted)) if counted else "",
        t("completeness.rest", n=rest, shown=MOST_ROWS) if rest > 0 else "",
    )


def _table(departments: Sequence[Described], fields: Sequence[str], header: str) -> pd.DataFrame:
    """List all departments with what is given of what is asked for."""
    return pd.DataFrame(
        {
            header: [each.name for each in departments],
            t("charts.items"): [each.items for each in departments],
            **{
                field: [
                    f"{each.given[column]} / {each.asked[column]}" if each.asked[column] else NOTHING
                    for each in departments
                ]
                for column, field in enumerate(fields)
            },
        }
    )
