"""The calendar of a campaign (RFC 5545): deadlines and milestones of what is not done yet, and events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from data import formats, wording
from data.campaign import in_language
from data.subscriptions import content_lines
from data.subscriptions.content_lines import text
from data.subscriptions.view import View
from data.summaries.records import concerned
from data.words import FINISHED, EventKind, Light, label

Line = tuple[str, str]

# How often a calendar program should look again, unless it is told otherwise.
_EVERY = "PT6H"


def write(view: View) -> bytes:
    """Write the dates as whole days; the bytes change only with what they say."""
    title = in_language(view.campaign.settings.title, view.lang)
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Campaign Board//Calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", text(title)),
        ("X-WR-CALNAME", text(title)),
        ("REFRESH-INTERVAL;VALUE=DURATION", _EVERY),
        ("X-PUBLISHED-TTL", _EVERY),
    ]
    entries = [*_deadlines(view), *_milestones(view), *_events(view)]
    lines = [line for entry in entries for line in entry]
    return content_lines.join([*head, *lines, ("END", "VCALENDAR")])


def _deadlines(view: View) -> Iterator[list[Line]]:
    """List the current deadline of each item that is not done; what continues has none."""
    ends, shown = list(view.standing.items["deadline"]), list(view.standing.items["light"])
    leads = view.campaign["items"]["lead"].cat.codes.to_numpy()
    names = view.campaign.organization_names(view.lang)
    for row in _open(view):
        if pd.isna(ends[row]):
            continue
        said = [_worded(view, "light", value=label(Light, shown[row], view.lang))]
        if leads[row] >= 0:
            said.append(_worded(view, "lead", value=names[leads[row]]))
        summary = _worded(view, "deadline", title=view.text("items", "title", row))
        yield _entry(view, "items", row, (ends[row], ends[row]), summary, said, _item_link(view, row))


def _milestones(view: View) -> Iterator[list[Line]]:
    """List what is still to come of the milestones of the same items."""
    cell = partial(view.campaign.cell, "milestones")
    wanted = {*_open(view)}
    for row, item in zip(*view.campaign.pairs("milestones", "item"), strict=True):
        end = cell("due", row)
        if item in wanted and not pd.isna(end) and pd.isna(cell("done_on", row)):
            summary = _worded(view, "milestone", title=view.text("milestones", "title", row))
            about = [view.text("items", "title", item)]
            yield _entry(view, "milestones", row, (end, end), summary, about, _item_link(view, item))


def _events(view: View) -> Iterator[list[Line]]:
    """List events that concern the items, or that the departments asked for take part in."""
    cell, text_of = partial(view.campaign.cell, "events"), partial(view.text, "events")
    wanted = concerned(view.campaign, "events", view.mask, view.whole)
    here, there = view.campaign.pairs("events", "organizations")
    asked = np.isin(view.campaign["organizations"]["id"].to_numpy()[there], view.filters.departments)
    wanted[here[asked & (there >= 0)]] = True
    for row in np.flatnonzero(wanted).tolist():
        first, last = cell("date.start", row), cell("date", row)
        if pd.isna(last):
            continue
        when = formats.day(last, view.lang, str(cell("date.precision", row)))
        said = [label(EventKind, cell("kind", row), view.lang), when, text_of("summary", row)]
        link = view.link("timeline")
        entry = _entry(view, "events", row, (first, last), text_of("title", row), said, link)
        if place := text_of("place", row):
            entry.insert(-1, ("LOCATION", text(place)))
        yield entry


def _open(view: View) -> Any:
    finished = view.standing.items["status"].isin([str(status) for status in FINISHED]).to_numpy()
    return view.rows[~finished[view.rows]]


def _item_link(view: View, item: int) -> str:
    return view.link("item", item=view.campaign.cell("items", "id", item))


def _entry(
    view: View, table: str, row: int, days: tuple[Any, Any], title: str, said: list[str], link: str
) -> list[Line]:
    first, last = (days[1] if pd.isna(day) else day for day in days)
    return [
        ("BEGIN", "VEVENT"),
        ("UID", str(view.identity(table, view.campaign.cell(table, "id", row)))),
        ("DTSTAMP", f"{view.modified:%Y%m%dT%H%M%SZ}"),
        ("DTSTART;VALUE=DATE", f"{first:%Y%m%d}"),
        # The day after the last one.
        ("DTEND;VALUE=DATE", f"{last + dt.timedelta(days=1):%Y%m%d}"),
        ("SUMMARY", text(" ".join(title.split()))),
        ("DESCRIPTION", text("\n".join(part for part in said if part))),
        ("URL", link),
        # A deadline keeps nobody from a meeting.
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    ]


def _worded(view: View, key: str, **values: Any) -> str:
    return wording.text(f"calendar.{key}", view.lang, **values)
