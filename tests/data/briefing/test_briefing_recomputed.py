"""The briefing of the simulated campaign told a second time, in loops, from its files alone."""

import datetime as dt
import math
import re
from functools import cache
from statistics import fmean

import pytest

from data import reading
from data.briefing import scope
from data.briefing.compose import compose
from data.briefing.content import Briefing, Chart, Listing, Paragraph, Subheading, Table, plain_text
from data.briefing.parts import Part
from data.briefing.period import ending
from data.filters import Filters
from tests.data.test_lights_recomputed import FOLDER, Row, Told, date, light, miss, national, table, told

NOW, BEFORE, EARLIER = (dt.date(2021, 9, 30), dt.date(2021, 8, 31), dt.date(2021, 8, 1))
FINISHED = ("done", "closed")
NAMES = {"red": "红灯", "yellow": "黄灯", "grey": "无法判断", "green": "绿灯"}


@cache
def state(number: int, day: dt.date) -> Told:
    return told(table("items")[number], day)


@cache
def lamp(number: int, day: dt.date) -> str:
    return light(table("items")[number], day)


def each() -> range:
    return range(len(table("items")))


def day(on: dt.date | None) -> str:
    return f"{on.month}月{on.day}日" if on else ""


def number(value: float) -> str:
    """Write a figure as Chinese papers do."""
    value = (
        value if float(value).is_integer() else round(value, 2) if abs(value) >= 1 else float(f"{value:.2g}")
    )
    if abs(value) >= 10_000 and value % 100 == 0:
        return f"{value / 10_000:.2f}".rstrip("0").rstrip(".") + "万"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def moved(now: int, then: int) -> str:
    return "持平" if now == then else f"{'增加' if now > then else '减少'}{abs(now - then)}项"


def named(item: Row) -> str:
    return f"{item['事项']}（{item['牵头单位']}，{item['责任人']}）"


def ends(at: int) -> dt.date | None:
    """Name the deadline of an item that is judged by it."""
    now = state(at, NOW)
    open_ = now.status not in FINISHED and "continuing" not in (now.status, now.deadline)
    return now.deadline if open_ and isinstance(now.deadline, dt.date) else None


def silent_days(at: int) -> int:
    now, item = state(at, NOW), table("items")[at]
    since = now.last_update or date(item["开始日期"])
    return -1 if now.status in FINISHED or since is None else (NOW - since).days


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return compose(scope.of(reading.read(FOLDER), ending(NOW), Filters(), "zh"))


def paragraph(briefing: Briefing, part: Part) -> str:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    return "".join(plain_text(block.text) for block in blocks if isinstance(block, Paragraph))


def rows(briefing: Briefing, part: Part, place: int = 0) -> list[list[str]]:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    found = [block for block in blocks if isinstance(block, Table)][place]
    return [[plain_text(cell) for cell in row] for row in found.rows]


def entries(briefing: Briefing, part: Part) -> dict[str, dict[str, str]]:
    """Read the lists of a section below their headings: each entry with its details."""
    under, found = "", dict[str, dict[str, str]]()
    for block in next(section.blocks for section in briefing.sections if section.part is part):
        if isinstance(block, Subheading):
            under = plain_text(block.text)
        if isinstance(block, Listing):
            found[under] = {
                plain_text(entry.text): "".join(map(plain_text, entry.details)) for entry in block.entries
            }
    return found


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
    assert (
        paragraph(briefing, Part.DEADLINES)
        == f"本期调整时限{count}项：推迟{count}项，累计推迟两次以上{again}项。"
    )


def test_results_are_told(briefing: Briefing) -> None:
    titles = {item["事项编号"]: item["事项"] for item in table("items")}
    by_name = {f"{row['指标']}——{titles[row['所属事项']]}": row for row in table("indicators")}
    for name, latest, change, target, read_on, outlook in rows(briefing, Part.RESULTS):
        row = by_name[name]
        points, days = national(row, NOW), miss(row, NOW)
        then = national(row, BEFORE)[-1][1]
        assert latest == number(points[-1][1]) + row["单位"], name
        assert change == f"{'+' if points[-1][1] > then else ''}{number(points[-1][1] - then)}", name
        assert target == f"{number(float(row['目标值']))}{row['单位']}（{day(date(row['目标日期']))}）", name
        assert read_on == day(points[-1][0]), name
        assert outlook == verdict(days), name
    verdicts = [verdict(miss(row, NOW)) for row in table("indicators")]
    expected = {word: verdicts.count(word) for word in ("滞后", "略滞后", "可如期", "已达到")}
    said = paragraph(briefing, Part.RESULTS)
    assert re.findall(r"\d+项", said)[:5] == [f"{len(verdicts)}项", *(f"{n}项" for n in expected.values())]
    assert said.endswith(
        f"本期更新数据{sum(national(row, NOW)[-1][0] > BEFORE for row in table('indicators'))}项。"
    )


def verdict(days: float | None) -> str:
    if days is None:
        return "不能推算"
    if math.isinf(days) or days > 30:
        return "滞后"
    return "略滞后" if days > 0 else "已达到" if days == 0 else "可如期"


def test_problem_leads_are_counted(briefing: Briefing) -> None:
    leads = [row for row in table("leads") if row["收到日期"] <= f"{NOW}"]
    received = [row["收到日期"] for row in leads]
    resolved = [row for row in leads if row["办结日期"] and row["办结日期"] <= f"{NOW}"]

    def within(dates: list[str], first: dt.date, last: dt.date) -> int:
        return sum(f"{first}" < on <= f"{last}" for on in dates)

    fresh = [row for row in resolved if row["办结日期"] > f"{BEFORE}"]
    due = [row for row in fresh if row["办理时限"]]
    in_time = sum(row["办结日期"] <= row["办理时限"] for row in due)
    rated = [float(row["满意度"]) for row in fresh if row["满意度"]]
    open_ = [row for row in leads if row not in resolved]
    overdue = sum(bool(row["办理时限"]) and row["办理时限"] < f"{NOW}" for row in open_)
    done = [row["办结日期"] for row in resolved]
    assert paragraph(briefing, Part.LEADS) == (
        f"本期收到问题线索{within(received, BEFORE, NOW)}条（上期{within(received, EARLIER, BEFORE)}条），"
        f"办结{len(fresh)}条（上期{within(done, EARLIER, BEFORE)}条）。"
        f"办结的线索中，有办理时限的{len(due)}条，按时办结{in_time}条，占{percent(in_time, len(due))}。"
        f"有满意度评价的{len(rated)}条，平均{number(round(fmean(rated), 1))}%。"
        f"截至9月30日，尚未办结{len(open_)}条，其中超期{overdue}条。"
    )


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


def test_gaps_are_counted(briefing: Briefing) -> None:
    unfinished = [at for at in each() if state(at, NOW).status not in FINISHED]
    ongoing = {at for at in each() if "continuing" not in (state(at, NOW).status, state(at, NOW).deadline)}
    expected = {
        "完成时限": (len(ongoing), sum(state(at, NOW).deadline is None for at in ongoing)),
        "完成进度": (
            len(ongoing.intersection(unfinished)),
            sum(state(at, NOW).progress is None for at in ongoing.intersection(unfinished)),
        ),
        "状态": (len(each()), sum(not state(at, NOW).status for at in each())),
    }
    found = {cells[0]: (int(cells[1]), int(cells[2])) for cells in rows(briefing, Part.GAPS)}
    assert found == expected


def test_the_ledger_lists_every_item(briefing: Briefing) -> None:
    colours = {**NAMES, "blue": "办结"}
    expected = {
        (item["事项"], item["牵头单位"], item["责任人"], colours[lamp(at, NOW)])
        for at, item in enumerate(table("items"))
    }
    ledger = rows(briefing, Part.LEDGER)
    assert {(row[1], row[2], row[3], row[7]) for row in ledger} == expected
    assert [row[0] for row in ledger] == [str(place + 1) for place in each()]


def charts(briefing: Briefing, part: Part) -> list[Chart]:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    return [block for block in blocks if isinstance(block, Chart)]


def test_charts_draw_what_the_files_hold(briefing: Briefing) -> None:
    (lights,) = charts(briefing, Part.HEADLINE)
    for series in lights.series:
        expected = [sum(lamp(at, on) == series.role for at in each()) for on in (BEFORE, NOW)]
        assert list(series.values) == expected
    titles = {item["事项编号"]: item["事项"] for item in table("items")}
    by_name = {
        f"{row['指标']}——{titles[row['所属事项']]}（{row['单位']}）": row for row in table("indicators")
    }
    for course in charts(briefing, Part.RESULTS):
        read = [(on, v) for on, v in zip(course.days, course.series[0].values, strict=True) if v is not None]
        points = national(by_name[course.caption], NOW)
        assert [on for on, _ in read] == [on for on, _ in points]
        assert [v for _, v in read] == pytest.approx([v for _, v in points], abs=0.006)
    (weeks,) = charts(briefing, Part.LEADS)
    mondays = [NOW - dt.timedelta(days=NOW.weekday() + 7 * back) for back in range(13, 0, -1)]
    assert list(weeks.categories) == [f"{day(monday)}起" for monday in mondays]
    for series, column in zip(weeks.series, ("收到日期", "办结日期"), strict=True):
        dates = [dt.date.fromisoformat(row[column]) for row in table("leads") if row[column]]
        expected = [sum(0 <= (on - monday).days < 7 for on in dates) for monday in mondays]
        assert list(series.values) == expected
