"""All departments compared in one table; a button in each row opens the department."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from components import address, empty, item_lines, language, light, print_sheet, replay, row_links
from components.board import Board, current
from components.download import csv_button
from components.item import cells
from components.language import t
from data import summaries
from data.words import Light

NOTHING = "–"
"""Where there is nothing a department could report."""

_LISTED = 12
# Each as wide as its header in either language needs.
_WIDTHS = {
    "zh": {str(Light.GREY): 100, "supported": 74, "owes": 100},
    "en": {str(Light.YELLOW): 80, str(Light.GREY): 150, "supported": 84, "owes": 110},
}


def show(board: Board) -> None:
    """Draw the departments of the board, in the order of `data.summaries.departments`."""
    shown, names = frame(board), headers()
    ids = board.campaign["organizations"]["id"].iloc[compared(board)["organization"]].tolist()
    with print_sheet.on_screen("departments"):
        st.dataframe(
            _on_screen(board),
            key="departments.table",
            hide_index=True,
            height="content" if len(shown) <= 20 else 740,
            placeholder=t("not_reported"),
            column_config=_column_config(names, ids),
            alt=t("departments.alt", n=len(shown)),
        )
    named = dict(zip(ids, shown["name"], strict=True))
    row_links.by_name("departments.choose", named, open_department, "departments")
    _print(board)
    csv_button(lambda: shown.rename(columns=names), t("page.departments"), "departments.csv")


@replay.made
def compared(board: Board) -> pd.DataFrame:
    """Compare the departments of the board."""
    return summaries.departments(board.campaign, board.standing, board.mask)


@replay.made
def _on_screen(board: Board) -> pa.Table:
    """Make the rows as Streamlit sends them."""
    table = frame(board).copy()
    table.insert(0, "open", t("departments.open"))
    return pa.Table.from_pandas(table, preserve_index=False)


@replay.drawn
def _print(board: Board) -> None:
    shown = frame(board)
    print_sheet.table(shown.drop(columns="owed").rename(columns=headers()), len(shown))


@replay.made
def frame(board: Board) -> pd.DataFrame:
    """Word the comparison for the reader, one column per field."""
    found = compared(board)
    positions = found["organization"].tolist()
    on_time = [
        t("departments.on_time_of", n=int(part), total=int(whole)) if whole else NOTHING
        for part, whole in zip(found["on_time"], found["dated_finished"], strict=True)
    ]
    owed, dated = _owed(board), _with_deadline(board)
    ahead = [t("departments.none_ahead") if position in dated else None for position in positions]
    return pd.DataFrame(
        {
            "name": [board.organization(position) for position in positions],
            "led": found["led"],
            "supported": found["supported"],
            **{str(each): found[str(each)] for each in Light},
            "on_time": on_time,
            "owes": found["owes"],
            "last_update": _days(found["last_update"], found["led"], [None] * len(positions)),
            "next_deadline": _days(found["next_deadline"], found["led"], ahead),
            "owed": [owed.get(position, "") for position in positions],
        }
    )


def _days(dates: pd.Series[Any], led: pd.Series[int], otherwise: list[str | None]) -> list[str | None]:
    """Write dates as text: there is nothing to report where nothing is led, and then nothing is missing."""
    return [
        NOTHING if not leads else date.date().isoformat() if pd.notna(date) else other
        for date, leads, other in zip(dates, led, otherwise, strict=True)
    ]


def headers() -> dict[str, str]:
    """Name the columns in the reader's language."""
    own = ("name", "led", "supported", "on_time", "owes", "owed", "last_update", "next_deadline")
    return {name: t(f"departments.{name}") for name in own} | {str(each): light.label(each) for each in Light}


def _owed(board: Board) -> dict[int, str]:
    """Name, per lead, the items that wait for an update, most urgent first."""
    silent = board.standing.items["silent"].to_numpy(dtype=bool)
    rows = board.rows[silent[board.rows]]
    leads = board.campaign["items"]["lead"].cat.codes.to_numpy()[rows]
    titles: dict[int, list[str]] = {}
    for lead, row in zip(leads.tolist(), rows.tolist(), strict=True):
        titles.setdefault(lead, []).append(cells.literal(board, "items", "title", row))
    separator = "；" if board.lang == "zh" else "; "
    return {lead: separator.join(found) for lead, found in titles.items()}


def _with_deadline(board: Board) -> set[int]:
    """Find the leads of which any item has a deadline."""
    dated = board.mask & board.standing.items["deadline"].notna().to_numpy()
    return set(board.campaign["items"]["lead"].cat.codes.to_numpy()[dated].tolist())


def open_department(department: str) -> None:
    """Narrow the view to one department, on the page that is open."""
    board = current()
    address.write(board.link(filters=board.narrowed(departments=(department,))))


def _column_config(names: dict[str, str], ids: list[str]) -> dict[str, Any]:
    column = st.column_config
    counts = ("led", "supported", *map(str, Light), "owes")
    texts = {"name": 150, "on_time": 80, "last_update": 100, "next_deadline": 104, "owed": 400}
    return {
        "open": row_links.buttons(t("departments.open"), 64, ids, open_department, "departments.open"),
        **{
            name: column.NumberColumn(
                names[name], format="%d", width=_WIDTHS[language.current()].get(name, 66)
            )
            for name in counts
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


@replay.drawn
def show_leaderless(board: Board) -> None:
    """Say how many items are in no department's row as a lead."""
    count = int((board.campaign["items"]["lead"].cat.codes.to_numpy()[board.rows] < 0).sum())
    if count:
        st.caption(t("departments.no_lead", n=count))


@replay.drawn
def show_owed(board: Board) -> None:
    """List the items that wait for an update, most urgent first, each with the department that owes it."""
    silent = board.standing.items["silent"].to_numpy(dtype=bool)
    rows = board.rows[silent[board.rows]].tolist()
    if not rows:
        empty.nothing("departments.none_owed")
        return
    with st.grid(3, min_column_width=260, gap="xsmall", border=True, key="departments.owed"):
        for row in rows[:_LISTED]:
            with st.container(gap=None):
                st.markdown(item_lines.link(board, row))
                lead = cells.organization(board, "items", "lead", row) or t("charts.no_lead")
                st.caption(f"{lead} · {item_lines.days_silent(board, row)}")
    if len(rows) > _LISTED:
        st.caption(t("departments.more_owed", n=len(rows) - _LISTED))
