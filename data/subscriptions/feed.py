"""The feed of a campaign (Atom, RFC 4287): what changed in the last days, newest first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pandas as pd

from data import formats, history, wording
from data import standing as standings
from data.campaign import in_language
from data.history import Change
from data.subscriptions.view import View
from data.summaries.changes import concerning
from data.summaries.few_rows import columns
from data.words import Light, Status, label

DAYS = 30
_MOST = 200
# What XML cannot hold at all.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATOM = "http://www.w3.org/2005/Atom"


def write(view: View, own: str) -> bytes:
    """Write the feed; `own` is the address it was asked for by."""
    settings = view.campaign.settings
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": view.lang})
    _add(feed, "id", f"urn:uuid:{view.identity('feed')}")
    _add(feed, "title", in_language(settings.title, view.lang))
    _add(feed, "updated", _moment(view.modified))
    _add(_add(feed, "author", ""), "name", _host(view))
    _add(feed, "link", "", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", "", rel="alternate", type="text/html", href=view.link("overview"))
    for change in _changes(view).itertuples(index=False):
        _entry(feed, view, change)
    content: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content


def _host(view: View) -> str:
    """Name who runs the campaign; where nobody is named, the campaign speaks for itself."""
    settings = view.campaign.settings
    row = view.campaign.positions("organizations").of(settings.host)
    if row >= 0:
        return view.text("organizations", "name", row)
    return settings.host or in_language(settings.title, view.lang)


def _changes(view: View) -> pd.DataFrame:
    before = standings.stand(view.campaign, view.standing.day - dt.timedelta(days=DAYS))
    found = history.changes(view.campaign, before, view.standing)
    return found[concerning(view.campaign, columns(found), view.mask, view.whole)][:_MOST]


def _entry(feed: ET.Element, view: View, change: Any) -> None:
    kind = Change(change.kind)
    item = view.campaign.cell("items", "id", change.item) if change.item >= 0 else ""
    about, key = item, item
    if kind in (Change.DOCUMENT, Change.EVENT, Change.NEW_READING):
        about = view.text(change.table, "title", change.row)
        key = view.campaign.cell(change.table, "id", change.row)
    elif item:
        about = view.text("items", "title", change.item)
    day = pd.Timestamp(change.date)
    midnight = dt.datetime.combine(day.date(), dt.time(), ZoneInfo(view.campaign.settings.time_zone))
    entry = _add(feed, "entry", "")
    _add(entry, "id", f"urn:uuid:{view.identity('change', str(kind), key, f'{day:%Y-%m-%d}')}")
    said = wording.text("feed.title", view.lang, kind=kind.label(view.lang), about=about)
    _add(entry, "title", said if about else kind.label(view.lang))
    _add(entry, "updated", _moment(midnight))
    link = view.link("item", item=item) if item else view.link("overview")
    _add(entry, "link", "", rel="alternate", type="text/html", href=link)
    _add(entry, "category", "", term=str(kind), label=kind.label(view.lang))
    if detail := "".join(_detail(view, kind, change)):
        _add(entry, "summary", detail, type="text")


def _detail(view: View, kind: Change, change: Any) -> Iterator[str]:
    """Say what became what; nothing of what has no before."""
    if kind is Change.LEAD:
        yield wording.text("feed.leads", view.lang, n=int(change.count))
    elif kind not in (Change.DOCUMENT, Change.EVENT):
        before, after = (_worded(view, change, value) for value in (change.before, change.after))
        yield wording.text("feed.from_to", view.lang, before=before, after=after)


def _worded(view: View, change: Any, value: Any) -> str:
    kind = Change(change.kind)
    if value is None or pd.isna(value):
        return wording.text("feed.nothing", view.lang)
    if kind in (Change.FINISHED, Change.STARTED):
        return label(Status, value, view.lang)
    if kind in (Change.TURNED_RED, Change.LEFT_RED):
        return label(Light, value, view.lang)
    if kind is Change.DEADLINE_MOVED:
        return formats.day(value, view.lang)
    if kind is Change.PROGRESS_GAINED:
        return formats.percent(value, view.lang)
    # An average of regions has more digits than anybody needs.
    unit = view.text("indicators", "unit", change.row)
    apart = " " if view.lang == "en" and unit not in ("", "%") else ""
    return f"{formats.number(round(float(value), 2), view.lang)}{apart}{unit}"


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = _FORBIDDEN.sub(" ", text) or None
    return child


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
