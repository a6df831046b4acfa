"""Puts a briefing together: every part that has something to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data import addresses, filter_words, formats, wording
from data.briefing import (
    ahead,
    finished,
    gaps,
    headline,
    ledger,
    moved,
    owed,
    practices,
    problem_leads,
    red,
    results,
)
from data.briefing.content import Briefing, Note, Section
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import said
from data.campaign import in_language

_COMPOSERS: Mapping[Part, Callable[[Scope], Section | None]] = {
    Part.HEADLINE: headline.compose,
    Part.FINISHED: finished.finished,
    Part.STARTED: finished.started,
    Part.RED: red.compose,
    Part.DEADLINES: moved.compose,
    Part.RESULTS: results.compose,
    Part.LEADS: problem_leads.compose,
    Part.PRACTICES: practices.compose,
    Part.AHEAD: ahead.compose,
    Part.OWED: owed.compose,
    Part.GAPS: gaps.compose,
    Part.LEDGER: ledger.compose,
}
_MISSED = (Part.STARTED, Part.DEADLINES)
"""Parts of which nothing else tells that there is nothing to report."""


def compose(scope: Scope, parts: Sequence[Part] = tuple(Part), masthead: str = "") -> Briefing:
    """Compose a briefing; a part with nothing to report is left out. An office may have its own masthead."""
    settings, lang, period = scope.campaign.settings, scope.lang, scope.period
    asked = [part for part in Part if part in parts]
    found = {part: _COMPOSERS[part](scope) for part in asked}
    period_text = wording.text(
        "briefing.period", lang, first=formats.day(period.first, lang), last=formats.day(period.last, lang)
    )
    return Briefing(
        lang=lang,
        masthead=masthead or wording.text("briefing.masthead", lang),
        title=in_language(settings.title, lang),
        issuer=_issuer(scope),
        period=period,
        period_text=period_text,
        scope_text=_scope_text(scope),
        day=period.last,
        day_text=formats.day(period.last, lang),
        simulated=wording.text("briefing.simulated", lang) if settings.simulated else "",
        source_text=_source(scope),
        sections=_sections(scope, found),
        root=scope.root,
        base=addresses.pairs(scope.base),
    )


def _sections(scope: Scope, found: Mapping[Part, Section | None]) -> tuple[Section, ...]:
    """Leave out what has nothing to report, and say so once, below the headline figures."""
    given = [section for section in found.values() if section]
    names = [part.label(scope.lang) for part in _MISSED if part in found and not found[part]]
    if not names or not given or given[0].part is not Part.HEADLINE:
        return tuple(given)
    if scope.lang == "zh":
        listed = "、".join(names)
    else:
        listed = " or ".join(filter(None, (", ".join(names[:-1]), names[-1]))).lower()
    nothing = Note(said("briefing.nothing", scope.lang, parts=listed))
    first = replace(given[0], blocks=(*given[0].blocks, nothing))
    return (first, *given[1:])


def _scope_text(scope: Scope) -> str:
    """Say by the filters which items the briefing speaks of."""
    zh, texts = scope.lang == "zh", []
    for field, values in filter_words.worded(scope.campaign, scope.filters, scope.lang):
        role = scope.filters.role if field == "departments" and scope.filters.role != "either" else ""
        key = ".".join(filter(None, ("briefing.scope", field, role)))
        texts.append(wording.text(key, scope.lang, values=("、" if zh else ", ").join(values)))
    if not texts:
        return wording.text("briefing.scope.everything", scope.lang)
    said_ = ("；" if zh else "; ").join(texts)
    return said_[0].upper() + said_[1:]


def _source(scope: Scope) -> str:
    """Name the source of the campaign with its date."""
    settings, lang = scope.campaign.settings, scope.lang
    source = in_language(settings.source, lang)
    if not source:
        return ""
    day = formats.day(settings.source_date, lang)
    key = "briefing.campaign_source.dated" if day else "briefing.campaign_source"
    return wording.text(key, lang, source=source, day=day)


def _issuer(scope: Scope) -> str:
    """Name the host by its full name; one that is no organization of the campaign as it was written."""
    host = scope.campaign.settings.host
    row = scope.campaign.positions("organizations").of(host)
    return str(scope.campaign.words("organizations", "name", scope.lang)[row]) if row >= 0 else host
