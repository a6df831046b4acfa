"""The table of problem leads, personal data masked; each row leads to the item that answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components import choice, empty, language, lead_view, markdown, paging, print_sheet, replay, row_links
from components.board import Board, current
from components.download import csv_button
from components.language import header, t
from components.paging import Pages
from data import asked_leads, day_numbers, leads, personal, regions
from data.campaign import Campaign, Rows
from data.leads import NEVER, OPEN, STATES, Codes, LeadView

ROWS_A_PAGE = 50
VIEWS = ("all", "open", "overdue", "resolved")
# As many as A4 holds upright.
_PRINTED = ("id", "state", "received", "text", "organization", "region", "due", "resolved")

Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the table as it is sent."""

    table: pa.Table
    items: list[str]
    """For each row the lead whose item can be opened, empty where none answers it."""
    names: dict[str, str]
    """Those leads by name."""
    printed: str


def show(board: Board, title: str) -> None:
    """Draw the leads of the board by state, a page at a time, with all of them to download."""
    state, words = choice.among("state", VIEWS, "all", "leads.view")
    count = _number(board, state)
    about = t(f"leads.order.{state}") if count else empty.words(f"leads.view_none.{state}")
    st.markdown(markdown.below(title, words, markdown.small(about)))
    if not count:
        return
    pages = paging.choose(board.view, count, ROWS_A_PAGE, f"leads.{state}")
    _draw(_page(board, state, pages.part.start, pages.part.stop), pages, count)
    csv_button(lambda: _whole(board, state), t("page.leads"), "leads.csv")


def _number(board: Board, state: str) -> int:
    figures = lead_view.figures(board)
    return figures.received if state == "all" else int(getattr(figures, state))


def _draw(page: _Page, pages: Pages, count: int) -> None:
    st.dataframe(
        page.table,
        key="leads.table",
        hide_index=True,
        height="content" if page.table.num_rows <= 20 else 740,
        placeholder="–",
        column_config=_column_config(headers(), page.items),
        alt=t("leads.alt", n=count),
    )
    print_sheet.show(page.printed)
    pages.show()
    if page.names:
        row_links.by_name("leads.choose", page.names, _open_item_of, "leads")


@replay.made
def _page(board: Board, state: str, first: int, end: int) -> _Page:
    held = lead_view.with_page(board, state, first, end)
    view = lead_view.listed(held)
    places = ordered(view, state)[first:end] if held is board else ordered(view, state)
    found, names = columns(held, view, places), headers()
    answered = leads.numbers(held.campaign).items[view.rows[places]] >= 0
    open_item = np.where(answered, t("leads.open_item"), "").astype(object)
    ids, lines = found["id"], np.where(found["text"] == "", found["item"], found["text"])
    return _Page(
        pa.table({name: _sent(column) for name, column in {"open": open_item, **found}.items()}),
        np.where(answered, ids, "").tolist(),
        {lead: f"{lead} · {line}" for lead, line in zip(ids[answered], lines[answered], strict=True)},
        print_sheet.written({names[name]: found[name] for name in _PRINTED}, _number(board, state)),
    )


def _sent(column: Column) -> pa.Array:
    """Make a column as Streamlit sends it: an empty text would show as a blank, a missing one as a dash."""
    if column.dtype == object:
        return pa.array([text or None for text in column.tolist()], pa.string())
    return pa.array(column, from_pandas=True)


def ordered(view: LeadView, state: str) -> Rows:
    """Find the places of the leads in a state: open ones from the oldest on, others from the newest."""
    if state == "overdue":
        kept = view.states == STATES.index("overdue")
    elif state == "all":
        kept = np.ones(len(view.rows), dtype=bool)
    else:
        kept = (view.states < OPEN.stop) == (state == "open")
    places = np.flatnonzero(kept)
    days = view.received[places] - view.received.min(initial=NEVER)
    if state not in ("open", "overdue"):
        days = days.max(initial=0) - days
    # Numbers of 16 bits are sorted ten times faster, and two lifetimes have no more days.
    short = days.astype(np.uint16) if days.max(initial=0) < 2**16 else days
    return places[np.argsort(short, kind="stable")]


def _whole(board: Board, state: str) -> pd.DataFrame:
    held, names = lead_view.with_all(board, state), headers()
    view = lead_view.listed(held)
    found = columns(held, view, ordered(view, state))
    return pd.DataFrame({names[name]: column for name, column in found.items()})


def columns(board: Board, view: LeadView, places: Rows) -> dict[str, Column]:
    """Gather what the table shows of some leads, one column per field, in the reader's language."""
    campaign, lang, rows = board.campaign, board.lang, view.rows[places]
    numbers, table = leads.numbers(campaign), _table(campaign, lang).take(rows)
    titles = np.append(campaign.words("items", "title", lang), "")[numbers.items[rows]]
    labels = np.append(regions.labels(campaign, lang), "")[view.regions[places]]
    names = np.append(campaign.organization_names(lang), "")[view.organizations[places]]
    states = np.array([t(f"leads.state.{state}") for state in STATES], dtype=object)
    assigned = numbers.assigned[rows]
    return {
        "id": _objects(table["id"]),
        "state": states[view.states[places]],
        "received": _dates(view.received[places]),
        "category": _objects(table["category"]),
        "text": _objects(table["text"]),
        "item": _or_words(titles, table["item.text"]),
        "region": _or_words(labels, table["region.text"]),
        "organization": np.where(
            view.assigned[places], _or_words(names, table["organization.text"]), t("leads.none.department")
        ),
        "assigned": _dates(np.where(np.abs(assigned) > view.day, NEVER, assigned)),
        "due": _dates(numbers.due[rows]),
        "resolved": _dates(view.resolved[places]),
        "days": view.days[places],
        "satisfaction": view.ratings[places],
        "times": table["times"].to_numpy(),
    }


def headers() -> dict[str, str]:
    """Name the columns in the reader's language."""
    own = {"state": t("leads.state"), "days": t("leads.days")}
    named = ("id", "received", "category", "text", "item", "region", "organization", "assigned", "due")
    return own | {name: header("leads", name) for name in (*named, "resolved", "satisfaction", "times")}


def _table(campaign: Campaign, lang: str) -> pa.Table:
    """Return what is shown of all leads as it is written: rows of it are taken at once."""

    def table() -> pa.Table:
        frame, masked = campaign["leads"], ("category", "text")
        texts = {name: campaign.text("leads", name, lang) for name in masked}
        written = ("id", "item.text", "organization.text", "region.text", "times")
        columns = texts | {name: frame[name] for name in written}
        return pa.table({name: pa.array(column) for name, column in columns.items()})

    return campaign.remember(("table", "leads", lang), table)


def _objects(texts: pa.ChunkedArray) -> Column:
    return np.array(texts.to_pylist(), dtype=object)


def _or_words(names: Column, words: pa.ChunkedArray) -> Column:
    """Take the words as written where no name is known."""
    unknown = np.flatnonzero(names == "")
    if not len(unknown):
        return names
    written = _objects(words)[unknown]
    if (written != "").any():
        names[unknown] = personal.mask_all(pd.Series(written, dtype="str")).to_numpy(dtype=object)
    return names


def _dates(days: Codes) -> NDArray[np.datetime64]:
    return day_numbers.dates(np.where(days == NEVER, day_numbers.UNKNOWN, days.astype(np.int64)))


def _open_item_of(lead: str) -> None:
    campaign = current().campaign
    item = asked_leads.of(campaign).item(lead)
    row_links.open_item(str(campaign["items"]["id"].iat[item]))


def _column_config(names: dict[str, str], ids: list[str]) -> dict[str, Any]:
    column = st.column_config
    english = language.current() == "en"
    texts = {
        "id": 90, "state": 170 if english else 124, "category": 120, "text": 300, "item": 240, "region": 90,
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
