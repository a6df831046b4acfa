"""The table of items: light, who, how far, by when; a button in each row opens the item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components import kept, light, paging, print_sheet, replay, row_links
from components.board import Board, current
from components.download import csv_button
from components.language import header, t
from data.campaign import Rows
from data.words import FINISHED, Level, Light, Status, label

ROWS_A_PAGE = 100
_LIGHT_COLOURS = ["red", "yellow", "gray", "green", "blue"]


ORDERS = ("urgency", "deadline", "department", "code", "last_update")


def ordered(board: Board, order: str) -> Rows:
    """Order the filtered items; whatever is missing comes last, and ties stay by urgency."""
    rows, items, state = board.rows, board.campaign["items"], board.standing.items
    if order == "deadline":
        keys = state["deadline"].iloc[rows].reset_index(drop=True)
    elif order == "department":
        codes = items["lead"].cat.codes.iloc[rows].reset_index(drop=True)
        keys = codes.where(codes >= 0)
    elif order == "code":
        keys = items["code"].where(items["code"] != "", items["id"]).iloc[rows].reset_index(drop=True)
    elif order == "last_update":
        last = state["last_update"].iloc[rows].reset_index(drop=True)
        return rows[last.sort_values(ascending=False, kind="stable").index]
    else:
        return rows
    return rows[keys.sort_values(kind="stable").index]


def frame(board: Board, rows: Rows) -> pd.DataFrame:
    """Gather what the table shows of some items, one column per field, in the reader's language."""
    found: pd.DataFrame = _whole(board).take(rows).to_pandas()
    return found


def _whole(board: Board) -> pa.Table:
    return _told(board, board.campaign.version, board.standing.day, board.lang)


@kept.by_version(4)
def _told(_board: Board, version: str, day: dt.date, lang: str) -> pa.Table:
    """Tell what the table shows of all items; rows of it are taken for every page and every filter."""
    campaign, items, state = _board.campaign, _board.campaign["items"], _board.standing.items
    names = campaign.organization_names(lang)
    lead = items["lead"].cat.codes.to_numpy()
    finished = state["status"].isin(FINISHED).to_numpy()
    columns = {
        "light": _labels(state["light"], light.label),
        "code": campaign.text("items", "code", lang),
        "title": campaign.text("items", "title", lang),
        "level": _labels(items["level"], partial(label, Level, lang=lang)),
        "lead": np.where(lead >= 0, names[lead], items["lead.text"].astype(object)) if len(names) else "",
        "support": _supporters(_board, names),
        "owner": campaign.text("items", "owner", lang),
        "status": _statuses(items, state, lang),
        "progress": state["progress"],
        "expected": state["expected"],
        "deadline": state["deadline"],
        "days_left": state["days_left"].where(~finished),
        "last_update": state["last_update"],
        "as_written": _as_written(items, state),
    }
    # An empty text would show as a blank; a missing one shows as not reported.
    told = pa.Table.from_pandas(pd.DataFrame(columns).replace("", None), preserve_index=False)
    # Without what pandas notes of its types: the page shows lights as another one.
    return told.replace_schema_metadata()


def _labels(words: pd.Series[Any], name: Callable[[str], str]) -> NDArray[np.object_]:
    """Name the words of a category; a missing one stays missing."""
    named = np.array([*(name(str(word)) for word in words.cat.categories), None], dtype=object)
    return named[words.cat.codes.to_numpy()]


def _statuses(items: pd.DataFrame, state: pd.DataFrame, lang: str) -> NDArray[np.object_]:
    named = _labels(state["status"], partial(label, Status, lang=lang))
    unrecognised = (state["status"] == Status.UNRECOGNISED).to_numpy()
    named[unrecognised] += "：" + items["status.text"].astype(object).to_numpy()[unrecognised]
    return named


def _supporters(board: Board, names: NDArray[np.object_]) -> list[str]:
    lookup = board.campaign.positions("organizations")
    separator = "、" if board.lang == "zh" else "; "
    return [separator.join(names[lookup(ids)]) if ids else "" for ids in board.campaign["items"]["support"]]


def _as_written(items: pd.DataFrame, state: pd.DataFrame) -> list[str]:
    """Quote the words that stand where a deadline or a figure is missing, each under its header."""
    said = {
        name: items[f"{name}.text"].astype(object).where(state[name].isna(), "").tolist()
        for name in ("deadline", "progress")
    }
    return [
        "\n".join(
            t("item.labelled", label=header("items", name), value=word)
            for name, word in zip(said, words, strict=True)
            if word
        )
        for words in zip(*said.values(), strict=True)
    ]


def headers() -> dict[str, str]:
    """Name the columns of the table in the reader's language."""
    own = ("light", "expected", "days_left", "last_update", "as_written")
    return {name: t(f"items.{name}") if name in own else header("items", name) for name in _COLUMNS}


_COLUMNS = (
    "light",
    "code",
    "title",
    "level",
    "lead",
    "support",
    "owner",
    "status",
    "progress",
    "expected",
    "deadline",
    "days_left",
    "last_update",
    "as_written",
)

# As many as A4 holds upright.
_PRINTED = ("light", "code", "title", "lead", "status", "progress", "deadline")


def _column_config(names: dict[str, str], key: str, ids: list[str]) -> dict[str, Any]:
    column = st.column_config
    percent = partial(column.NumberColumn, format="%d%%", width="small")
    lights = [light.label(value) for value in Light]
    return {
        "open": row_links.buttons(t("items.open"), 75, ids, row_links.open_item, key),
        "light": column.MultiselectColumn(
            names["light"], options=lights, color=_LIGHT_COLOURS, width=110 if current().lang == "zh" else 150
        ),
        "code": column.TextColumn(names["code"], width="small"),
        "title": column.TextColumn(names["title"], width=300),
        "level": column.TextColumn(names["level"], width=120),
        "lead": column.TextColumn(names["lead"], width=120),
        "support": column.TextColumn(names["support"], width=130),
        "owner": column.TextColumn(names["owner"], width="small"),
        "status": column.TextColumn(names["status"], width="small"),
        "progress": column.ProgressColumn(
            names["progress"], min_value=0, max_value=100, format="%d%%", width=110
        ),
        "expected": percent(names["expected"]),
        "deadline": column.DateColumn(names["deadline"], format="YYYY-MM-DD", width=100),
        "days_left": column.NumberColumn(names["days_left"], format="%d", width="small"),
        "last_update": column.DateColumn(names["last_update"], format="YYYY-MM-DD", width=100),
        "as_written": column.TextColumn(names["as_written"], width=200),
    }


@replay.made
def _on_paper(board: Board, part: Rows, count: int) -> str:
    names = headers()
    rows = [_printed(board, row) for row in part.tolist()]
    return print_sheet.of_rows([names[name] for name in _PRINTED], rows, count)


@replay.made_for_any_view
def _printed(board: Board, row: int) -> str:
    found = _whole(board)
    return print_sheet.row([found[name][row].as_py() for name in _PRINTED])


@replay.made
def _on_screen(board: Board, part: Rows) -> pa.Table:
    """Make the rows of a page as Streamlit sends them."""
    table = _whole(board).take(part)
    shown = pa.array([[name] for name in table["light"].to_pylist()], pa.list_(pa.string()))
    opens = pa.array([t("items.open")] * len(part), pa.string())
    table = table.set_column(0, "light", shown).add_column(0, "open", opens)
    return table.drop_columns(
        [name for name in ("code", "as_written") if table[name].null_count == len(part)]
    )


def show(board: Board, rows: Rows, key: str) -> None:
    """Draw the items at some positions, a page at a time, with all of them to download."""
    pages = paging.choose(board.view, len(rows), ROWS_A_PAGE, key)
    part = rows[pages.part]
    ids = board.campaign["items"]["id"].to_numpy()[part].tolist()
    titles = board.campaign.words("items", "title", board.lang)[part].tolist()
    st.dataframe(
        _on_screen(board, part),
        key=key,
        hide_index=True,
        height="content" if len(part) <= 20 else 740,
        placeholder=t("not_reported"),
        column_config=_column_config(headers(), f"{key}.open", ids),
        alt=t("items.alt", n=len(rows)),
    )
    print_sheet.show(_on_paper(board, part, len(rows)))
    pages.show()
    row_links.by_name("items.choose", dict(zip(ids, titles, strict=True)), row_links.open_item, key)
    csv_button(lambda: _complete(board, rows), t("page.items"), key=f"{key}.csv")


def _complete(board: Board, rows: Rows) -> pd.DataFrame:
    """Gather what the table shows, and beside it the further fields of the file."""
    further = board.campaign.extra_texts("items").iloc[rows].reset_index(drop=True)
    return pd.concat([frame(board, rows).rename(columns=headers()), further], axis=1)
