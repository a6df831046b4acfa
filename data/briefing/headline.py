"""The headline figures of a briefing: how the scope stands, against the end of the period before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data import formats
from data.briefing import targets
from data.briefing.content import Chart, ChartKind, Paragraph, Role, Section, Series, Text, plain_text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import listed, running, said
from data.filters import Mask
from data.summaries import KeyFigures, key_figures
from data.words import Light

_SHOWN = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)


@dataclass(frozen=True, eq=False)
class _Figures:
    """The key figures at the end of the period and of the one before, for the same items."""

    scope: Scope
    now: KeyFigures
    then: KeyFigures

    def marked(self, rule: str) -> Mask:
        marked: Mask = self.scope.after.items[rule].to_numpy(dtype=bool)
        return marked

    def changed(self, name: str) -> Text:
        """Say how a count moved since the end of the period before."""
        more = getattr(self.now, name) - getattr(self.then, name)
        key = "more" if more > 0 else "fewer" if more < 0 else "same"
        before = formats.day(self.scope.period.before, self.scope.lang)
        return said(f"briefing.change.{key}", self.scope.lang, n=abs(more), before=before)


def compose(scope: Scope) -> Section | None:
    """Say how many items there are, finished and in trouble, and what of that is new."""
    if not scope.mask.any():
        return None
    campaign, mask, lang = scope.campaign, scope.mask, scope.lang
    figures = _Figures(
        scope, key_figures(campaign, scope.after, mask), key_figures(campaign, scope.before, mask)
    )
    idea = running([_finished(figures), _lights(figures)], lang)
    paragraph = running([_items(figures), idea, _trouble(figures)], lang)
    return Section(Part.HEADLINE, Part.HEADLINE.label(lang), idea, (Paragraph(paragraph), _chart(figures)))


def _items(figures: _Figures) -> Text:
    scope = figures.scope
    day = formats.day(scope.period.last, scope.lang)
    return said(
        "briefing.headline.items", scope.lang, n=figures.now.items, of=targets.page(scope, "items"), day=day
    )


def _finished(figures: _Figures) -> Text:
    scope, now = figures.scope, figures.now
    if not now.finished and not figures.then.finished:
        return said("briefing.headline.none_finished", scope.lang)
    return said(
        "briefing.headline.finished",
        scope.lang,
        n=now.finished,
        of=targets.items(scope, figures.marked("finished"), lights=(str(Light.BLUE),)),
        share=formats.percent(now.finished_share, scope.lang),
        change=figures.changed("finished"),
    )


def _lights(figures: _Figures) -> Text:
    scope = figures.scope
    clauses = []
    for light in _SHOWN:
        count, before = getattr(figures.now, light), getattr(figures.then, light)
        if count or before:
            of = targets.items(scope, (scope.after.items["light"] == light).to_numpy(), lights=(str(light),))
            clauses.append(
                said(f"briefing.headline.{light}", scope.lang, n=count, of=of, change=figures.changed(light))
            )
    return said("briefing.sentence", scope.lang, text=listed(clauses, scope.lang)) if clauses else ()


def _trouble(figures: _Figures) -> Text:
    """Say what is overdue, due soon, and waits for an update."""
    scope, lang, limits = figures.scope, figures.scope.lang, figures.scope.campaign.settings.thresholds
    day = scope.period.last
    places = {
        "overdue": targets.items(
            scope,
            figures.marked("deadline_passed"),
            lights=(str(Light.RED),),
            due_to=day - dt.timedelta(days=1),
        ),
        "due_soon": targets.section(Part.AHEAD),
        "silent": targets.section(Part.OWED),
    }
    days = {"overdue": 0.0, "due_soon": limits.due_soon_days, "silent": limits.silent_days}
    clauses = [
        said(f"briefing.headline.{name}", lang, n=count, of=place, days=formats.number(days[name], lang))
        for name, place in places.items()
        if (count := getattr(figures.now, name))
    ]
    return said("briefing.sentence", lang, text=listed(clauses, lang)) if clauses else ()


def _chart(figures: _Figures) -> Chart:
    scope, lang = figures.scope, figures.scope.lang
    days = (scope.period.before, scope.period.last)
    counts = (figures.then, figures.now)
    series = tuple(
        Series(light.label(lang), tuple(float(getattr(count, light)) for count in counts), Role(str(light)))
        for light in Light
        if any(getattr(count, light) for count in counts)
    )
    caption = said("briefing.headline.chart", lang)
    return Chart(
        ChartKind.STACKED,
        plain_text(caption),
        plain_text(_lights(figures)),
        tuple(formats.day(day, lang) for day in days),
        series,
    )
