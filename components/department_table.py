"""All departments compared in one table; a button in each row opens the department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components import (
    address,
    cards,
    empty,
    item_lines,
    language,
    light,
    markdown,
    print_sheet,
    replay,
    row_links,
)
from components.board import Board, current
from components.download import csv_button
from components.item import cells
from components.language import t
from data import summaries
from data.campaign import Rows
from data.day_numbers import UNKNOWN
from data.filters import Mask
from data.summaries.few_rows import Columns
from data.words import Light

NOTHING = "–"
"""Where there is nothing a department could report."""

_LISTED = 12
_COUNTS = ("led", "supported", *map(str, Light), "owes")
# Each as wide as its header in either language needs.
_WIDTHS = {
    "zh": {str(Light.GREY): 100, "supported": 74, "owes": 100},
    "en": {str(Light.YELLOW): 80, str(Light.GREY): 150, "supported": 84, "owes": 110},
}


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The table as it is sent."""

    table: pa.Table
    names: dict[str, str]
    """The departments of its rows, by id."""
    printed: str


def show(board: Board) -> None:
    """Draw the departments of the board, in the order of `data.summaries.departments`."""
    comparison = _comparison(board)
    count = len(comparison.names)
    st.dataframe(
        comparison.table,
        key="departments.table",
        hide_index=True,
        height="content" if count <= 20 else 740,
        placeholder=t("not_reported"),
        column_config=_column_config(headers(), list(comparison.names)),
        alt=t("departments.alt", n=count),
    )
    print_sheet.show(comparison.printed)
    row_links.by_name("departments.choose", comparison.names, open_department, "departments")
    csv_button(
        lambda: pd.DataFrame(columns(board)).rename(columns=headers()),
        t("page.departments"),
        "departments.csv",
    )


@replay.made
def compared(board: Board) -> Columns:
    """Compare the departments of the board."""
    return summaries.departments(board.campaign, board.standing, board.mask)


@replay.made
def order(board: Board) -> str:
    """Say how the departments are ordered, and how many items are in no department's row as a lead."""
    leads = board.campaign.codes("items", "lead")[board.rows]
    count = int(np.count_nonzero(leads < 0))
    return " ".join([t("departments.order"), *([t("departments.no_lead", n=count)] if count else [])])


@replay.made
def _comparison(board: Board) -> _Comparison:
    found, names = columns(board), headers()
    count = len(found["name"])
    opens = [t("departments.open")] * count
    ids = [cells.value(board, "organizations", "id", row) for row in compared(board)["organization"].tolist()]
    return _Comparison(
        pa.table({name: _sent(name, column) for name, column in {"open": opens, **found}.items()}),
        dict(zip(ids, found["name"], strict=True)),
        print_sheet.written({names[name]: found[name] for name in found if name != "owed"}, count),
    )


def _sent(name: str, column: list[Any]) -> pa.Array:
    # To guess the type of a list takes ten times as long as to send it.
    return pa.array(column, pa.int64() if name in _COUNTS else pa.string())


def columns(board: Board) -> dict[str, list[Any]]:
    """Word the comparison for the reader, one column per field."""
    found = {name: column.tolist() for name, column in compared(board).items()}
    places, led = found["organization"], found["led"]
    on_time = [
        t("departments.on_time_of", n=part, total=whole) if whole else NOTHING
        for part, whole in zip(found["on_time"], found["dated_finished"], strict=True)
    ]
    owed, dated = _owed(board), _with_deadline(board)
    ahead = [t("departments.none_ahead") if place in dated else None for place in places]
    return {
        "name": [board.organization(place) for place in places],
        **{name: found[name] for name in _COUNTS[:-1]},
        "on_time": on_time,
        "owes": found["owes"],
        "last_update": _days(compared(board)["last_update"], led, [None] * len(places)),
        "next_deadline": _days(compared(board)["next_deadline"], led, ahead),
        "owed": [owed.get(place, "") for place in places],
    }


def _days(dates: NDArray[np.datetime64], led: list[int], otherwise: list[str | None]) -> list[str | None]:
    """Write dates as text: there is nothing to report where nothing is led, and then nothing is missing."""
    written = np.datetime_as_string(dates, unit="D").tolist()
    return [
        NOTHING if not leads else other if date == "NaT" else date
        for date, leads, other in zip(written, led, otherwise, strict=True)
    ]


def headers() -> dict[str, str]:
    """Name the columns in the reader's language."""
    own = ("name", "led", "supported", "on_time", "owes", "owed", "last_update", "next_deadline")
    return {name: t(f"departments.{name}") for name in own} | {str(each): light.label(each) for each in Light}


def _owed(board: Board) -> dict[int, str]:
    """Name, per lead, the items that wait for an update, most urgent first."""
    rows = _silent(board)
    leads = board.campaign.codes("items", "lead")[rows].tolist()
    titles: dict[int, list[str]] = {}
    for lead, title in zip(leads, board.campaign.words("items", "title", board.lang)[rows], strict=True):
        titles.setdefault(lead, []).append(title)
    separator = "；" if board.lang == "zh" else "; "
    return {lead: separator.join(found) for lead, found in titles.items()}


def _silent(board: Board) -> Rows:
    """Find the items that wait for an update, most urgent first."""
    owing: Mask = board.standing.column("silent")[board.rows]
    return board.rows[owing]


def _with_deadline(board: Board) -> set[int]:
    """Find the leads of which any item has a deadline."""
    dated = board.mask & (board.standing.column("deadline") != UNKNOWN)
    return set(board.campaign.codes("items", "lead")[dated].tolist())


def open_department(department: str) -> None:
    """Narrow the view to one department, on the page that is open."""
    address.narrow(current().narrowed(departments=(department,)))


def _column_config(names: dict[str, str], ids: list[str]) -> dict[str, Any]:
    column = st.column_config
    texts = {"name": 150, "on_time": 80, "last_update": 100, "next_deadline": 104, "owed": 400}
    return {
        "open": row_links.buttons(t("departments.open"), 64, ids, open_department, "departments.open"),
        **{
            name: column.NumberColumn(
                names[name], format="%d", width=_WIDTHS[language.current()].get(name, 66)
            )
            for name in _COUNTS
        },
        **{
            name: column.TextColumn(
                names[name],
                width=width,
                pinned=name == "name",
                alignment="right" if name == "on_time" else "left",
            )
            for name, width in texts.items()
        },
    }


def owed(board: Board, heading: str) -> str:
    """List the items that wait for an update, most urgent first, each with the department that owes it."""
    count, texts = _cards(board)
    if not count:
        return markdown.below(heading, empty.words("departments.none_owed"))
    more = t("departments.more_owed", n=count - _LISTED) if count > _LISTED else ""
    return markdown.below(heading, cards.laid(texts), markdown.small(more))


@replay.made
def _cards(board: Board) -> tuple[int, list[str]]:
    """Count the items that wait, and write a card for each of the first ones."""
    rows = _silent(board)
    return len(rows), [_card(board, row) for row in rows[:_LISTED].tolist()]


def _card(board: Board, row: int) -> str:
    lead = cells.organization(board, "items", "lead", row) or t("charts.no_lead")
    said = f"{lead} · {item_lines.days_silent(board, row)}"
    return markdown.lines(item_lines.link(board, row), markdown.small(said))
