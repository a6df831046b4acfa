"""The table of problem leads, personal data masked; each row leads to the item that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components import language, lead_view, paging, print_sheet, replay, row_links
from components.board import Board, current
from components.download import csv_button
from components.language import header, t
from data import asked_leads, day_numbers, leads, personal, regions
from data.campaign import Rows
from data.leads import NEVER, OPEN, STATES, LeadView

ROWS_A_PAGE = 100
VIEWS = ("all", "open", "overdue", "resolved")
# As many as A4 holds upright.
_PRINTED = ("id", "state", "received", "text", "organization", "region", "due", "resolved")


def show(board: Board) -> None:
    """Draw the leads of the board by state, a page at a time, with all of them to download."""
    state = st.segmented_control(
        t("leads.state"),
        VIEWS,
        format_func=lambda name: t(f"leads.view.{name}"),
        key="leads.state",
        required=True,
        default="all",
    )
    count = _number(board, state)
    if not count:
        st.caption(f":material/info: {t(f'leads.view_none.{state}')}")
        return
    st.caption(t(f"leads.order.{state}"))
    with print_sheet.on_screen("leads"):
        slot = st.container()
    part = paging.choose(board.view, count, ROWS_A_PAGE, f"leads.{state}")
    held = lead_view.with_page(board, state, part.start, part.stop)
    places = _places(held, state)
    _draw(slot, held, places[part] if held is board else places, count)
    csv_button(lambda: _whole(board, state), t("page.leads"), "leads.csv")


def _number(board: Board, state: str) -> int:
    figures = lead_view.counted(board).figures
    return figures.received if state == "all" else int(getattr(figures, state))


def _whole(board: Board, state: str) -> pd.DataFrame:
    held = lead_view.with_all(board, state)
    return frame(held, lead_view.listed(held), _places(held, state)).rename(columns=headers())


@replay.made
def _places(board: Board, state: str) -> Rows:
    return ordered(lead_view.listed(board), state)


def ordered(view: LeadView, state: str) -> Rows:
    """Find the places of the leads in a state: open ones from the oldest on, others from the newest."""
    if state == "overdue":
        kept = view.states == STATES.index("overdue")
    elif state == "all":
        kept = np.ones(len(view.rows), dtype=bool)
    else:
        kept = (view.states < OPEN.stop) == (state == "open")
    places = np.flatnonzero(kept)
    received = view.received[places]
    return places[np.argsort(received if state in ("open", "overdue") else -received, kind="stable")]


def frame(board: Board, view: LeadView, places: Rows) -> pd.DataFrame:
    """Gather what the table shows of some leads, one column per field, in the reader's language."""
    campaign, rows = board.campaign, view.rows[places]
    table, items = campaign["leads"].iloc[rows], leads.numbers(campaign).items[rows]
    today = pd.Timestamp(board.standing.day)
    titles = np.append(campaign.text("items", "title", board.lang).to_numpy(dtype=object), "")
    states = np.array([t(f"leads.state.{state}") for state in STATES], dtype=object)
    regional = np.append(regions.labels(campaign, board.lang), "")
    return pd.DataFrame(
        {
            "id": table["id"],
            "state": states[view.states[places]],
            "received": table["received"],
            "category": campaign.text("leads", "category", board.lang).iloc[rows],
            "text": campaign.text("leads", "text", board.lang).iloc[rows],
            "item": _or_words(titles[items], table["item.text"]),
            "region": _or_words(regional[view.regions[places]], table["region.text"]),
            "organization": _organizations(board, view, places),
            "assigned": table["assigned"].where(table["assigned"] <= today),
            "due": table["due"],
            "resolved": day_numbers.dates(_days(view.resolved[places])),
            "days": view.days[places],
            "satisfaction": view.ratings[places],
            "times": table["times"],
        }
    ).reset_index(drop=True)


def headers() -> dict[str, str]:
    """Name the columns in the reader's language."""
    own = {"state": t("leads.state"), "days": t("leads.days")}
    named = ("id", "received", "category", "text", "item", "region", "organization", "assigned", "due")
    return own | {name: header("leads", name) for name in (*named, "resolved", "satisfaction", "times")}


def _organizations(board: Board, view: LeadView, places: Rows) -> np.ndarray[Any, Any]:
    campaign = board.campaign
    names = np.append(campaign.organization_names(board.lang), "")[view.organizations[places]]
    words = campaign["leads"]["organization.text"].iloc[view.rows[places]]
    return np.where(view.assigned[places], _or_words(names, words), t("leads.none.department"))


def _or_words(names: np.ndarray[Any, Any], words: pd.Series[Any]) -> np.ndarray[Any, Any]:
    """Take the words as written where no name is known."""
    return np.where(names == "", personal.mask_all(words.astype("str")), names)


def _days(numbers: leads.Codes) -> day_numbers.Days:
    return np.where(numbers == NEVER, day_numbers.UNKNOWN, numbers.astype(np.int64))


@replay.made
def _page(board: Board, places: Rows) -> pd.DataFrame:
    return frame(board, lead_view.listed(board), places)


@replay.made
def _on_screen(board: Board, places: Rows) -> pa.Table:
    """Make the rows of a page as Streamlit sends them."""
    shown = _page(board, places).replace("", None)
    shown.insert(0, "open", [t("leads.open_item") if item else None for item in _answered(board, places)])
    return pa.Table.from_pandas(shown, preserve_index=False)


def _answered(board: Board, places: Rows) -> NDArray[np.bool_]:
    """Mark the leads that an item answers."""
    answered: NDArray[np.bool_] = (
        leads.numbers(board.campaign).items[lead_view.listed(board).rows[places]] >= 0
    )
    return answered


@replay.drawn
def _print(board: Board, places: Rows, count: int) -> None:
    print_sheet.table(_page(board, places)[list(_PRINTED)].rename(columns=headers()), count)


def _draw(slot: Any, board: Board, places: Rows, count: int) -> None:
    _print(board, places, count)
    found, answered = _page(board, places), _answered(board, places)
    ids = found["id"].where(answered, "").tolist()
    slot.dataframe(
        _on_screen(board, places),
        key="leads.table",
        hide_index=True,
        height="content" if len(found) <= 20 else 740,
        placeholder="–",
        column_config=_column_config(headers(), ids),
        alt=t("leads.alt", n=count),
    )
    if answered.any():
        lines = found["id"] + " · " + found["text"].where(found["text"] != "", found["item"])
        named = dict(zip(found["id"][answered], lines[answered], strict=True))
        row_links.by_name("leads.choose", named, _open_item_of, "leads")


def _open_item_of(lead: str) -> None:
    campaign = current().campaign
    item = asked_leads.of(campaign).item(lead)
    row_links.open_item(str(campaign["items"]["id"].iat[item]))


def _column_config(names: dict[str, str], ids: list[str]) -> dict[str, Any]:
    column = st.column_config
    english = language.current() == "en"
    texts = {
        "id": 90, "state": 170 if english else 100, "category": 120, "text": 300, "item": 240, "region": 90,
        "organization": 150,
    }  # fmt: skip
    dated: Callable[..., Any] = column.DateColumn
    return {
        "open": row_links.buttons(t("leads.open_item"), 84, ids, _open_item_of, "leads.open"),
        **{name: column.TextColumn(names[name], width=width) for name, width in texts.items()},
        **{
            name: dated(names[name], format="YYYY-MM-DD", width=100)
            for name in ("received", "assigned", "due", "resolved")
        },
        "days": column.NumberColumn(names["days"], format="%d", width=70),
        "satisfaction": column.NumberColumn(names["satisfaction"], format="%d%%", width=90),
        "times": column.NumberColumn(names["times"], format="%d", width=80),
    }
