"""The headline figures of a briefing: how the scope stands, against the end of the period before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import formats
from data.briefing import tables, targets
from data.briefing.content import (
    Chart,
    ChartKind,
    Kind,
    Paragraph,
    Role,
    Section,
    Series,
    Span,
    Table,
    Text,
    plain_text,
)
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, listed, running, said, sentence
from data.filters import Mask
from data.summaries import KeyFigures, departments, key_figures
from data.words import Light, Status

_DEPARTMENTS = 12
_COLUMNS = (
    ("lead", Kind.TEXT, 2.4),
    ("led", Kind.NUMBER, 1.0),
    ("finished", Kind.NUMBER, 1.0),
    ("red", Kind.NUMBER, 1.0),
    ("yellow", Kind.NUMBER, 1.0),
    ("owes", Kind.NUMBER, 1.2),
)
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

    def changed(self, name: str, form: str) -> Text:
        """Say how a count moved since the end of the period before; `form` is `change` or `short`."""
        more = getattr(self.now, name) - getattr(self.then, name)
        key = "more" if more > 0 else "fewer" if more < 0 else "same"
        before = self.scope.day(self.scope.period.before)
        return said(f"briefing.{form}.{key}", self.scope.lang, n=abs(more), before=before)


def compose(scope: Scope) -> Section | None:
    """Say how many items there are, finished and in trouble, and what of that is new."""
    if not scope.mask.any():
        return None
    campaign, mask, lang = scope.campaign, scope.mask, scope.lang
    figures = _Figures(
        scope, key_figures(campaign, scope.after, mask), key_figures(campaign, scope.before, mask)
    )
    idea = running([_finished(figures), _lights(figures)], lang)
    paragraph = running(
        [_items(figures), _finished(figures), _on_time(figures), _lights(figures), _trouble(figures)], lang
    )
    return Section(
        Part.HEADLINE,
        Part.HEADLINE.label(lang),
        idea,
        (Paragraph(paragraph), _chart(figures), *_departments(scope)),
    )


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
        change=figures.changed("finished", "change"),
    )


def _on_time(figures: _Figures) -> Text:
    scope, now = figures.scope, figures.now
    if not now.dated_finished:
        return ()
    whole = now.dated_finished == now.finished
    key = "some_dated" if not whole else "all_on_time" if now.on_time == now.finished else "all_dated"
    return said(
        f"briefing.headline.{key}",
        scope.lang,
        n=now.dated_finished,
        of=targets.page(scope, "departments"),
        on_time=formats.number(now.on_time, scope.lang),
        share=formats.percent(now.on_time_share, scope.lang),
    )


def _lights(figures: _Figures) -> Text:
    scope, clauses = figures.scope, []
    for light in _SHOWN:
        count, change = getattr(figures.now, light), figures.changed(light, "short")
        if count:
            of = targets.items(scope, (scope.after.items["light"] == light).to_numpy(), lights=(str(light),))
            clauses.append(said(f"briefing.headline.{light}", scope.lang, n=count, of=of, change=change))
        elif light is Light.RED:
            key = "briefing.headline.no_red" if figures.then.red else "briefing.headline.never_red"
            clauses.append(said(key, scope.lang, change=change))
    return sentence(listed(clauses, scope.lang), scope.lang)


def _trouble(figures: _Figures) -> Text:
    """Say what is overdue, due soon, waits for an update, and says nothing at all."""
    scope, lang, limits = figures.scope, figures.scope.lang, figures.scope.campaign.settings.thresholds
    late = {"lights": (str(Light.RED),), "due_to": scope.period.last - dt.timedelta(days=1)}
    silent = (scope.after.items["status"] == Status.NOT_REPORTED).to_numpy()
    unreported = targets.items(scope, silent, statuses=(str(Status.NOT_REPORTED),))
    found = (
        (
            "overdue",
            figures.now.overdue,
            targets.items(scope, figures.marked("deadline_passed"), **late),
            0.0,
        ),
        ("due_soon", figures.now.due_soon, targets.section(Part.AHEAD), limits.due_soon_days),
        ("silent", figures.now.silent, targets.section(Part.OWED), limits.silent_days),
        ("unreported", int((silent & scope.mask).sum()), unreported, 0.0),
    )
    clauses = [
        said(f"briefing.headline.{name}", lang, n=count, of=of, days=formats.number(days, lang))
        for name, count, of, days in found
        if count
    ]
    return sentence(listed(clauses, lang), lang) if clauses else ()


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


def _departments(scope: Scope) -> tuple[Table, ...]:
    """Compare the organizations that have items at red or owe updates, where there are several."""
    found = pd.DataFrame(departments(scope.campaign, scope.after, scope.mask))
    found = found[found["led"] > 0]
    behind = found[(found[str(Light.RED)] > 0) | (found["owes"] > 0)]
    if len(found) < 2 or not len(behind):
        return ()
    rows = [_department(scope, row) for row in behind[:_DEPARTMENTS].to_dict("records")]
    return (tables.table(scope, "departments", _COLUMNS, rows, len(behind)),)


def _department(scope: Scope, row: Mapping[Any, Any]) -> Sequence[Piece]:
    place = row["organization"]
    key = str(scope.campaign["organizations"]["id"].iat[place])
    name = str(scope.campaign.organization_names(scope.lang)[place])
    counts = (row[column] for column in ("led", "finished", str(Light.RED), str(Light.YELLOW), "owes"))
    numbers = (formats.number(int(count), scope.lang) for count in counts)
    return Span(name, targets.of_department(scope, "departments", key)), *numbers
