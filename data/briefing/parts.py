"""The parts of a briefing, the most important first."""

from __future__ import annotations

from data.words import Word


class Part(Word):
    """A part that may be left out."""

    HEADLINE = "headline", "总体情况", "Overall position"
    FINISHED = "finished", "办结事项", "Items finished"
    STARTED = "started", "启动事项", "Items started"
    RED = "red", "红灯事项", "Items at red"
    DEADLINES = "deadlines", "时限调整", "Deadlines moved"
    RESULTS = "results", "主要成效", "Results"
    LEADS = "leads", "问题线索办理", "Problem leads"
    PRACTICES = "practices", "地方经验", "Practices worth copying"
    AHEAD = "ahead", "近期到期", "Deadlines ahead"
    OWED = "owed", "待报进展", "Updates owed"
    GAPS = "gaps", "数据缺口", "Gaps in the data"
    LEDGER = "ledger", "事项台账", "Ledger of items"
