"""What provinces and schools did in the period that others may copy."""

from __future__ import annotations

import numpy as np

from data import day_numbers, wording
from data.briefing import item_lines, targets
from data.briefing.content import Entry, Paragraph, Section, Span, Target, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import joined, said
from data.day_numbers import UNKNOWN
from data.summaries.records import concerned


def compose(scope: Scope) -> Section | None:
    """Tell each practice of the period; one without a date counts from when its source reported it."""
    campaign, lang, period = scope.campaign, scope.lang, scope.period
    own, source = (day_numbers.of(campaign["practices"][name]) for name in ("date", "source_date"))
    days = np.where(own == UNKNOWN, source, own)
    inside = (days >= day_numbers.of_day(period.first)) & (days <= day_numbers.of_day(period.last))
    rows = np.flatnonzero(inside & concerned(campaign, "practices", scope.mask, scope.everything))
    if not len(rows):
        return None
    rows = rows[np.argsort(-days[rows], kind="stable")]
    idea = said("briefing.practices.count", lang, n=len(rows), of=targets.section(Part.PRACTICES))
    entries = [_entry(scope, row) for row in rows[: item_lines.MOST].tolist()]
    blocks = item_lines.listing(scope, entries, len(rows))
    return Section(Part.PRACTICES, Part.PRACTICES.label(lang), idea, (Paragraph(idea), *blocks))


def _entry(scope: Scope, row: int) -> Entry:
    campaign, lang = scope.campaign, scope.lang
    title = Span(str(campaign.words("practices", "title", lang)[row]), Target("regions"))
    who = item_lines.organization(scope, "practices", "organization", row)
    day = scope.day(campaign.cell("practices", "date", row))
    if not day:
        reported = scope.day(campaign.cell("practices", "source_date", row))
        day = wording.text("briefing.practices.reported", lang, day=reported)
    text: Text = said(
        "briefing.practices.of" if who else "briefing.practices.dated", lang, title=title, who=who, day=day
    )
    summary = " ".join(str(campaign.words("practices", "summary", lang)[row]).split())
    items = campaign.positions("items")(list(campaign.cell("practices", "items", row)))
    named = [targets.item(scope, item) for item in items.tolist() if item >= 0]
    details: list[Text] = [(Span(summary),)] if summary else []
    if named:
        about = joined(named, "、" if lang == "zh" else "; ")
        details.append(said("briefing.practices.items", lang, items=about))
    return Entry(text, tuple(details))
