from pathlib import Path

import pandas as pd
import pytest

from data import reading
from data.campaign import Campaign
from data.problems import Loss, Problem, Severity
from tests.data.conftest import Reads

HEAD = "campaign: {title: 办实事, start: 2021-03-01, end: 2021-12-31}\n"


def _only(campaign: Campaign, code: str) -> Problem:
    (found,) = (problem for problem in campaign.problems if problem.code == code)
    return found


def test_settings_are_read_with_their_translations(read: Reads) -> None:
    settings = read(
        {
            "c.yaml": "campaign:\n  title: {en: Help, zh: 办实事}\n  start: 2021-03-01\n  end: 2021年底前\n"
            "  as_of: 2021-06-30\n  host: 教育部\n  declared_department: 135\n"
            "  due_soon_days: 7\n  simulated: 是\n"
            "organizations: [{id: moe, name: 教育部}]\n"
        }
    ).settings
    assert list(settings.title.items()) == [("zh", "办实事"), ("en", "Help")]
    assert (str(settings.start), str(settings.end), str(settings.as_of)) == (
        "2021-03-01",
        "2021-12-31",
        "2021-06-30",
    )
    assert (settings.host, settings.declared, settings.simulated) == ("moe", {"department": 135}, True)
    assert settings.thresholds.due_soon_days == 7


def test_children_nested_under_an_item_know_their_parent(read: Reads) -> None:
    campaign = read(
        {
            "c.yaml": HEAD + "items:\n  - title: 无编号\n    lead: 甲司\n    measures: [{id: M, title: 做}]\n"
            "    indicators:\n"
            "      - {id: I, title: 数, readings: [{date: 2021-05, value: '1,595'}]}\n"
            "  - {id: B, title: 后, lead: 甲司}\n"
        }
    )
    own = campaign["items"]["id"][0]
    assert list(campaign["measures"]["item"]) == [own]
    assert list(campaign["indicators"]["item"]) == [own]
    assert list(campaign["readings"]["indicator"]) == ["I"]
    assert campaign["readings"]["value"][0] == 1595
    assert [problem.code for problem in campaign.problems] == ["generated_ids"]


def test_an_unknown_parent_leaves_its_children_out(read: Reads) -> None:
    campaign = read({"c.yaml": HEAD + "items: [{id: A, measures: [{id: M, title: x}]}]\n"})
    assert len(campaign["items"]) == len(campaign["measures"]) == 0
    assert _only(campaign, "required_missing").loss is Loss.ROW


def test_nothing_is_typed_by_its_looks(read: Reads) -> None:
    items = read(
        {
            "c.yaml": HEAD
            + "items:\n- {id: 012, title: no, code: 1.10, owner: 0x1F, note: 2021-06-30, lead: NA}\n"
        }
    )["items"]
    assert items[["id", "title", "code", "owner", "note", "lead"]].iloc[0].tolist() == [
        *("012", "no", "1.10", "0x1F", "2021-06-30", "NA")
    ]


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_written_in_yaml_s_own_ways(read: Reads, nothing: str) -> None:
    assert (
        read({"c.yaml": HEAD + f"items:\n- id: A\n  title: t\n  lead: x\n  owner: {nothing}\n"})["items"][
            "owner"
        ][0]
        == ""
    )


def test_translations_fall_back_to_each_other(read: Reads) -> None:
    campaign = read(
        {
            "c.yaml": HEAD
            + "items:\n- {id: A, title: {zh: 甲, en: a}, lead: x}\n- {id: B, title: {en: b}, lead: x}\n"
        }
    )
    assert campaign.text("items", "title", "zh").tolist() == ["甲", "b"]
    assert campaign.text("items", "title", "en").tolist() == ["a", "b"]


def test_lists_and_split_texts_are_the_same(read: Reads) -> None:
    items = read(
        {
            "c.yaml": HEAD
            + "items:\n- {id: A, title: t, lead: x, support: [甲司, 乙司], regions: [北京, '31']}\n"
            "- {id: B, title: t, lead: x, support: 甲司、乙司, regions: 北京；上海}\n"
        }
    )["items"]
    assert items["support"].tolist() == [("甲司", "乙司")] * 2
    assert items["regions"].tolist() == [("110000", "310000")] * 2


def test_of_several_leads_the_first_leads_and_the_others_support(read: Reads) -> None:
    items = read(
        {
            "c.yaml": HEAD
            + "items:\n- {id: A, title: t, lead: [甲, 乙], support: 丙}\n- {id: B, title: t, lead: 甲、丙}\n"
        }
    )["items"]
    assert items["lead"].tolist() == ["甲", "甲"]
    assert items["support"].tolist() == [("丙", "乙"), ("丙",)]


@pytest.mark.parametrize(
    ("row", "code", "line", "character"),
    [
        ("{id: A, title: t, lead: x, titel: y}", "unknown_key", 3, 30),
        ("{id: A, title: t, lead: x, owner: [a, b]}", "list_for_text", 3, 37),
        ("{id: A, title: t, lead: x, owner: {a: b}}", "mapping_for_text", 3, 37),
        ("{id: A, title: t, lead: x, measures: 做事}", "unknown_key", 3, 30),
        ("{id: A, title: t, lead: x, measures: [做事]}", "row_not_a_mapping", 3, 41),
        ("{id: A, title: t, lead: x, measures: {a: b}}", "table_not_a_list", 3, 40),
        ("{id: A, title: {fr: x}, lead: x}", "unknown_language", 3, 19),
        ("{id: A, title: t, lead: x, title: u}", "duplicate_key", 3, 30),
        ("{id: A, title: t, lead: x, owner: *a}", "yaml_alias", 3, 37),
        ("{id: A, title: t, lead: x, owner: &a b}", "yaml_anchor", 3, 37),
        ("{id: A, title: t, lead: x, owner: !!int b}", "yaml_tag", 3, 37),
        ("{id: A, title: t, lead: x, [k]: b}", "yaml_key", 3, 30),
        ("{id: A, title: t, lead: x, deadline: 6/7}", "ambiguous_date", 3, 40),
        ("{id: A, title: t, lead: x, start: 2021-02-30}", "impossible_date", 3, 37),
        ("{id: A, title: t, lead: x, progress: 101}", "out_of_range", 3, 40),
        ("{id: A, title: t, lead: x, progress: -1}", "out_of_range", 3, 40),
        ("{id: A, title: t, lead: x, progress: 多}", "not_a_number", 3, 40),
        ("{id: A, title: t, lead: x, progress: 0.4}", "fraction_for_percent", 3, 40),
        ("{id: A, title: t, lead: x, level: 省级}", "unknown_word", 3, 37),
        ("{id: A, title: t, lead: x, source_url: 'javascript:x'}", "not_a_link", 3, 42),
        ("{id: A, title: t, lead: x, parent: Z}", "unknown_reference", 3, 38),
        ("{id: A, title: t, lead: x, parent: A}", "parent_cycle", 3, 38),
        ("{id: a b, title: t, lead: x}", "rewritten_id", 3, 8),
    ],
)
def test_every_problem_names_its_place(read: Reads, row: str, code: str, line: int, character: int) -> None:
    found = _only(read({"c.yaml": HEAD + f"items:\n- {row}\n"}), code)
    assert (found.file, found.line, found.character) == ("c.yaml", line, character)


def test_a_key_given_under_two_of_its_names_counts_once(read: Reads) -> None:
    campaign = read({"c.yaml": HEAD + "items:\n- id: A\n  title: t\n  牵头单位: x\n  lead: y\n"})
    found = _only(campaign, "duplicate_key")
    assert (found.line, found.values["line"], found.loss) == (6, "5", "cell")
    assert campaign["organizations"]["name"].tolist() == ["x"]


@pytest.mark.parametrize("progress", ["0", "100", "0%", "100%", "0.4%", "1"])
def test_progress_within_its_bounds_is_no_problem(read: Reads, progress: str) -> None:
    assert (
        read({"c.yaml": HEAD + f"items: [{{id: A, title: t, lead: x, progress: {progress}}}]\n"}).problems
        == ()
    )


def test_a_row_without_what_it_needs_is_left_out_alone(read: Reads) -> None:
    campaign = read(
        {"c.yaml": HEAD + "items:\n- {id: A, lead: x}\n- {id: B, title: t, lead: x}\n- {id: B, title: u}\n"}
    )
    assert campaign["items"]["id"].tolist() == ["B"]
    assert [(p.code, p.line, p.loss) for p in campaign.problems] == [
        ("required_missing", 3, Loss.ROW),
        ("duplicate_id", 5, Loss.ROW),
    ]


def test_an_unknown_status_stays_visible(read: Reads) -> None:
    campaign = read({"c.yaml": HEAD + "items: [{id: A, title: t, lead: x, status: 快了}]\n"})
    assert campaign["items"][["status", "status.text"]].iloc[0].tolist() == ["unrecognised", "快了"]
    assert campaign.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize("kept_back", ["'-'", "…", "'*'", "NA", "n/a", "保密", "suppressed"])
def test_a_figure_kept_back_is_no_problem(read: Reads, kept_back: str) -> None:
    campaign = read(
        {"c.yaml": HEAD + "items:\n- {id: A, title: t, lead: x, indicators: [{id: I, title: t, readings: "
         f"[{{date: 2021-05-01, value: {kept_back}}}]}}]}}\n"}
    )  # fmt: skip
    assert campaign.problems == ()
    assert pd.isna(campaign["readings"]["value"][0])
    assert campaign["readings"]["value.text"][0] == kept_back.strip("'")


def test_gb18030_is_read(read: Reads) -> None:
    assert read({"c.yaml": HEAD.encode("gb18030")}).settings.title == {"zh": "办实事"}


@pytest.mark.parametrize(
    ("start", "end", "read_as"),
    [("2021-03-01", "2021-12-31", "2021-06-30"), ("2020-12-01", "2021-12-31", None)],
)
def test_a_year_left_out_is_that_of_the_campaign_if_it_has_one(
    read: Reads, start: str, end: str, read_as: str | None
) -> None:
    campaign = read(
        {
            "c.yaml": f"campaign: {{title: t, start: {start}, end: {end}}}\n"
            "items: [{id: A, title: t, lead: x, deadline: 6月底前}]\n"
        }
    )
    deadline = campaign["items"]["deadline"][0]
    assert (None if pd.isna(deadline) else f"{deadline:%Y-%m-%d}") == read_as
    assert campaign["items"]["deadline.text"][0] == "6月底前"


def test_an_organization_is_known_by_all_its_names(read: Reads) -> None:
    names = ["xs", "高校学生司", "学生司", "就业司", "Department of Students"]
    rows = "".join(f"- {{id: A{n}, title: t, lead: {name}}}\n" for n, name in enumerate(names))
    table = (
        "organizations:\n- {id: xs, name: {zh: 高校学生司, en: Department of Students}, "
        "short_name: 学生司, aliases: 就业司}\n"
    )
    campaign = read({"c.yaml": HEAD + table + "items:\n" + rows})
    assert campaign.problems == ()
    assert set(campaign["items"]["lead"]) == {"xs"}


def test_an_unknown_organization_brings_a_guess(read: Reads) -> None:
    campaign = read(
        {
            "c.yaml": HEAD
            + "organizations: [{id: xs, name: 高校学生司}]\nitems: [{id: A, title: t, lead: 高校学生处}]\n"
        }
    )
    found = _only(campaign, "unknown_organization")
    assert "高校学生司" in found.suggestion("zh")
    assert campaign["items"]["lead.text"][0] == "高校学生处"
    assert pd.isna(campaign["items"]["lead"][0])


def test_the_same_file_has_the_same_version(read: Reads, tmp_path: Path) -> None:
    first = read({"c.yaml": HEAD})
    signed = reading.signature(tmp_path / "c.yaml")
    assert read({"c.yaml": HEAD}).version == first.version
    assert read({"c.yaml": HEAD + "items: []\n"}).version != first.version
    assert reading.signature(tmp_path / "c.yaml") != signed
