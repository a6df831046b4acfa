"""Puts a briefing together: every part that has something to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from data import addresses, formats, wording
from data.briefing import headline
from data.briefing.content import Briefing, Section
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.campaign import in_language

_COMPOSERS: Mapping[Part, Callable[[Scope], Section | None]] = {Part.HEADLINE: headline.compose}


def compose(scope: Scope, parts: Sequence[Part] = tuple(Part)) -> Briefing:
    """Compose a briefing; a part with nothing to report is left out."""
    settings, lang, period = scope.campaign.settings, scope.lang, scope.period
    found = (_COMPOSERS[part](scope) for part in Part if part in parts and part in _COMPOSERS)
    return Briefing(
        lang=lang,
        masthead=wording.text("briefing.masthead", lang),
        title=in_language(settings.title, lang),
        issuer=_issuer(scope),
        period=period,
        period_text=wording.text(
            "briefing.period",
            lang,
            first=formats.day(period.first, lang),
            last=formats.day(period.last, lang),
        ),
        scope_text="",
        day=period.last,
        day_text=formats.day(period.last, lang),
        simulated=wording.text("briefing.simulated", lang) if settings.simulated else "",
        source_text=in_language(settings.source, lang),
        sections=tuple(section for section in found if section),
        root=scope.root,
        base=addresses.pairs(scope.base),
    )


def _issuer(scope: Scope) -> str:
    """Name the host by its full name; one that is no organization of the campaign as it was written."""
    host = scope.campaign.settings.host
    row = scope.campaign.positions("organizations").of(host)
    return str(scope.campaign.words("organizations", "name", scope.lang)[row]) if row >= 0 else host
