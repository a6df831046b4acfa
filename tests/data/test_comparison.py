"""The difference of two versions: what is the same row, what changed of it, and in which order it is told."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from data import reading
from data.campaign import Campaign
from data.comparison import Kind, compare, lines, matching, naming
from data.models import TABLES
from tests.data.builder import campaign
from tests.data.conftest import Reads

Told = tuple[str, str, str, str, str]

ORGANIZATIONS = [{"id": "jjs", "name": "基础教育司"}, {"id": "xss", "name": "学生司"}]
ITEM = {"id": "a", "code": "K01", "title": "课后服务", "lead": "jjs", "deadline": "2021-09-30"}


def built(**tables: Any) -> Campaign:
    """Build one item with a row of every kind of child; what is given stands instead."""
    usual: dict[str, Any] = {
        "organizations": ORGANIZATIONS,
        "items": [ITEM],
        "measures": [{"id": "m", "item": "a", "title": "印发方案"}],
        "milestones": [{"id": "n", "item": "a", "title": "全面实施", "due": "2021-08-31"}],
        "updates": [{"item": "a", "date": "2021-05-01", "text": "已部署"}],
        "indicators": [{"id": "i", "item": "a", "title": "覆盖学校"}],
        "readings": [{"indicator": "i", "date": "2021-05-31", "value": 10}],
        "documents": [{"id": "d", "title": "通知", "items": ["a"]}],
    }
    return campaign(**(usual | tables))


def told(before: Campaign, after: Campaign) -> list[Told]:
    """List the changes as kind, table, column, and the values before and after."""
    changes = compare(before, after).changes
    return [*changes[["kind", "table", "column", "old", "new"]].itertuples(index=False, name=None)]


@pytest.mark.parametrize("name", ["moe", "simulated"])
def test_a_campaign_does_not_differ_from_itself(name: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(name)
    assert told(reading.read(path), reading.read(path)) == []


def test_rows_of_every_table_are_known_by_something_and_called_something() -> None:
    assert matching.KEYS.keys() | {"campaign"} == TABLES.keys()
    assert not [table for table in TABLES if "." in naming.row_name(table, "zh")]


def test_the_order_of_rows_and_columns_is_no_change(read: Reads) -> None:
    before = read({"items.csv": "id,title,经费,lead\na,甲,5,司\nb,乙,6,司\n"})
    assert told(before, read({"items.csv": "lead,经费,title,id\n司,6,乙,b\n司,5,甲,a\n"})) == []


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"deadline": "2021-10-31"}, Kind.DEADLINE_MOVED),
        ({"status": "in_progress"}, Kind.STATUS_CHANGED),
        ({"lead": "xss"}, Kind.LEAD_CHANGED),
        ({"title": "课后服务全覆盖"}, Kind.CHANGED),
        ({"title.en": "After school"}, Kind.CHANGED),
        ({"support": ["xss"]}, Kind.CHANGED),
        ({"progress": 40}, Kind.CHANGED),
        ({"regions": ["320000"]}, Kind.CHANGED),
    ],
)
def test_a_changed_field_is_the_only_change_and_of_its_kind(cells: dict[str, Any], kind: Kind) -> None:
    (change,) = [line for line in told(built(), built(items=[ITEM | cells])) if line[1] == "items"]
    assert change[:3] == (kind, "items", next(iter(cells)))


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("organizations", {"id": "new", "name": "新单位"}),
        ("items", {"id": "new", "title": "新事项"}),
        ("measures", {"id": "new", "item": "a", "title": "新举措"}),
        ("milestones", {"id": "new", "item": "a", "title": "新节点", "due": "2021-08-31"}),
        ("updates", {"item": "a", "date": "2021-05-02", "text": "新进展"}),
        ("indicators", {"id": "new", "item": "a", "title": "新指标"}),
        ("readings", {"indicator": "i", "date": "2021-05-31", "region": "320000", "value": 10}),
        ("documents", {"id": "new", "title": "新文件"}),
        ("events", {"id": "new", "title": "新活动"}),
        ("practices", {"id": "new", "title": "新经验"}),
        ("leads", {"id": "new", "received": "2021-05-01"}),
    ],
)
def test_a_row_more_is_added_and_a_row_less_is_removed(table: str, row: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "organizations": ORGANIZATIONS,
        "items": [ITEM],
        "updates": [{"item": "a", "date": "2021-05-01", "text": "已部署"}],
        "indicators": [{"id": "i", "item": "a", "title": "覆盖学校"}],
    }
    more = campaign(**(usual | {table: [row, *usual.get(table, [])]}))
    assert told(campaign(**usual), more) == [("added", table, "", "", "")]
    assert told(more, campaign(**usual)) == [("removed", table, "", "", "")]


def test_a_row_of_another_id_and_the_same_title_is_the_same_row_and_so_are_its_children() -> None:
    after = built(
        items=[ITEM | {"id": "b"}],
        measures=[{"id": "m2", "item": "b", "title": "印发方案"}],
        milestones=[{"id": "n", "item": "b", "title": "全面实施", "due": "2021-08-31"}],
        updates=[{"item": "b", "date": "2021-05-01", "text": "已部署"}],
        indicators=[{"id": "j", "item": "b", "title": "覆盖学校"}],
        readings=[{"indicator": "j", "date": "2021-05-31", "value": 10}],
        documents=[{"id": "d", "title": "通知", "items": ["b"]}],
    )
    assert told(built(), after) == [
        ("id_changed", "items", "id", "a", "b"),
        ("id_changed", "measures", "id", "m", "m2"),
        ("id_changed", "indicators", "id", "i", "j"),
    ]


def test_an_item_of_another_id_and_title_is_known_by_its_code() -> None:
    after = campaign(items=[{"id": "z", "code": "K01", "title": "课后服务全覆盖"}])
    before = campaign(items=[{"id": "a", "code": "K01", "title": "课后服务"}])
    assert told(before, after) == [
        ("id_changed", "items", "id", "a", "z"),
        ("changed", "items", "title", "课后服务", "课后服务全覆盖"),
    ]


def test_items_without_a_code_are_not_taken_for_each_other() -> None:
    found = told(campaign(items=[{"id": "a", "title": "甲"}]), campaign(items=[{"id": "b", "title": "乙"}]))
    assert [line[0] for line in found] == ["removed", "added"]


def test_ids_exchanged_between_two_items_are_followed_by_what_refers_to_them() -> None:
    before = campaign(items=[{"id": "a", "title": "甲"}, {"id": "b", "title": "乙", "parent": "a"}])
    after = campaign(items=[{"id": "a", "title": "甲"}, {"id": "c", "title": "乙", "parent": "a"}])
    assert told(before, after) == [("id_changed", "items", "id", "b", "c")]


def reports(*texts: str) -> Campaign:
    return built(updates=[{"item": "a", "date": "2021-05-01", "text": text} for text in texts])


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("甲乙", "乙甲", []),
        ("甲乙", "乙", [("removed", "", "", "")]),
        ("甲", "甲甲", [("added", "", "", "")]),
        ("甲乙", "丙乙", [("changed", "text", "甲", "丙")]),
    ],
)
def test_several_updates_of_one_day_are_told_apart_by_what_they_say(
    before: str, after: str, found: list[tuple[str, ...]]
) -> None:
    changes = told(reports(*before), reports(*after))
    assert [(line[0], *line[2:]) for line in changes] == found


def test_an_update_with_its_date_corrected_is_the_same_update() -> None:
    after = built(updates=[{"item": "a", "date": "2021-05-03", "text": "已部署"}])
    assert told(built(), after) == [("changed", "updates", "date", "2021-05-01", "2021-05-03")]


def test_a_reading_is_known_by_indicator_date_and_region() -> None:
    def read_off(whole: float, part: float) -> Campaign:
        rows = [{"indicator": "i", "date": "2021-05-31", "value": whole}]
        return built(readings=[*rows, rows[0] | {"region": "320000", "value": part}])

    assert told(read_off(10, 4), read_off(10, 5)) == [("changed", "readings", "value", "4", "5")]


def test_further_fields_are_compared_like_the_others(read: Reads) -> None:
    before = read({"items.csv": "id,title,lead,经费\na,甲,司,5\n"})
    assert told(before, read({"items.csv": "id,title,lead,经费\na,甲,司,6\n"})) == [
        ("changed", "items", "经费", "5", "6")
    ]


def test_settings_are_compared_field_by_field() -> None:
    before, after = campaign(title="办实事", end="2021-12-31"), campaign(title="办实事", end="2022-06-30")
    assert told(before, after) == [("changed", "campaign", "end", "2021-12-31", "2022-06-30")]


def test_items_are_told_by_code_with_their_children_and_other_tables_after_them() -> None:
    def version(word: str) -> Campaign:
        return campaign(
            title=word,
            organizations=[{"id": "o", "name": "单位", "contact": word}],
            items=[
                {"id": "a", "code": "K10", "title": "甲", "note": word},
                {"id": "b", "code": "K2", "title": "乙", "note": word},
            ],
            measures=[{"id": "m", "item": "a", "title": "举措", "owner": word}],
            indicators=[{"id": "i", "item": "b", "title": "指标", "unit": word}],
            readings=[{"indicator": "i", "date": "2021-05-31", "note": word}],
        )

    difference = compare(version("旧"), version("新"))
    ids = [side["items"]["id"][row] for side, row in map(difference.item, difference.changes["item"][:5])]
    assert ids == ["b", "b", "b", "a", "a"]
    assert [*difference.changes["table"]] == [
        *("items", "indicators", "readings", "items", "measures", "campaign", "organizations")
    ]


def test_a_light_that_turned_red_is_told_beside_what_turned_it() -> None:
    moved = {"item": "a", "date": "2021-06-01", "text": "顺延", "deadline": "2021-06-15"}
    after = built(updates=[{"item": "a", "date": "2021-05-01", "text": "已部署"}, moved])
    assert told(built(), after) == [
        ("turned_red", "standing", "light", "yellow", "red"),
        ("deadline_moved", "standing", "deadline", "2021-09-30", "2021-06-15"),
        ("added", "updates", "", "", ""),
    ]


def test_lights_are_compared_on_the_day_asked_for() -> None:
    before, after = built(milestones=[]), built(milestones=[], items=[ITEM | {"deadline": "2021-10-31"}])
    difference = compare(before, after, dt.date(2021, 10, 1))
    lights = difference.changes[difference.changes["column"] == "light"]
    assert lights[["old", "new"]].to_numpy().tolist() == [["red", "yellow"]]


def test_what_an_items_own_row_tells_is_not_told_again_by_its_standing() -> None:
    done = built(items=[ITEM | {"status": "done"}])
    assert told(built(), done) == [
        ("status_changed", "items", "status", "", "done"),
        ("light_changed", "standing", "light", "yellow", "blue"),
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("牵头单位变更", "事项", "K01", "课后服务", "牵头单位", "基础教育司", "学生司")),
        ("en", ("Lead changed", "Item", "K01", "课后服务", "Lead", "基础教育司", "学生司")),
    ],
)
def test_a_change_is_worded_for_its_reader(lang: str, words: tuple[str, ...]) -> None:
    found = lines(compare(built(), built(items=[ITEM | {"lead": "xss"}])), lang)
    names = ["kind", "table", "code", "item", "field", "before", "after"]
    assert tuple(found.loc[0, names]) == words


def test_an_added_row_is_worded_with_all_that_it_holds() -> None:
    row = {"item": "a", "date": "2021-06-01", "text": "已验收", "status": "done"}
    found = lines(compare(built(updates=[]), built(updates=[row])), "en")
    added = found[found["kind"] == "Added"]
    assert [*added["title"], *added["after"]] == ["2021-06-01", "Update: 已验收; Status: Done"]


def test_personal_data_are_masked_where_they_changed() -> None:
    before, after = (
        built(items=[ITEM | {"note": f"联系{number}"}]) for number in ("13812345678", "13912345678")
    )
    found = lines(compare(before, after), "zh")
    assert [*found["before"], *found["after"]] == ["联系138****5678", "联系139****5678"]
