import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from data.campaign import Campaign
from tests.conftest import PROJECT
from tests.data.builder import campaign
from tests.hostile import HOSTILE
from tests.pages.reader import figures, links, opener, read
from tests.pages.small_campaign import small_campaign

Open = Callable[..., AppTest]


@pytest.fixture
def open_overview(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("overview", monkeypatch)


def test_the_key_figures_count_what_they_name(open_overview: Open) -> None:
    assert list(figures(open_overview(small_campaign())).items())[:8] == [
        ("事项", "5"),
        ("已办结", "20%"),
        ("按时办结", "100%"),
        ("◆ 红灯", "1"),
        ("▲ 黄灯", "2"),
        ("14 天内到期", "1"),
        ("待报进展", "1"),
        ("○ 无法判断", "1"),
    ]


def test_each_key_figure_says_what_it_means(open_overview: Open) -> None:
    at = open_overview(small_campaign())
    names = list(figures(at))[:8]
    assert not any(f"- **{name}**" in text.value for name in names for text in at.main.markdown)
    at = open_overview(small_campaign(), open="meanings")
    text = next(text.value for text in at.main.markdown if text.value.startswith("# "))
    assert all(f"- **{name}** " in text for name in names)


def test_figures_lead_to_the_items_they_count(open_overview: Open) -> None:
    words = "\n".join(text.value for text in open_overview(small_campaign()).main.markdown)
    assert "](items?lang=zh&light=red)" in words
    due = next(address for address in re.findall(r"items\?[^)]*", words) if "due_from" in address)
    assert "due_from=2021-06-30&due_to=2021-07-14" in due
    assert "light=blue" not in due


def test_what_is_described_is_told_from_what_was_announced(open_overview: Open) -> None:
    assert "司局单位事项公布 135 项，本看板收录 1 项。" in read(open_overview(small_campaign()))
    assert "1 of 135 department items is described." in read(open_overview(small_campaign(), "en"))


def test_what_needs_attention_comes_worst_first_with_its_reasons(open_overview: Open) -> None:
    at = open_overview(small_campaign())
    titles = [label for label in links(at) if "badge" in label]
    assert [re.sub(r".*\*\*(.*)\*\*", r"\1", title) for title in titles] == [
        "逾期事项",
        "临期事项",
        "沉默事项",
    ]
    page = read(at)
    assert "已超期10天" in page
    assert "牵头：学生司 · 责任人：王立 · 时限：2021年6月20日" in page
    assert "item=late" in links(at)[titles[0]]


def test_a_source_is_named_once_for_all_results_shown_or_with_each(open_overview: Open) -> None:
    def sources(last: str, **query: str) -> int:
        ids = [f"i{number:02}" for number in range(10)]
        shown = campaign(
            as_of="2021-06-30",
            items=[{"id": "a"}],
            indicators=[{"id": id, "item": "a", "title": id} for id in ids],
            readings=[
                {
                    "indicator": id,
                    "date": "2021-06-01",
                    "value": 1.0,
                    "source": last if id == ids[-1] else "月报",
                }
                for id in ids
            ],
        )
        return read(open_overview(shown, **query)).count("来源：")

    assert sources("月报", open="results") == 1
    # The tenth is folded away.
    assert sources("年报") == 1
    assert sources("年报", open="results") == 10


def test_results_are_shown_as_stated(open_overview: Open) -> None:
    page = read(open_overview(small_campaign()))
    assert "超过100场" in page
    assert re.search(r"\*\*\*49场\*\*\*\s+:green-badge\[↑ \+9\] :small\[:gray\[较上次\]\]", page)
    assert "目标：120场" in page
    assert "截至2021年6月25日" in page
    assert "来源：月报" in page
    assert "over 100 sessions" in read(open_overview(small_campaign(), "en"))


def test_changes_of_the_last_days_link_to_their_items(open_overview: Open) -> None:
    at = open_overview(small_campaign())
    page = read(at)
    assert "2021年6月28日 · 推进中 → 已办结" in page
    assert "2021年6月15日 · 就业通知" in page
    assert "item=done" in links(at)["办结事项"]


def test_a_filter_narrows_everything_on_the_page(open_overview: Open) -> None:
    at = open_overview(small_campaign(), department="gj", role="lead")
    assert figures(at)["事项"] == "2"
    page = read(at)
    assert "逾期" not in page.replace("逾期未办结", "")
    assert "就业通知" not in page
    assert "超过100场" not in page


def test_one_of_two_views_of_the_departments_is_drawn(open_overview: Open) -> None:
    assert "共 5 项：红灯 1 项" in read(open_overview(small_campaign()))
    page = read(open_overview(small_campaign(), show="statuses"))
    assert "共 5 项：推进中 3 项，已办结 1 项，未报告 1 项。" in page
    assert "共 5 项：红灯" not in page


def test_deadlines_and_the_plan_are_drawn(open_overview: Open) -> None:
    page = read(open_overview(small_campaign()))
    assert "未来 12 周有 2 项到期" in page
    assert "已办结 1 项；按现行时限应办结 2 项" in page


def test_without_deadlines_the_page_says_why_there_is_no_plan(open_overview: Open) -> None:
    page = read(open_overview(campaign(items=[{"id": "a"}])))
    assert "均未报告完成时限" in page
    assert "尚无指标数据" in page
    assert "近 30 天没有变化" in page
    assert "1 项因信息不全无法判断" in page


def test_missing_status_is_not_taken_for_unfinished(open_overview: Open) -> None:
    assert "0 / 1 项，1 项未报告状态" in read(open_overview(campaign(items=[{"id": "a"}])))


def test_an_empty_campaign_says_what_to_do(open_overview: Open) -> None:
    at = open_overview(campaign())
    assert "活动文件里还没有事项" in at.info[0].value
    assert not figures(at)


def test_a_filter_that_leaves_nothing_says_so(open_overview: Open) -> None:
    assert "没有符合当前筛选条件的事项" in open_overview(small_campaign(), text="查无此事").info[0].value


def test_the_page_speaks_english(open_overview: Open) -> None:
    page = read(open_overview(small_campaign(), "en"))
    for words in (
        "Late item",
        "College Students",
        "Deadline: 20 June 2021",
        "Employment notice",
        "Job fairs",
    ):
        assert words in page
    content = ("办实事", "王立", "月报", "就业")
    assert not re.search("[\u4e00-\u9fff]", re.sub("|".join(content), "", page))


def test_hostile_texts_are_shown_as_written(open_overview: Open) -> None:
    items = [
        {
            "id": f"i{number}",
            "title": text,
            "lead": f"o{number}",
            "deadline": "2021-06-01",
            "status": "in_progress",
        }
        for number, text in enumerate(HOSTILE)
    ]
    organizations = [{"id": f"o{number}", "name": text} for number, text in enumerate(HOSTILE)]
    at = open_overview(campaign(items=items, organizations=organizations))
    assert len([label for label in links(at) if "badge" in label]) == 8


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["moe-2021", "simulated"])
def test_the_bundled_campaigns_are_told(open_overview: Open, name: str, lang: str) -> None:
    shown: Campaign = reading.read(PROJECT / "data/campaigns" / name)
    page = read(open_overview(shown, lang))
    assert "{" not in page
    if name == "moe-2021":
        assert (
            "司局单位事项公布 135 项，本看板收录 4 项" if lang == "zh" else "4 of 135 department items"
        ) in page
        assert ("超过100场" if lang == "zh" else "100 sessions") in page


def test_an_open_table_stays_open_on_its_page_and_is_no_other_pages(open_overview: Open) -> None:
    assert not open_overview(small_campaign()).main.dataframe
    at = open_overview(small_campaign(), light="red", open=["nosuch", "overview.lights"])
    assert len(at.main.dataframe) == 1
    texts = "\n".join(text.value for text in (*at.main.markdown, *at.sidebar.markdown))
    here = "overview?lang=zh&light=red&open=nosuch"
    assert f"[收起下方数据表]({here} " in texts
    # Other languages, the view without filters and the link to copy show it, too; no other page does.
    for label, page in (("English", "overview"), ("清除筛选", "overview"), ("复制链接", "copy")):
        assert re.search(rf"\[{label}\]\({page}\?[^)]*open=nosuch&open=overview\.lights", texts), label
    assert set(re.findall(r"\]\(([a-z]+)\?[^)]*open=", texts)) == {"overview", "copy"}
