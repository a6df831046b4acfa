from __future__ import annotations

from string import Formatter

import pytest
from babel.messages.pofile import read_po

from data.campaign import Campaign
from data.lights import RULES, Reason, reasons
from data.standing import stand
from data.words import Light
from tests.conftest import PROJECT
from tests.data.builder import campaign
from tests.data.one_item import DAY, behind, built, days, milestone, missing, said

WORDED = [
    (
        built({"deadline": days(-12)}),
        "已超期12天（时限2021年6月18日）",
        "Deadline passed 12 days ago (18 June 2021)",
    ),
    (
        built({"deadline": days(-1)}),
        "已超期1天（时限2021年6月29日）",
        "Deadline passed 1 day ago (29 June 2021)",
    ),
    (
        built({"deadline.text": "Exempt under Section 26 " + "x" * 80}),
        f"没有完成时限：“Exempt under Section 26 {'x' * 56}…”",
        f'No deadline: "Exempt under Section 26 {"x" * 56}…"',
    ),
    (built({"deadline": DAY}), "今日到期（2021年6月30日）", "Due today (30 June 2021)"),
    (built({"deadline": days(14)}), "距时限还有14天（2021年7月14日）", "Due in 14 days (14 July 2021)"),
    (
        milestone(15),
        "节点“印发方案”已逾期15天（计划2021年6月15日完成）",
        'Milestone "印发方案" is 15 days overdue (due 15 June 2021)',
    ),
    (
        milestone(1),
        "节点“印发方案”已逾期1天（计划2021年6月29日完成）",
        'Milestone "印发方案" is 1 day overdue (due 29 June 2021)',
    ),
    (
        missing(31),
        "指标“帮扶人数”按目前进度预计2021年10月8日达标，晚于目标日期31天",
        'At its present pace, "帮扶人数" reaches its target on 8 October 2021, 31 days late',
    ),
    (
        missing(1),
        "指标“帮扶人数”按目前进度预计2021年10月8日达标，晚于目标日期1天",
        'At its present pace, "帮扶人数" reaches its target on 8 October 2021, 1 day late',
    ),
    (
        behind(20.5),
        "进度29.5%，落后序时进度（50%）20.5个百分点",
        "Progress is 29.5%, 20.5 points behind the expected 50%",
    ),
    (
        built(updates=[said(-30)]),
        "已30天未报送进展（最近一次2021年5月31日）",
        "No update for 30 days (last on 31 May 2021)",
    ),
    (
        built({"start": days(-30)}),
        "自2021年5月31日启动以来30天未报送进展",
        "No update in the 30 days since it started on 31 May 2021",
    ),
    (built(), "未报告完成时限", "No deadline reported"),
    (
        built({"deadline": days(60)}),
        "正常推进，未触发红灯或黄灯规则",
        "On track: no rule for a red or yellow light applies",
    ),
    (built(updates=[said(-3, status="done")]), "已办结（2021年6月27日）", "Done (27 June 2021)"),
    (built({"status": "closed"}), "已销号（日期未报告）", "Closed (date not reported)"),
]


@pytest.mark.parametrize(("found", "zh", "en"), WORDED, ids=range(len(WORDED)))
def test_the_first_reason_says_why_in_both_languages(found: Campaign, zh: str, en: str) -> None:
    standing = stand(found, DAY)
    assert (reasons(found, standing, 0, "zh")[0].text, reasons(found, standing, 0, "en")[0].text) == (zh, en)


def test_all_reasons_are_given_worst_first() -> None:
    found = built({"deadline": days(-1)}, updates=[said(-40)])
    listed = reasons(found, stand(found, DAY), 0, "zh")
    assert [reason.rule for reason in listed] == ["deadline_passed", "silent"]
    assert listed[1] == Reason(Light.YELLOW, "silent", "已40天未报送进展（最近一次2021年5月21日）")


def test_titles_are_quoted_as_written_braces_and_all() -> None:
    found = built(milestones=[{"item": "a", "title": "{n} {0} $x$", "title.en": "", "due": days(-1)}])
    assert '"{n} {0} $x$"' in reasons(found, stand(found, DAY), 0, "en")[0].text


def test_reasons_speak_of_their_own_item() -> None:
    found = campaign(
        items=[{"id": "a"}, {"id": "b"}],
        milestones=[
            {"item": "a", "title": "甲", "due": days(-2)},
            {"item": "b", "title": "乙", "due": days(-1)},
        ],
    )
    assert "“乙”" in reasons(found, stand(found, DAY), 1, "zh")[0].text


def _worded(lang: str) -> dict[str, frozenset[str]]:
    with (PROJECT / f"data/locales/{lang}/lights.po").open("rb") as file:
        found = read_po(file, locale=lang)
    texts = {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        for message in found
        if message.id
    }
    return {
        str(key): frozenset(
            field
            for text in ([words] if isinstance(words, str) else words or ())
            for _, field, _, _ in Formatter().parse(text)
            if field
        )
        for key, words in texts.items()
    }


def test_every_rule_is_worded_in_both_languages_with_the_same_figures() -> None:
    zh, en = _worded("zh"), _worded("en")
    assert zh == en
    assert {f"reason.{rule.id}" for rule in RULES} <= zh.keys()
