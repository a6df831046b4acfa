from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.reader import figures, links, opener, printed, read

Open = Callable[..., AppTest]


@pytest.fixture
def open_leads(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("leads", monkeypatch)


def full() -> Campaign:
    return campaign(
        organizations=[{"id": "a", "name": "一司"}, {"id": "b", "name": "二司"}],
        items=[{"id": "i", "title": "入学", "lead": "a"}],
        leads=[
            {
                "received": "2021-06-01",
                "item": "i",
                "organization": "a",
                "assigned": "2021-06-02",
                "due": "2021-06-10",
                "resolved": "2021-06-05",
                "satisfaction": 90.0,
                "category": "就学",
                "text": "请拨13812345678",
                "region": "110000",
            },
            {"received": "2021-06-03", "organization": "b", "due": "2021-06-10", "text": "久拖不决"},
            {"received": "2021-06-20", "organization": "b", "assigned": "2021-07-02", "text": "后来交办"},
            {"received": "2021-07-01", "text": "以后的线索"},
        ],
    )


def table(at: AppTest) -> pd.DataFrame:
    frame: pd.DataFrame = at.main.dataframe[-1].value
    return frame


def test_figures_stand_with_what_they_are_a_part_of(open_leads: Open) -> None:
    at = open_leads(full())
    shown = figures(at)
    assert (shown["收到"], shown["已交办"], shown["已办结"], shown["逾期未办结"]) == ("3", "2", "1", "1")
    assert (shown["办结用时中位数"], shown["满意度"]) == ("4 天", "90%")
    said = read(at)
    assert "1 件有评价，占办结的 100%" in said
    assert "办理中 2 件的 50%" in said


def test_leads_that_have_an_item_are_offered_by_name_and_all_are_printed(open_leads: Open) -> None:
    at = open_leads(full())
    (offered,) = [box for box in at.main.selectbox if box.label == "打开问题线索对应的事项"]
    assert [option.split(" · ")[1] for option in offered.options] == ["请拨138****5678"]
    header, *rows = printed(at)
    assert [row[header.index("问题线索")] for row in rows][:2] == ["后来交办", "久拖不决"]


def test_the_table_masks_personal_data_and_leaves_out_what_came_later(open_leads: Open) -> None:
    frame = table(open_leads(full()))
    assert frame["text"].tolist() == ["后来交办", "久拖不决", "请拨138****5678"]
    assert frame["organization"].tolist() == ["尚未交办", "二司", "一司"]
    assert frame["open"].tolist()[-1] == "查看事项"
    assert frame["item"].tolist()[-1] == "入学"


@pytest.mark.parametrize(
    ("state", "texts"),
    [("open", ["久拖不决", "后来交办"]), ("overdue", ["久拖不决"]), ("resolved", ["请拨138****5678"])],
)
def test_the_table_can_show_one_state(open_leads: Open, state: str, texts: list[str]) -> None:
    assert table(open_leads(full(), state=state))["text"].tolist() == texts


@pytest.mark.parametrize(("query", "received"), [({"department": "a"}, "1"), ({"region": "110000"}, "1")])
def test_filters_mean_the_lead(open_leads: Open, query: dict[str, str], received: str) -> None:
    assert figures(open_leads(full(), **query))["收到"] == received


@pytest.mark.parametrize("by", ["category", "department", "region"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_leads_are_compared_by_group(open_leads: Open, by: str, lang: str) -> None:
    at = open_leads(full(), lang=lang, by=by)
    (drawn,) = [c for c in at.main.get("plotly_chart") if f"leads.by.{by}" in c.proto.id]
    assert drawn


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("zh", ("每周收到、办结与积压", "办理中等待天数与办结用时")),
        ("en", ("Received, resolved and open, by week", "Age of open leads and time to resolve")),
    ],
)
@pytest.mark.parametrize("name", ["flow", "days"])
def test_charts_of_weeks_and_of_days_open_one_table_each(
    open_leads: Open, lang: str, titles: tuple[str, str], name: str
) -> None:
    at = open_leads(full(), lang=lang, open=f"leads.{name}")
    assert all(f"## {title}" in read(at) for title in titles)
    flow, days, _ = (drawn.proto.id for drawn in at.main.get("plotly_chart"))
    assert ("leads.flow" in flow, "leads.days" in days) == (True, True)
    opened, _ = at.main.dataframe
    # Weeks from 31 May to the as-of day, or bands of days with a column for each state and two for all.
    assert opened.value.shape == {"flow": (5, 4), "days": (5, 9)}[name]


def test_where_nothing_is_resolved_the_page_says_so(open_leads: Open) -> None:
    at = open_leads(full(), as_of="2021-06-04")
    assert "尚无办结的线索，无法计算办结用时。" in read(at)


def test_an_earlier_day_knows_less(open_leads: Open) -> None:
    shown = figures(open_leads(full(), as_of="2021-06-04"))
    assert (shown["收到"], shown["已办结"]) == ("2", "0")
    assert shown["满意度"] == "–"


def test_a_view_without_leads_says_what_to_do(open_leads: Open) -> None:
    assert "清除筛选" in open_leads(full(), as_of="2021-01-01").main.info[-1].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_campaign_without_leads_says_how_to_add_them_and_who_deals_with_them(
    open_leads: Open, lang: str
) -> None:
    shown = campaign(
        items=[{"id": "x", "title": "抓实问题线索处置", "title.en": "Problem leads"}, {"id": "y"}]
    )
    at = open_leads(shown, lang=lang)
    assert "leads.csv" in read(at)
    assert [to for to in links(at).values() if "item=x" in to]
    assert not [to for to in links(at).values() if "item=y" in to]
