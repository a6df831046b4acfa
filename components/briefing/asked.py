"""What a reader asks of the briefing: its period and its parts, kept in the address (`since`, `without`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from components import address, filter_bar
from components.language import current, t
from data.briefing import period
from data.briefing.parts import Part
from data.briefing.period import Length, Period

OWN = "own"
_LENGTHS = (*map(str, Length), OWN)


@dataclass(frozen=True, slots=True)
class Asked:
    """The period, how it was chosen, and the parts."""

    period: Period
    length: str
    parts: tuple[Part, ...]


def read(last: dt.date) -> Asked:
    """Read what is asked for; the period ends on a day, and what makes no sense is left out."""
    written = address.one("since")
    without = address.several("without")
    parts = tuple(part for part in Part if part not in without)
    usual = written in _LENGTHS[:-1]
    first = None if usual else address.Reader().date("since")
    if first and first <= last:
        return Asked(Period(first, last), OWN, parts)
    length = Length(written) if usual else Length.MONTH
    return Asked(period.ending(last, length), str(length), parts)


def query(asked: Asked) -> address.Query:
    """Write what is asked for as parameters."""
    since = asked.period.first.isoformat() if asked.length == OWN else asked.length
    without = [str(part) for part in Part if part not in asked.parts]
    return {
        **({} if since == Length.MONTH else {"since": since}),
        **({"without": without} if without else {}),
    }


def show(asked: Asked) -> None:
    """Draw the choice of the period, and of the parts in a popover."""
    lang = current()
    with st.container(horizontal=True, vertical_alignment="bottom", key="briefing-asked"):
        key = f"briefing.since.{lang}"
        filter_bar.seed(key, asked.length)
        st.segmented_control(
            t("briefing.since"),
            _LENGTHS,
            format_func=lambda name: t("briefing.own") if name == OWN else Length(name).label(lang),
            key=key,
            required=True,
            on_change=_length_changed,
            args=(key, asked.period.first),
        )
        if asked.length == OWN:
            _show_first(asked, lang)
        parts = st.popover(
            t("briefing.parts"), icon=":material/checklist:", key="briefing-parts", on_change="rerun"
        )
    if parts.open:
        with parts:
            _show_parts(asked, lang)


def _show_first(asked: Asked, lang: str) -> None:
    key = f"briefing.first.{lang}"
    filter_bar.seed(key, asked.period.first)
    st.date_input(
        t("briefing.from"),
        key=key,
        format="YYYY-MM-DD",
        min_value=address.FIRST_DAY,
        max_value=asked.period.last,
        on_change=_first_changed,
        args=(key,),
        width=150,
    )


def _show_parts(asked: Asked, lang: str) -> None:
    key = f"briefing.parts.{lang}"
    filter_bar.seed(key, [str(part) for part in asked.parts])
    st.pills(
        t("briefing.parts_shown"),
        [str(part) for part in Part],
        selection_mode="multi",
        format_func=lambda name: Part(name).label(lang),
        key=key,
        on_change=_parts_changed,
        args=(key,),
    )


def _length_changed(key: str, first: dt.date) -> None:
    chosen = st.session_state[key]
    _write(since=first.isoformat() if chosen == OWN else "" if chosen == Length.MONTH else chosen)


def _first_changed(key: str) -> None:
    if day := st.session_state[key]:
        _write(since=day.isoformat())


def _parts_changed(key: str) -> None:
    _write(without=[str(part) for part in Part if part not in st.session_state[key]])


def _write(**changes: str | Iterable[str]) -> None:
    address.write({**address.now(), **changes})
