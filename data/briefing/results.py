"""What the campaign achieves: every indicator's latest value, its change in the period and its target."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from data import formats
from data import readings as asked
from data.briefing import tables, targets
from data.briefing.content import (
    Block,
    Chart,
    ChartKind,
    Kind,
    Note,
    Paragraph,
    Role,
    Section,
    Series,
    Span,
    Target,
    Text,
    plain_text,
)
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, listed, running, said
from data.campaign import Rows, in_language
from data.personal import mask
from data.summaries import risk
from data.summaries.results import latest_readings
from data.wording import text
from data.words import Light, Qualifier

MOST, CHARTS, POINTS = 24, 4, 3
_COLUMNS = (
    ("indicator", Kind.TEXT, 2.6),
    ("latest", Kind.NUMBER, 1.3),
    ("change", Kind.NUMBER, 1.1),
    ("target", Kind.NUMBER, 1.6),
    ("read_on", Kind.DATE, 1.1),
    ("outlook", Kind.LIGHT, 1.3),
)


def compose(scope: Scope) -> Section | None:
    """Tell where the indicators stand, those that miss most first, with charts of those read anew."""
    rows = risk.by_risk(scope.campaign, scope.after, scope.mask)
    rows = rows[scope.after.indicators["latest"].notna().to_numpy()[rows]]
    if not len(rows):
        return None
    lights = risk.indicator_lights(scope.campaign, scope.after)
    fresh = _read_in_period(scope)
    # What was read in the period is news; the rest stands where it stood.
    rows = rows[np.argsort(~fresh[rows], kind="stable")]
    idea = _counted(scope, rows, lights, int(fresh[rows].sum()))
    # Readings that live elsewhere are fetched for the indicators that are told.
    scope = scope.holding(asked.of(scope.campaign).latest(rows[:MOST], scope.period.last))
    wholes = latest_readings(scope.campaign, scope.after)
    told = [
        _row(scope, row, int(wholes[row]), list(Light)[lights[row]], bool(fresh[row]))
        for row in rows[:MOST].tolist()
    ]
    blocks: list[Block] = [
        Paragraph(idea),
        tables.table(scope, "results", _COLUMNS, told, len(rows)),
        Note(_sources(scope, rows[:MOST], wholes)),
        *_charts(scope, rows[fresh[rows]]),
    ]
    return Section(Part.RESULTS, Part.RESULTS.label(scope.lang), idea, tuple(blocks))


def _read_in_period(scope: Scope) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    latest = scope.after.indicators["latest_date"].to_numpy()
    fresh: np.ndarray[tuple[int], np.dtype[np.bool_]] = latest > np.datetime64(scope.period.before)
    return fresh


def _counted(scope: Scope, rows: Rows, lights: Rows, fresh: int) -> Text:
    lang, everything = scope.lang, targets.page(scope, "indicators")
    counts = np.bincount(lights[rows], minlength=len(Light))
    grace = formats.number(scope.campaign.settings.thresholds.projection_grace_days, lang)
    found = {light: int(count) for light, count in zip(Light, counts, strict=True) if count}
    if len(found) == 1:
        first = said(
            f"briefing.results.all.{next(iter(found))}", lang, n=len(rows), of=everything, days=grace
        )
    else:
        clauses = [
            said(f"briefing.results.{light}", lang, n=count, of=everything, days=grace)
            for light, count in found.items()
        ]
        outlook = listed(clauses, lang)
        first = said("briefing.results.count", lang, n=len(rows), of=everything, outlook=outlook)
    key = "briefing.results.fresh" if fresh else "briefing.results.stale"
    return running([first, said(key, lang, n=fresh, of=targets.section(Part.RESULTS))], lang)


def _row(scope: Scope, row: int, reading: int, light: Light, fresh: bool) -> Sequence[Piece]:
    lang = scope.lang
    return (
        _named(scope, row),
        _latest(scope, row, reading),
        _change(scope, row, reading) if fresh else text("briefing.results.no_news", lang),
        _target(scope, row),
        scope.day(scope.reading("latest_date", row)),
        Span(text(f"briefing.outlook.{light}", lang), light=light),
    )


def _named(scope: Scope, row: int) -> Text:
    """Name an indicator with its item: several items may share the title of an indicator."""
    campaign = scope.campaign
    key = str(campaign.cell("indicators", "id", row))
    title = " ".join(str(campaign.words("indicators", "title", scope.lang)[row]).split())
    item = int(campaign.codes("indicators", "item")[row])
    named = Span(title, Target("indicators", (("indicator", key),)))
    return said("briefing.results.named", scope.lang, title=named, item=targets.item(scope, item))


def _figure(scope: Scope, row: int, value: float) -> str:
    unit = str(scope.campaign.words("indicators", "unit", scope.lang)[row])
    spaced = " " if scope.lang == "en" and unit not in ("", "%") else ""
    return formats.number(formats.legible(value), scope.lang) + spaced + unit


def _latest(scope: Scope, row: int, reading: int) -> str:
    """Write the latest value as its reading states it; no reading (-1): as its regions make it."""
    value = _figure(scope, row, float(scope.reading("latest", row)))
    qualifier = scope.campaign.cell("readings", "qualifier", reading) if reading >= 0 else None
    if not isinstance(qualifier, str) or qualifier == Qualifier.EXACT:
        return value
    return text(f"briefing.qualifier.{qualifier}", scope.lang, value=value)


def _change(scope: Scope, row: int, reading: int) -> str:
    """Say how far the value moved since the period before; nothing where no exact figure is given."""
    before = float(scope.before.indicators["latest"].to_numpy()[row])
    if math.isnan(before):
        return text("briefing.results.first", scope.lang)
    qualifier = scope.campaign.cell("readings", "qualifier", reading) if reading >= 0 else None
    if isinstance(qualifier, str) and qualifier != Qualifier.EXACT:
        return ""
    moved = float(scope.reading("latest", row)) - before
    sign = "+" if moved > 0 else ""
    return sign + formats.number(formats.legible(moved), scope.lang) if moved else "0"


def _target(scope: Scope, row: int) -> str:
    campaign = scope.campaign
    value = float(campaign.cell("indicators", "target", row))
    words = (
        mask(str(campaign.cell("indicators", "target.text", row)))
        if math.isnan(value)
        else _figure(scope, row, value)
    )
    day = scope.day(campaign.cell("indicators", "target_date", row))
    if not words or not day:
        return words
    return text("briefing.results.target", scope.lang, value=words, day=day)


def _sources(scope: Scope, rows: Rows, wholes: Rows) -> Text:
    """Name the sources of the readings, else of the campaign, each once."""
    readings = scope.campaign.words("readings", "source", scope.lang)
    found = dict.fromkeys(str(readings[wholes[row]]) for row in rows if wholes[row] >= 0)
    names = [name for name in found if name] or [in_language(scope.campaign.settings.source, scope.lang)]
    joint = "；" if scope.lang == "zh" else "; "
    return said(
        "briefing.source",
        scope.lang,
        source=joint.join(filter(None, names)) or text("briefing.not_reported", scope.lang),
    )


def _charts(scope: Scope, rows: Rows) -> list[Chart]:
    """Draw the first indicators that have a course to show."""
    known = asked.points(scope.campaign, scope.period.last)
    counts = np.bincount(known.indicators, minlength=len(scope.campaign["indicators"]))
    return [_chart(scope, row) for row in rows[counts[rows] >= POINTS][:CHARTS].tolist()]


def _chart(scope: Scope, row: int) -> Chart:
    campaign, lang = scope.campaign, scope.lang
    course = asked.series(campaign, row, scope.period.last)
    read = {
        day.date(): formats.legible(value) for day, value in zip(course["date"], course["value"], strict=True)
    }
    ends = {
        campaign.cell("indicators", f"{name}_date", row).date(): float(campaign.cell("indicators", name, row))
        for name in ("baseline", "target")
        if not pd.isna(campaign.cell("indicators", f"{name}_date", row))
        and not math.isnan(campaign.cell("indicators", name, row))
    }
    planned = ends if len(ends) == 2 else {}
    days = tuple(sorted({*read, *planned}))
    unit = str(campaign.words("indicators", "unit", lang)[row])
    title = plain_text(_named(scope, row))
    series = [Series(text("briefing.results.actual", lang), tuple(read.get(day) for day in days))]
    if planned:
        series.append(
            Series(
                text("briefing.results.planned", lang), tuple(planned.get(day) for day in days), Role.TARGET
            )
        )
    return Chart(
        ChartKind.LINE,
        text(
            "briefing.results.chart" if unit else "briefing.results.chart_bare", lang, title=title, unit=unit
        ),
        _described(scope, row, read),
        tuple(scope.day(day) for day in days),
        tuple(series),
        unit,
        days,
    )


def _described(scope: Scope, row: int, read: dict[dt.date, float]) -> str:
    (start, first), (end, last) = min(read.items()), max(read.items())
    return plain_text(
        said(
            "briefing.results.course",
            scope.lang,
            title=_named(scope, row),
            n=len(read),
            start=scope.day(start),
            end=scope.day(end),
            first=_figure(scope, row, first),
            last=_figure(scope, row, last),
        )
    )
