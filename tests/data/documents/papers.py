"""A briefing that holds every kind of block, and texts that would do harm if they were taken for more."""

from __future__ import annotations

import datetime as dt

from data.briefing.content import (
    Briefing,
    Chart,
    ChartKind,
    Column,
    Entry,
    Kind,
    Listing,
    Note,
    Paragraph,
    Role,
    Section,
    Series,
    Span,
    Subheading,
    Table,
    Target,
    Text,
)
from data.briefing.parts import Part
from data.briefing.period import Period
from data.words import Light

MARKUP = '#evil() $x$ *b* <b>&amp; {{ title }} {% for %} \\ "q" @a [x](javascript:1) =1+1'
CLAUSE = "各单位要把办实事作为检验工作成效的重要标准"
SENTENCE = CLAUSE * 60


def said(words: str, target: Target | None = None, light: Light | None = None) -> Text:
    return (Span(words, target, light),)


def table(rows: int) -> Table:
    heads = (
        ("事项", Kind.TEXT),
        ("完成时限", Kind.DATE),
        ("责任人", Kind.SHORT),
        ("进度", Kind.NUMBER),
        ("灯", Kind.LIGHT),
    )
    row = ("健全学生个人信息保护工作机制", "12月15日", "卫某", "100%")
    columns = tuple(Column(name, kind) for name, kind in heads)
    lit = said("红灯", light=Light.RED)
    return Table("事项一览", columns, tuple((*map(said, row), lit) for _ in range(rows)), "另有3项未列出。")


def chart(kind: ChartKind, *roles: Role) -> Chart:
    days = tuple(dt.date(2021, month, 1) for month in (4, 5, 9))
    values = ((1.0, None, 30_000.0), (2.0, 5.0, 6.0))
    series = tuple(Series(str(role), cells, role) for role, cells in zip(roles, values, strict=True))
    placed = days if kind is ChartKind.LINE else ()
    return Chart(kind, f"图：{kind}（人）", "从 1 到 3 万", ("四月", "五月", "九月"), series, "人", placed)


def briefing(
    lang: str = "zh", *, rows: int = 60, text: str = SENTENCE, simulated: str = "模拟数据。"
) -> Briefing:
    item = Target("item", (("item", "a"),))
    entries = tuple(
        Entry(said(f"第{number}件事（学生司，卫某）", item), (said("已超期 3 天。"), said(CLAUSE)))
        for number in range(1, 13)
    )
    headline = Section(
        Part.HEADLINE,
        "总体情况",
        said("已办结 26 项。"),
        (
            Paragraph(said(text)),
            Paragraph(
                (
                    Span("共有 "),
                    Span("147", Target("items")),
                    Span(" 项。"),
                    Span("见红灯", Target(section=Part.RED)),
                )
            ),
            chart(ChartKind.STACKED, Role.RED, Role.GREEN),
            chart(ChartKind.LINE, Role.ACTUAL, Role.TARGET),
            chart(ChartKind.COLUMNS, Role.ACTUAL, Role.SECOND),
            Note(said(MARKUP)),
        ),
    )
    red = Section(
        Part.RED,
        "红灯事项",
        said("新转红灯 12 项。"),
        (Subheading(said("新转红灯")), Listing(entries), table(rows)),
    )
    gaps = Section(Part.GAPS, "数据缺口", said(MARKUP), (Paragraph(said(MARKUP)),))
    annex = Section(Part.LEDGER, "事项台账", said("共 30 项。"), (table(30),), annex=True)
    day = dt.date(2021, 9, 30)
    return Briefing(
        lang=lang, masthead="工作简报", title="为群众办教育实事", issuer="教育服务部",
        period=Period(dt.date(2021, 9, 1), day), period_text="9月1日至9月30日", scope_text="全部事项",
        day=day, day_text="2021年9月30日", simulated=simulated, source_text="资料来源：某网站",
        sections=(headline, red, gaps, annex), root="https://board.example", base=(("lang", lang),),
    )  # fmt: skip
