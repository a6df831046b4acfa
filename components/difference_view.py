"""The difference of two versions: how many changes of each kind, and item by item what became what."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from components import item_lines, language, paging
from components.board import Board
from components.download import csv_button, file_button
from components.language import t
from components.plain import plain, plain_title
from data.campaign import Rows
from data.comparison import Difference, Kind, lines, naming, workbook

CHANGES_A_PAGE = 50
# An item that is new comes with all that belongs to it.
CHANGES_AN_ITEM = 8
# A line holds so many characters before the two sides are set one below the other.
_SHORT = 60
_BADGES = {
    Kind.TURNED_RED: "red-badge[:material/emergency_home:",
    Kind.LIGHT_CHANGED: "gray-badge[:material/traffic:",
    Kind.DEADLINE_MOVED: "orange-badge[:material/event:",
    Kind.STATUS_CHANGED: "blue-badge[:material/flag:",
    Kind.LEAD_CHANGED: "violet-badge[:material/group:",
    Kind.ADDED: "green-badge[:material/add_circle:",
    Kind.REMOVED: "red-badge[:material/do_not_disturb_on:",
    Kind.CHANGED: "gray-badge[:material/edit:",
    Kind.ID_CHANGED: "gray-badge[:material/tag:",
}


def show(board: Board, difference: Difference, names: Sequence[str]) -> None:
    """Draw a difference; `names` are those of the earlier and the later version."""
    if not len(difference):
        st.success(t("difference.none"), icon=":material/check_circle:")
        return
    rows = _chosen(difference, board.lang)
    st.caption(t("difference.count", n=len(rows), count=language.number(len(rows))))
    versions = (difference.before.version, difference.after.version)
    pages = paging.choose((versions, len(rows), rows[:1].tolist()), len(rows), CHANGES_A_PAGE, "difference")
    part = pages.part
    pages.show()
    paging.show_part(part, len(rows))
    _draw(board, difference, rows[part])
    with st.container(horizontal=True):
        make = partial(workbook.to_xlsx, difference, names, board.lang)
        file_button(t("difference.xlsx"), make, t("difference.file") + ".xlsx", "difference.xlsx")
        csv_button(lambda: workbook.table(difference, board.lang), t("difference.file"), "difference.csv")


def _chosen(difference: Difference, lang: str) -> Rows:
    """Draw the choice of kinds and tables, and find the changes that meet it."""
    changes = difference.changes
    counts = Counter(changes["kind"])
    kinds = {k: f"{k.label(lang)} {language.number(counts[k])}" for k in Kind if counts[k]}
    tables = {"": t("difference.table.all")} | {
        table: f"{naming.row_name(table, lang)} {language.number(count)}"
        for table, count in Counter(changes["table"]).items()
    }
    asked = st.pills(
        t("difference.kinds"),
        list(kinds),
        selection_mode="multi",
        format_func=kinds.__getitem__,
        key="difference.kinds",
    )
    table = st.selectbox(
        t("difference.table"), list(tables), format_func=tables.__getitem__, key="difference.table"
    )
    chosen = changes["kind"].isin(asked or list(kinds)) & ((changes["table"] == table) | (table == ""))
    return np.flatnonzero(chosen)


def _draw(board: Board, difference: Difference, rows: Rows) -> None:
    """Draw changes item by item."""
    changes, others = difference.changes.iloc[rows], t("difference.others")
    worded = zip(
        changes["item"], changes["kind"], lines(difference, board.lang, rows).itertuples(), strict=True
    )
    for item, group in itertools.groupby(worded, key=lambda change: change[0]):
        listed = list(group)
        with st.container(border=True, gap="xsmall"):
            line, position = listed[0][2], difference.position(item, board.campaign)
            title = plain_title(f"{line.code} {line.item}".strip())
            if position >= 0:
                st.markdown(item_lines.link(board, position, title))
            else:
                st.markdown(f"**{title or others}**")
            told = [_told(Kind(kind), line) for _, kind, line in listed]
            st.markdown("\n".join(told[:CHANGES_AN_ITEM]))
            if more := told[CHANGES_AN_ITEM:]:
                st.expander(t("difference.more", n=len(more))).markdown("\n".join(more))


def _told(kind: Kind, line: Any) -> str:
    """Word a change as an entry of a list: its kind, what it is about, and what became what."""
    badge = f":{_BADGES[kind]} {kind.label(language.current())}]"
    about = "" if line.title in ("", line.item) else f"{line.table} **{plain(line.title)}**"
    if not line.field:
        parts = (about or line.table, plain(line.before or line.after))
        return f"- {badge} " + " · ".join(part for part in parts if part)
    before, after = (plain(side) or t("difference.empty") for side in (line.before, line.after))
    what = " · ".join(part for part in (about, line.field) if part)
    if len(line.before) + len(line.after) > _SHORT:
        return t("difference.long", badge=badge, what=what, before=before, after=after)
    return t("difference.short", badge=badge, what=what, before=before, after=after)
