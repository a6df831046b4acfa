import datetime as dt
from xml.etree import ElementTree as ET

from data.campaign import Campaign
from data.filters import Filters
from data.subscriptions import feed, view
from tests.data.builder import campaign

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SHOWN = campaign(
    organizations=[{"id": "xs", "name": "学生司"}, {"id": "jc", "name": "基础司"}],
    items=[{"id": "a", "title": "<b>甲</b>\x0b", "lead": "xs"}, {"id": "b", "lead": "jc"}],
    updates=[
        {"item": "a", "date": "2021-06-10", "status": "in_progress", "progress": 10},
        {"item": "b", "date": "2021-06-12", "status": "done"},
    ],
    indicators=[{"id": "i", "item": "b", "title": "满意度", "unit": "%"}],
    readings=[{"indicator": "i", "date": "2021-06-15", "value": 91.5}],
    documents=[{"id": "d", "title": "通知", "issued": "2021-06-20"}],
    leads=[{"received": "2021-06-21", "text": "绝密"}],
)


def opened(shown: Campaign = SHOWN, filters: Filters = Filters(), lang: str = "zh") -> ET.Element:  # noqa: B008 - never changed
    seen = view.look(
        shown, dt.date(2021, 6, 30), filters, lang=lang, name="demo", board="https://board.example"
    )
    return ET.fromstring(feed.write(seen, "https://board.example/feed.xml"))


def told(found: ET.Element) -> list[tuple[str | None, str | None]]:
    return [
        (entry.findtext("a:title", None, ATOM), entry.findtext("a:summary", None, ATOM))
        for entry in found.findall("a:entry", ATOM)
    ]


def test_it_says_what_changed_newest_first() -> None:
    assert told(opened()) == [
        ("收到线索", "收到问题线索 1 条"),
        ("印发文件：通知", None),
        ("数据更新：满意度", "未报告 → 91.5%"),
        ("办结：b", "未报告 → 已办结"),
        ("启动：<b>甲</b> ", "未报告 → 推进中"),
    ]


def test_filters_leave_what_concerns_them() -> None:
    titles = [title for title, _ in told(opened(filters=Filters(departments=("jc",)), lang="en"))]
    assert titles == ["New reading: 满意度", "Finished: b"]


def test_every_entry_has_what_atom_asks_for() -> None:
    found = opened()
    entries = [found, *found.findall("a:entry", ATOM)]
    ids = [entry.findtext("a:id", "", ATOM) for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(key.startswith("urn:uuid:") for key in ids)
    for entry in entries:
        assert dt.datetime.fromisoformat(entry.findtext("a:updated", "", ATOM)).tzinfo is not None
    assert found.findtext("a:author/a:name", "", ATOM) == "办实事"


def test_ids_stay_from_one_day_to_the_next() -> None:
    later = campaign(
        items=[{"id": "new"}, {"id": "b"}],
        updates=[{"item": "b", "date": "2021-06-12", "status": "done"}],
    )
    first, second = (
        {entry.findtext("a:id", "", ATOM) for entry in opened(shown).findall("a:entry", ATOM)}
        for shown in (SHOWN, later)
    )
    assert len(first & second) == 1


def test_what_citizens_wrote_is_not_in_it() -> None:
    assert "绝密" not in ET.tostring(opened(), encoding="unicode")
