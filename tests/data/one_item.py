"""Campaigns of one item, each built for one rule of the lights."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.campaign import Campaign, Thresholds
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)


def days(number: float) -> dt.date:
    return DAY + dt.timedelta(number)


def built(item: dict[str, Any] | None = None, limits: Thresholds | None = None, **tables: Any) -> Campaign:
    return campaign(items=[{"id": "a", **(item or {})}], thresholds=limits, **tables)


def missing(miss: int) -> Campaign:
    """Build an item whose indicator gains a point in ten days, `miss` days too late for its target."""
    points = [{"indicator": "i", "date": days(-20 + 10 * step), "value": step} for step in range(3)]
    target = {"target": 12, "target_date": days(100 - miss)}
    return built(indicators=[{"id": "i", "item": "a", "title": "帮扶人数", **target}], readings=points)


def milestone(overdue: int, done: int | None = None) -> Campaign:
    done_on = None if done is None else days(done)
    return built(milestones=[{"item": "a", "title": "印发方案", "due": days(-overdue), "done_on": done_on}])


def behind(points: float) -> Campaign:
    """Build an item in the middle of its time, so many points behind."""
    return built({"start": days(-50), "deadline": days(50), "progress": 50 - points}, updates=[said(0)])


def said(day: float, **cells: Any) -> dict[str, Any]:
    return {"item": "a", "date": days(day), **cells}
