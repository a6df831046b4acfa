"""The briefing of the simulated campaign told a second time, in loops, from its files alone: items."""

import datetime as dt
import re

from data.briefing.content import Briefing
from data.briefing.parts import Part
from tests.data.briefing.by_hand import (
    BEFORE,
    EARLIER,
    FINISHED,
    NAMES,
    NOW,
    day,
    each,
    ends,
    entries,
    lamp,
    moved,
    named,
    paragraph,
    percent,
    rows,
    silent_days,
    state,
)
from tests.data.test_lights_recomputed import Row, miss, table


def test_the_headline_counts_what_the_files_hold(briefing: Briefing) -> None:
    done = [at for at in each() if state(at, NOW).status in FINISHED]
    then = sum(state(at, BEFORE).status in FINISHED for at in each())
    dated = [state(at, NOW) for at in done]
    assert all(now.finished_on and isinstance(now.deadline, dt.date) for now in dated)
    on_time = sum(now.finished_on <= now.deadline for now in dated)  # type: ignore[operator]
    counts = {
        name: (sum(lamp(at, NOW) == name for at in each()), sum(lamp(at, BEFORE) == name for at in each()))
        for name in NAMES
    }
    lights = "，".join(f"{NAMES[name]}{now}项（{moved(now, old)}）" for name, (now, old) in counts.items())
    left = [(end - NOW).days for at in each() if (end := ends(at))]
    assert paragraph(briefing, Part.HEADLINE) == (
        f"截至2021年9月30日，共有事项{len(each())}项。"
        f"已办结{len(done)}项，占{percent(len(done), len(each()))}，比8月31日{moved(len(done), then)}。"
        f"其中按时办结{on_time}项，占{percent(on_time, len(done))}。{lights}。"
        f"逾期未办结{sum(days < 0 for days in left)}项，14天内到期{sum(0 <= days <= 14 for days in left)}项，"
        f"30天以上未报进展{sum(silent_days(at) >= 30 for at in each())}项，"
        f"未报告状态{sum(not state(at, NOW).status for at in each())}项。"
    )


def test_departments_are_counted(briefing: Briefing) -> None:
    for name, *figures in rows(briefing, Part.HEADLINE):
        mine = [at for at in each() if table("items")[at]["牵头单位"] == name]
        counted = [
            len(mine),
            sum(state(at, NOW).status in FINISHED for at in mine),
            *(sum(lamp(at, NOW) == colour for at in mine) for colour in ("red", "yellow")),
            sum(silent_days(at) >= 30 for at in mine),
        ]
        assert figures == list(map(str, counted)), name


def test_what_was_finished_is_told(briefing: Briefing) -> None:
    fresh = [
        at for at in each() if state(at, NOW).status in FINISHED and state(at, BEFORE).status not in FINISHED
    ]
    before = sum(
        state(at, BEFORE).status in FINISHED and state(at, EARLIER).status not in FINISHED for at in each()
    )
    assert paragraph(briefing, Part.FINISHED).startswith(f"本期办结{len(fresh)}项（上期{before}项）。")
    told_of = entries(briefing, Part.FINISHED)[""]
    assert told_of.keys() == {named(table("items")[at]) for at in fresh}
    for at in fresh:
        now = state(at, NOW)
        assert isinstance(now.deadline, dt.date)
        assert now.finished_on
        early = (now.deadline - now.finished_on).days
        said = f"比时限{day(now.deadline)}提前{early}天" if early else "正值时限"
        assert told_of[named(table("items")[at])].startswith(f"{day(now.finished_on)}报告办结，{said}。")


def test_red_items_are_told_with_their_reasons(briefing: Briefing) -> None:
    groups = {
        "新转红灯": [at for at in each() if lamp(at, NOW) == "red" != lamp(at, BEFORE)],
        "仍为红灯": [at for at in each() if lamp(at, NOW) == "red" == lamp(at, BEFORE)],
        "脱离红灯": [at for at in each() if lamp(at, NOW) != "red" == lamp(at, BEFORE)],
    }
    found = entries(briefing, Part.RED)
    assert {name: set(told_of) for name, told_of in found.items()} == {
        name: {named(table("items")[at]) for at in those} for name, those in groups.items() if those
    }
    for at in [*groups["新转红灯"], *groups["仍为红灯"]]:
        item = table("items")[at]
        reasons = next(told_of[named(item)] for told_of in found.values() if named(item) in told_of)
        end = ends(at)
        overdue = (NOW - end).days if end and end < NOW else None
        assert re.findall(r"已超期(\d+)天", reasons) == ([str(overdue)] if overdue else [])
        late = [days for row in indicators_of(item) if (days := miss(row, NOW)) and days > 30]
        assert re.findall(r"晚于目标日期(\d+)天", reasons) == [f"{max(late):.0f}" for _ in late[:1]]


def indicators_of(item: Row) -> list[Row]:
    return [row for row in table("indicators") if row["所属事项"] == item["事项编号"]]


def test_moved_deadlines_are_told(briefing: Briefing) -> None:
    expected = {}
    for at in each():
        now, old = state(at, NOW), state(at, BEFORE)
        if (
            isinstance(now.deadline, dt.date)
            and isinstance(old.deadline, dt.date)
            and now.deadline != old.deadline
        ):
            item, days = table("items")[at], (now.deadline - old.deadline).days
            said = [day(old.deadline), day(now.deadline), f"{days:+d}", str(now.slips)]
            expected[item["事项"]] = [item["牵头单位"], *said]
    assert {title: cells[:5] for title, *cells in rows(briefing, Part.DEADLINES)} == expected
    again = sum(int(cells[-1]) > 1 for cells in expected.values())
    count = len(expected)
    assert paragraph(briefing, Part.DEADLINES) == f"本期推迟时限{count}项，其中累计推迟两次以上{again}项。"


def test_what_is_due_is_told(briefing: Briefing) -> None:
    due = sorted(
        (end, table("items")[at]["事项"])
        for at in each()
        if (end := ends(at)) and 0 <= (end - NOW).days <= 30
    )
    assert sorted((cells[0], cells[1]) for cells in rows(briefing, Part.AHEAD)) == sorted(
        (day(end), title) for end, title in due
    )
    open_items = {
        item["事项编号"] for at, item in enumerate(table("items")) if state(at, NOW).status not in FINISHED
    }
    soon = NOW + dt.timedelta(days=14)
    waiting = [
        row
        for row in table("milestones")
        if row["所属事项"] in open_items
        and f"{NOW}" <= row["计划日期"] <= f"{soon}"
        and not (row["完成日期"] and row["完成日期"] <= f"{NOW}")
    ]
    assert len(rows(briefing, Part.AHEAD, 1)) == len(waiting)
    assert paragraph(briefing, Part.AHEAD) == (
        f"10月30日前（30天内）到期事项{len(due)}项。10月14日前（14天内）应完成节点{len(waiting)}个。"
    )


def test_who_owes_an_update_is_told(briefing: Briefing) -> None:
    owed = {at: silent_days(at) for at in each() if silent_days(at) >= 30}
    leads = {table("items")[at]["牵头单位"] for at in owed}
    said = paragraph(briefing, Part.OWED)
    assert said == f"{len(owed)}项已有30天以上未报进展，涉及{len(leads)}个牵头单位。"
    details = "".join(entries(briefing, Part.OWED)[""].values())
    for at, days in owed.items():
        assert (
            f"{table('items')[at]['事项']}：上次进展{day(state(at, NOW).last_update)}，已{days}天未报。"
            in details
        )


def test_the_ledger_lists_every_item(briefing: Briefing) -> None:
    colours = {**NAMES, "blue": "办结"}
    expected = {
        (item["事项"], item["牵头单位"], item["责任人"], colours[lamp(at, NOW)])
        for at, item in enumerate(table("items"))
    }
    ledger = rows(briefing, Part.LEDGER)
    assert {(row[1], row[2], row[3], row[7]) for row in ledger} == expected
    assert [row[0] for row in ledger] == [str(place + 1) for place in each()]
