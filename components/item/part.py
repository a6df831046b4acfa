"""How a part of the item's page looks: heading, table, and a quiet word where something is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence

import pandas as pd
import streamlit as st

from components import language
from components.item.cells import listed
from components.language import t

_RECORDS = ("documents", "events", "practices", "leads", "family")


def heading(name: str) -> None:
    """Begin a part."""
    st.header(name, anchor=False)


def quiet(text: str) -> str:
    """Write a text so that it stands back, as Markdown."""
    return f":gray[{text}]"


def reported(value: str) -> str:
    """Return a value, or say quietly that it is not reported."""
    return value or quiet(t("not_reported"))


def table(rows: Sequence[Mapping[str, str]], alt: str, *, optional: Container[str] = ()) -> None:
    """Draw rows of Markdown cells by header; a column nobody filled is named below instead of standing empty.

    A missing cell of an optional column stays empty, and such a column may be missing without a word.
    """
    filled = [name for name in rows[0] if any(row[name] for row in rows)]
    cells = [
        {name: row[name] if name in optional else reported(row[name]) for name in filled} for row in rows
    ]
    st.table(pd.DataFrame(cells, columns=filled), border="horizontal", hide_index=True, alt=alt)
    missing = [name for name in rows[0] if name not in filled and name not in optional]
    if missing:
        st.caption(t("item.columns_missing", columns=listed(missing)))


def entry(
    title: str, kinds: Sequence[str], asked: Mapping[str, str], optional: Mapping[str, str], body: str
) -> None:
    """Draw a record: title and kind, a line of facts (those `asked` for never miss silently), its text."""
    about = [
        t("item.labelled", label=name, value=value or t("not_reported")) for name, value in asked.items()
    ]
    about += [t("item.labelled", label=name, value=value) for name, value in optional.items() if value]
    with st.container(gap="xxsmall"):
        st.markdown(" · ".join([f"**{title}**", *(kind for kind in kinds if kind)]))
        st.caption(" · ".join(about))
        if body:
            st.markdown(body)


def missing(names: Sequence[str], day: dt.date) -> None:
    """Say in one line each which parts nobody has reported by a day; the rarer records share a line."""
    lines = [t(f"item.missing.{name}", day=language.day(day)) for name in names if name not in _RECORDS]
    if records := [t(f"item.{name}") for name in names if name in _RECORDS]:
        lines.append(t("item.missing.records", names=listed(records), day=language.day(day)))
    if lines:
        heading(t("item.missing"))
        st.caption("\n".join(f"- {line}" for line in lines))
