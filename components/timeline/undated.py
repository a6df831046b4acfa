"""What the timeline cannot show, because nobody reported when it is: named and counted, never left out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import cards, item_lines, links, markdown
from components.board import Board
from components.item import cells
from components.language import t
from components.plain import plain
from components.timeline.lanes import Lane, titled
from components.timeline.records import KINDS
from data.campaign import Rows

_MOST = 60


def show(board: Board, items: Rows, lanes: Sequence[Lane], *, opened: bool) -> None:
    """List items, events and documents without a date."""
    others = [lane for lane in lanes if lane.table in KINDS and len(lane.undated)]
    if not len(items) and not others:
        return
    st.markdown(
        markdown.below(markdown.heading(t("timeline.undated")), markdown.small(t("timeline.undated_why")))
    )
    counts = {"items": len(items), **{lane.table: len(lane.undated) for lane in others}}
    titles = {lane.table: lane for lane in others}
    for table, count in counts.items():
        if not count:
            continue
        key = f"timeline.undated.{table}"
        behind = st.expander(t(key, n=count), expanded=opened, key=key, on_change="rerun")
        if behind.open:
            with behind:
                if table == "items":
                    _items(board, items)
                else:
                    _titles(board, titles[table])


def _items(board: Board, items: Rows) -> None:
    lines = [_line(board, row) for row in items[:_MOST].tolist()]
    if len(items) > _MOST:
        rest = t("timeline.undated_rest", n=len(items) - _MOST)
        lines.append(links.in_view(board, "items", rest))
    with st.container(key="lines-undated"):
        st.markdown(cards.listed(lines))


def _line(board: Board, row: int) -> str:
    words = plain(cells.written(board, "items", "deadline", row))
    return markdown.lines(item_lines.link(board, row, with_light=True), markdown.small(words))


def _titles(board: Board, lane: Lane) -> None:
    lines = []
    rows = lane.undated[:_MOST]
    for row, title in zip(rows.tolist(), titled(board, lane.table, rows), strict=True):
        kind = cells.word(board, KINDS[lane.table], lane.table, "kind", row)
        words = plain(title)
        lines.append(f"- {words} " + markdown.quiet(plain(kind)) if kind else f"- {words}")
    if len(lane.undated) > _MOST:
        lines.append(f"- {t('timeline.more', n=len(lane.undated) - _MOST)}")
    st.markdown("\n".join(lines))
