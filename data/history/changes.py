"""What changed between two days: items, deadlines, progress, readings, documents, events and leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers, readings
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.history import statements
from data.history.replay import BEGUN, run_starts
from data.history.statements import last_of_each
from data.new_leads import new_leads
from data.words import FINISHED, Light, Status, Word

if TYPE_CHECKING:
    from data.standing import Standing


class Change(Word):
    """A kind of change; the most important first."""

    FINISHED = "finished", "办结", "Finished"
    STARTED = "started", "启动", "Started"
    TURNED_RED = "turned_red", "转为红灯", "Turned red"
    LEFT_RED = "left_red", "脱离红灯", "Left red"
    DEADLINE_MOVED = "deadline_moved", "时限调整", "Deadline moved"
    PROGRESS_GAINED = "progress_gained", "进度提升", "Progress gained"
    NEW_READING = "new_reading", "数据更新", "New reading"
    DOCUMENT = "document", "印发文件", "Document issued"
    EVENT = "event", "开展活动", "Event"
    LEAD = "lead", "收到线索", "Problem leads received"


KINDS = pd.Index([str(change) for change in Change], dtype="str")


def changes(campaign: Campaign, before: Standing, after: Standing) -> pd.DataFrame:
    """List what changed after the day of one standing, up to and including that of a later one; newest first.

    Columns: kind (category of `Change`), date, item (position, -1 none), table and row (what it rests on; row
    -1 where that is several rows), before and after (status or light as a word, deadline as a date or NaT,
    progress or value as a number; None elsewhere), count (updates, readings or leads behind the row).
    New readings make one row per indicator, problem leads one per item.
    """
    found = [
        *_of_statuses(campaign, before, after),
        *_of_lights(campaign, before, after),
        _of_deadlines(campaign, before, after),
        _of_progress(campaign, before, after),
        _of_readings(campaign, before, after),
        _dated(campaign, Change.DOCUMENT, "documents", "issued", before, after),
        _dated(campaign, Change.EVENT, "events", "date", before, after),
        _of_leads(campaign, before, after),
    ]
    frame = pd.concat(found, ignore_index=True)
    kind = frame["kind"].cat.codes.to_numpy()
    order = np.lexsort((frame["item"].to_numpy(), kind, -day_numbers.of(frame["date"])))
    return frame.iloc[order].reset_index(drop=True)


def _listed(
    kind: Change,
    days: Days,
    items: Rows,
    table: NDArray[np.str_] | str,
    rows: Rows,
    before: pd.Series[Any] | None = None,
    after: pd.Series[Any] | None = None,
    counts: NDArray[np.int64] | int = 1,
) -> pd.DataFrame:
    number = len(items)
    nothing = pd.Series([None] * number, dtype=object)
    return pd.DataFrame(
        {
            "kind": pd.Categorical([str(kind)] * number, categories=KINDS),
            "date": day_numbers.dates(days),
            "item": items.astype(np.intp),
            "table": pd.Series(np.broadcast_to(np.asarray(table), number), dtype="str"),
            "row": rows.astype(np.intp),
            "before": nothing if before is None else before.astype(object).reset_index(drop=True),
            "after": nothing if after is None else after.astype(object).reset_index(drop=True),
            "count": np.broadcast_to(np.asarray(counts, dtype=np.int64), number),
        }
    )


def _within(days: Days, before: Standing, after: Standing) -> NDArray[np.bool_]:
    return (days > day_numbers.of_day(before.day)) & (days <= day_numbers.of_day(after.day))


def became(kind: Change, before: Standing, after: Standing) -> NDArray[np.bool_]:
    """Mark the items finished, or started, between two standings."""
    old, new = before.items["status"], after.items["status"]
    begun = [str(status) for status in BEGUN]
    finished = [str(status) for status in FINISHED]
    going = [str(status) for status in (Status.IN_PROGRESS, Status.CONTINUING)]
    into, outside = {Change.FINISHED: (finished, finished), Change.STARTED: (going, begun)}[kind]
    changed: NDArray[np.bool_] = (new.isin(into) & ~old.isin(outside)).to_numpy(dtype=bool)
    return changed


def _of_statuses(campaign: Campaign, before: Standing, after: Standing) -> list[pd.DataFrame]:
    known = statements.of(campaign).up_to(after.day)
    old, new = before.items["status"], after.items["status"]
    found = []
    for kind, among in ((Change.FINISHED, FINISHED), (Change.STARTED, BEGUN)):
        items = np.flatnonzero(became(kind, before, after))
        starts = run_starts(known, among, len(new))[items]
        table, rows = _rests_on(known.updates[starts], items)
        found.append(_listed(kind, known.days[starts], items, table, rows, old.iloc[items], new.iloc[items]))
    return found


def _rests_on(updates: Rows, items: Rows) -> tuple[NDArray[np.str_], Rows]:
    """Name the row a statement stands in: the update, or the item's own row."""
    return np.where(updates >= 0, "updates", "items"), np.where(updates >= 0, updates, items)


def _of_lights(campaign: Campaign, before: Standing, after: Standing) -> list[pd.DataFrame]:
    old, new = before.items["light"], after.items["light"]
    was, is_red = (old == Light.RED).to_numpy(), (new == Light.RED).to_numpy()
    turned, left = np.flatnonzero(is_red & ~was), np.flatnonzero(was & ~is_red)
    since = _red_since(campaign, before, after)[turned]
    # An item leaves red by a report; where it does not (a milestone done), the day of the comparison stands.
    reports = day_numbers.of(after.items["last_update"])[left]
    until = np.where(_within(reports, before, after), reports, day_numbers.of_day(after.day))
    return [
        _listed(kind, days, items, "items", items, old.iloc[items], new.iloc[items])
        for kind, days, items in ((Change.TURNED_RED, since, turned), (Change.LEFT_RED, until, left))
    ]


def _red_since(campaign: Campaign, before: Standing, after: Standing) -> Days:
    """Tell since when the red rules hold: the day a deadline or the grace ran out, or the latest reading."""
    items, today = after.items, day_numbers.of_day(after.day)
    rows, about = campaign.pairs("indicators", "item")
    read = np.full(len(items), UNKNOWN)
    np.maximum.at(read, about, day_numbers.of(after.indicators["latest_date"])[rows])
    grace = campaign.settings.thresholds.milestone_grace_days
    late = np.ceil(items["milestone_overdue_days"].fillna(0).to_numpy() - grace - 1).astype(np.int64)
    since = np.full(len(items), today)
    for rule, days in (
        ("deadline_passed", day_numbers.of(items["deadline"]) + 1),
        ("milestone_long_overdue", today - late),
        ("projection_misses_long", read),
    ):
        since = np.where(items[rule], np.minimum(since, days), since)
    bounded: Days = np.clip(since, day_numbers.of_day(before.day) + 1, today)
    return bounded


def _of_deadlines(campaign: Campaign, before: Standing, after: Standing) -> pd.DataFrame:
    log = statements.deadlines(campaign, after.day)
    moved = np.flatnonzero(log.moved & _within(log.days, before, after))
    last = last_of_each(log.items[moved], len(after.items))
    old, new = before.items["deadline"], after.items["deadline"]
    # Moved and moved back is no change between the two days.
    same = (day_numbers.of(old) == day_numbers.of(new)) & (
        before.items["continuing"] == after.items["continuing"]
    )
    items = np.flatnonzero((last >= 0) & ~same.to_numpy())
    rows = moved[last[items]]
    counts = np.bincount(log.items[moved], minlength=len(after.items))[items]
    return _listed(
        Change.DEADLINE_MOVED,
        log.days[rows],
        items,
        "updates",
        log.updates[rows],
        old.iloc[items],
        new.iloc[items],
        counts,
    )


def _of_progress(campaign: Campaign, before: Standing, after: Standing) -> pd.DataFrame:
    known = statements.of(campaign).up_to(after.day)
    numbered = np.flatnonzero(~np.isnan(known.progress))
    last = last_of_each(known.items[numbered], len(after.items))
    old, new = before.items["progress"], after.items["progress"]
    items = np.flatnonzero(new > old)
    stated = numbered[last[items]]
    table, rows = _rests_on(known.updates[stated], items)
    return _listed(
        Change.PROGRESS_GAINED, known.days[stated], items, table, rows, old.iloc[items], new.iloc[items]
    )


def _of_readings(campaign: Campaign, before: Standing, after: Standing) -> pd.DataFrame:
    first, last = (day_numbers.of_day(standing.day) for standing in (before, after))
    newest, counts = readings.of(campaign).new(first, last)
    indicators = np.flatnonzero(newest != UNKNOWN)
    items = campaign["indicators"]["item"].cat.codes.to_numpy().astype(np.intp)[indicators]
    return _listed(
        Change.NEW_READING, newest[indicators], items, "indicators", indicators,
        before.indicators["latest"].iloc[indicators], after.indicators["latest"].iloc[indicators],
        counts[indicators],
    )  # fmt: skip


def _dated(
    campaign: Campaign, kind: Change, table: str, column: str, before: Standing, after: Standing
) -> pd.DataFrame:
    """List the rows of a table dated in between; `item` is set where a row concerns just one."""
    days = day_numbers.of(campaign[table][column])
    rows = np.flatnonzero(_within(days, before, after))
    here, there = campaign.pairs(table, "items")
    here, there = here[there >= 0], there[there >= 0]
    single = np.full(len(days), -1, dtype=np.intp)
    single[here] = there
    single[np.bincount(here, minlength=len(days)) > 1] = -1
    return _listed(kind, days[rows], single[rows], table, rows)


def _of_leads(campaign: Campaign, before: Standing, after: Standing) -> pd.DataFrame:
    first, last = (day_numbers.of_day(standing.day) for standing in (before, after))
    newest, numbers = new_leads(campaign, first, last)
    items = np.flatnonzero(newest != UNKNOWN)
    items_or_none = np.where(items == len(campaign["items"]), -1, items)
    rows = np.full(len(items), -1)
    return _listed(Change.LEAD, newest[items], items_or_none, "leads", rows, counts=numbers[items])
