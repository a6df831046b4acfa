"""The problem leads of the public: received, resolved, in time, rated, and what is still open."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data import asked_leads, day_numbers, formats, leads
from data.briefing import tables, targets
from data.briefing.content import Block, Chart, ChartKind, Kind, Paragraph, Role, Section, Series, Span, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, before, listed, running, said
from data.leads import LeadView
from data.summaries.key_figures import share
from data.summaries.leads import LeadFigures, lead_figures, leads_by_group, leads_by_week
from data.wording import text

WEEKS, MOST = 13, 10
_COLUMNS = (
    ("organization", Kind.TEXT, 2.4),
    ("received", Kind.NUMBER, 1.0),
    ("open", Kind.NUMBER, 1.0),
    ("overdue", Kind.NUMBER, 1.0),
    ("in_time", Kind.NUMBER, 1.2),
    ("rating", Kind.NUMBER, 1.2),
)


def compose(scope: Scope) -> Section | None:
    """Tell how the leads of the scope were handled in the period, and who has some past their day."""
    view = asked_leads.views(scope.campaign, scope.after, scope.filters)(*asked_leads.COLUMNS)
    if not view.total():
        return None
    lang, figures = scope.lang, lead_figures(view)
    flow, standing = _flow(scope, view), _open(scope, figures)
    idea = running([flow, standing], lang)
    text_ = running([flow, _quality(scope, view), standing], lang)
    blocks: list[Block] = [Paragraph(text_), *_late(scope, view), *_weeks(scope, view)]
    return Section(Part.LEADS, Part.LEADS.label(lang), idea, tuple(blocks))


def _within(days: leads.Codes, first: int, last: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    inside: np.ndarray[tuple[int], np.dtype[np.bool_]] = (days >= first) & (days <= last)
    return inside


def _bounds(scope: Scope) -> tuple[int, int, int]:
    """Give the first day of the period before, and the first and the last of this one, as numbers."""
    period = scope.period
    first = day_numbers.of_day(period.first)
    return first - period.days, first, day_numbers.of_day(period.last)


def _flow(scope: Scope, view: LeadView) -> Text:
    earlier, first, last = _bounds(scope)
    of = targets.page(scope, "leads")
    clauses = [
        said(
            f"briefing.leads.{name}",
            scope.lang,
            n=view.total(_within(days, first, last)),
            of=of,
            before=before(scope.lang, view.total(_within(days, earlier, first - 1)), "leads"),
        )
        for name, days in (("received", view.received), ("resolved", view.resolved))
    ]
    return said("briefing.leads.flow", scope.lang, text=listed(clauses, scope.lang))


def _quality(scope: Scope, view: LeadView) -> Text:
    """Say how many of those resolved in the period were so in time, and how they were rated."""
    _, first, last = _bounds(scope)
    resolved = _within(view.resolved, first, last)
    in_time, late = (
        view.total(resolved & (view.states == leads.STATES.index(state))) for state in ("in_time", "late")
    )
    due = in_time + late
    rated, satisfaction = view.rated(resolved)
    lang, said_ = scope.lang, []
    if due:
        said_.append(
            said(
                "briefing.leads.in_time",
                lang,
                n=due,
                in_time=formats.number(in_time, lang),
                share=formats.percent(share(in_time, due), lang),
            )
        )
    if rated:
        mean = formats.percent(satisfaction, lang)
        said_.append(said("briefing.leads.rated", lang, n=rated, mean=mean))
    return running(said_, lang)


def _open(scope: Scope, figures: LeadFigures) -> Text:
    day, lang, of = scope.day(scope.period.last), scope.lang, targets.page(scope, "leads")
    if not figures.open:
        return said("briefing.leads.none_open", lang, day=day)
    key = "briefing.leads.open_overdue" if figures.overdue else "briefing.leads.open"
    overdue = Span(formats.number(figures.overdue, lang), of)
    return said(key, lang, n=figures.open, of=of, day=day, overdue=overdue)


def _late(scope: Scope, view: LeadView) -> tuple[Block, ...]:
    """Compare the organizations that have leads past their day, those with most first."""
    groups = pd.DataFrame(leads_by_group(view, view.organizations))
    groups = groups[(groups["overdue"] > 0) & (groups["group"] >= 0)]
    if len(groups) < 2:
        return ()
    groups = groups.sort_values("overdue", ascending=False, kind="stable")
    rows = [_organization(scope, group) for group in groups[:MOST].to_dict("records")]
    return (tables.table(scope, "leads", _COLUMNS, rows, len(groups)),)


def _organization(scope: Scope, group: Mapping[Any, Any]) -> Sequence[Piece]:
    lang, place = scope.lang, int(group["group"])
    key = str(scope.campaign["organizations"]["id"].iat[place])
    name = str(scope.campaign.organization_names(lang)[place])
    opened = sum(int(group[state]) for state in leads.STATES[leads.OPEN])
    due = int(group["in_time"] + group["late"])
    none = text("briefing.not_reported", lang)
    return (
        Span(name, targets.of_department(scope, "leads", key)),
        formats.number(int(group["received"]), lang),
        formats.number(opened, lang),
        formats.number(int(group["overdue"]), lang),
        formats.percent(share(int(group["in_time"]), due), lang) or none,
        none if math.isnan(group["satisfaction"]) else formats.percent(group["satisfaction"], lang),
    )


def _weeks(scope: Scope, view: LeadView) -> tuple[Block, ...]:
    """Draw how many came and went in the last whole weeks."""
    weeks = pd.DataFrame(leads_by_week(view))
    weeks = weeks[weeks["complete"]][-WEEKS:]
    if len(weeks) < 2:
        return ()
    lang = scope.lang
    series = tuple(
        Series(text(f"briefing.leads.chart.{name}", lang), tuple(map(float, weeks[name])), role)
        for name, role in (("received", Role.SECOND), ("resolved", Role.ACTUAL))
    )
    came, went = (formats.number(int(weeks[name].sum()), lang) for name in ("received", "resolved"))
    finding = text("briefing.leads.chart.finding", lang, n=len(weeks), received=came, resolved=went)
    return (
        Chart(
            ChartKind.COLUMNS,
            text("briefing.leads.chart", lang),
            finding,
            tuple(text("briefing.leads.week", lang, day=scope.day(day)) for day in weeks["week"]),
            series,
        ),
    )
