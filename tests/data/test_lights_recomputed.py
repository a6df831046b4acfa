"""The simulated campaign told a second time, item by item and in loops, from its files alone."""

import csv
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest

from data import reading
from data.campaign import Campaign
from data.standing import stand
from tests.conftest import PROJECT

FOLDER = PROJECT / "data/campaigns/simulated"
DAYS = tuple(
    map(dt.date.fromisoformat, ("2021-02-01", "2021-05-01", "2021-07-17", "2021-09-16", "2021-09-30"))
)
STATUSES = {
    "未启动": "not_started", "推进中": "in_progress", "已办结": "done", "已销号": "closed",
    "长期坚持": "continuing", "暂缓": "suspended", "未报告": "",
}  # fmt: skip
Row = dict[str, str]
Points = list[tuple[dt.date, float]]


class Told(NamedTuple):
    """What was known of an item on a day."""

    status: str
    progress: float | None
    deadline: dt.date | str | None
    original: dt.date | str | None
    slips: int
    last_update: dt.date | None
    finished_on: dt.date | None


@cache
def table(name: str) -> Sequence[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def of(name: str, column: str, key: str) -> list[Row]:
    return [row for row in table(name) if row[column] == key]


def date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def deadline(text: str) -> dt.date | str | None:
    return "continuing" if text in ("长期", "常态化", "持续推进") else date(text)


def told(item: Row, day: dt.date) -> Told:
    """Replay an item: its own row first, where it names no later day, then its updates."""
    reported = date(item["填报日期"])
    statements = [(reported or dt.date.min, 0, item)] if reported is None or reported <= day else []
    for update in of("updates", "所属事项", item["事项编号"]):
        if (on := dt.date.fromisoformat(update["进展日期"])) <= day:
            statements.append((on, 1, update))
    statements.sort(key=lambda statement: statement[:2])
    status, progress, finished_on, last = "", None, None, None
    original = current = deadline(item["完成时限"])
    slips = 0
    for on, is_update, row in statements:
        stated = STATUSES[row["状态"]] if row["状态"] else ""
        if stated in ("done", "closed") and status not in ("done", "closed"):
            finished_on = on if on > dt.date.min else None
        status = stated or status
        progress = float(row["完成进度"]) if row["完成进度"] else progress
        if on > dt.date.min and (is_update or stated or row["完成进度"]):
            last = on
        moved = deadline(row["调整后时限"]) if is_update else None
        if moved is not None:
            slips += isinstance(moved, dt.date) and isinstance(current, dt.date) and moved > current
            original, current = original if original is not None else moved, moved
    return Told(status, progress, current, original, slips, last, finished_on)


def national(indicator: Row, day: dt.date) -> Points:
    """Add up or average the regions, each with its last figure; a reading of the whole goes before them."""
    by_day: dict[dt.date, list[Row]] = defaultdict(list)
    for row in of("readings", "所属指标", indicator["指标编号"]):
        if dt.date.fromisoformat(row["数据日期"]) <= day and row["数值"]:
            by_day[dt.date.fromisoformat(row["数据日期"])].append(row)
    whole = any(not row["地区"] for rows in by_day.values() for row in rows)
    standing: dict[str, float] = {}
    points = []
    for on in sorted(by_day):
        mine = [row for row in by_day[on] if not row["地区"] or not whole]
        standing.update({row["地区"]: float(row["数值"]) for row in mine})
        number = len(standing) if indicator["合计方式"] == "平均" else 1
        if mine:
            points.append((on, sum(standing.values()) / number))
    return points


def miss(indicator: Row, day: dt.date) -> float | None:
    """Project when the target is met, and count the days after its date; None for no projection."""
    target_date, points = date(indicator["目标日期"]), national(indicator, day)
    if not indicator["目标值"] or target_date is None or not points:
        return None
    target, sign = float(indicator["目标值"]), -1 if indicator["方向"] == "越少越好" else 1
    if sign * points[-1][1] >= sign * target:
        return 0
    if len(points) < 3:
        return None
    days = [float(on.toordinal()) for on, _ in points]
    mean_day, mean = sum(days) / len(days), sum(value for _, value in points) / len(points)
    spread = sum((x - mean_day) ** 2 for x in days)
    slope = sum((x - mean_day) * (y - mean) for x, (_, y) in zip(days, points, strict=True)) / spread
    if slope * sign <= 0:
        return math.inf
    reached = max(math.ceil(mean_day + (target - mean) / slope - 1e-6), points[-1][0].toordinal() + 1)
    return reached - target_date.toordinal() if reached - points[-1][0].toordinal() <= 36525 else math.inf


def by_date(item: Row, now: Told, day: dt.date) -> set[str]:
    """Judge an item that has an end by its deadline, its progress and its milestones."""
    found, start = set(), date(item["开始日期"])
    if isinstance(now.deadline, dt.date):
        left = (now.deadline - day).days
        found |= {"red"} if left < 0 else {"yellow"} if left <= 14 else set()
        if start is not None and start <= day and now.progress is not None:
            length = (now.deadline - start).days
            expected = 100 * min((day - start).days / length, 1) if length else 100
            found |= {"yellow"} if expected - now.progress > 15 else set()
    for milestone in of("milestones", "所属事项", item["事项编号"]):
        done, due = date(milestone["完成日期"]), dt.date.fromisoformat(milestone["计划日期"])
        if due < day and (done is None or done > day):
            found.add("red" if (day - due).days > 14 else "yellow")
    return found


def light(item: Row, day: dt.date) -> str:
    """Judge an item as section 4 of the design says it, with its default thresholds."""
    now = told(item, day)
    if now.status in ("done", "closed"):
        return "blue"
    continuing = "continuing" in (now.status, now.deadline)
    found = set() if continuing else by_date(item, now, day)
    indicators = of("indicators", "所属事项", item["事项编号"])
    for days in (miss(indicator, day) for indicator in indicators):
        if days is not None and days > 0:
            found.add("red" if days > 30 else "yellow")
    since = now.last_update or date(item["开始日期"])
    if since is not None and (day - since).days >= 30:
        found.add("yellow")
    said = now.last_update if continuing else now.deadline if now.deadline is not None else now.progress
    if not found and said is None and not any(national(indicator, day) for indicator in indicators):
        return "grey"
    return min(found, key=("red", "yellow").index) if found else "green"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return reading.read(FOLDER)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_item_stands_as_told_by_hand(campaign: Campaign, day: dt.date) -> None:
    items = stand(campaign, day).items
    for position, item in enumerate(table("items")):
        now, state = told(item, day), items.iloc[position]
        assert state["status"] == (now.status or "not_reported"), item
        assert _same(state["progress"], now.progress), item
        assert _same(state["deadline"], now.deadline), item
        assert _same(state["deadline_original"], now.original), item
        assert state["slips"] == now.slips, item
        assert _same(state["last_update"], now.last_update), item
        assert now.status not in ("done", "closed") or _same(state["finished_on"], now.finished_on), item


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_light_is_the_one_the_rules_give(campaign: Campaign, day: dt.date) -> None:
    lights = stand(campaign, day).items["light"].tolist()
    assert lights == [light(item, day) for item in table("items")]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_indicator_is_projected_as_by_hand(campaign: Campaign, day: dt.date) -> None:
    found = stand(campaign, day).indicators
    miss_days = found["miss_days"].to_numpy()
    for position, indicator in enumerate(table("indicators")):
        points, days = national(indicator, day), float(miss_days[position])
        expected = miss(indicator, day)
        assert _same(found["latest"].iat[position], points[-1][1] if points else None), indicator
        assert (days <= 0) if expected == 0 else _same(days, expected), indicator


def _same(found: Any, expected: float | dt.date | str | None) -> bool:
    """Compare a cell with what was told; the end of what continues is none."""
    if expected is None or isinstance(expected, str):
        return bool(found != found)
    if isinstance(expected, dt.date):
        return bool(found == found) and found.date() == expected
    return math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-6)
