"""The briefing of the simulated campaign told a second time: results, problem leads, gaps, charts."""

import datetime as dt
import math
import re
from statistics import fmean

import pytest

from data.briefing.content import Briefing
from data.briefing.parts import Part
from tests.data.briefing.by_hand import (
    BEFORE,
    EARLIER,
    FINISHED,
    NOW,
    charts,
    day,
    each,
    lamp,
    number,
    paragraph,
    percent,
    rows,
    state,
)
from tests.data.test_lights_recomputed import date, miss, national, table


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
