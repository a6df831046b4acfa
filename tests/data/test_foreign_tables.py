"""What tables of other offices hold beside plain values is read by rule, kept, or reported, never lost."""

import pytest

from data import figures
from data.campaign import Campaign
from data.problems import Loss, Problem, Severity
from data.readers import lists
from tests.data.conftest import Reads

EXEMPT = "Exempt under Section 26 of the Act (Defence)"


def _only(campaign: Campaign, code: str) -> Problem:
    (found,) = (problem for problem in campaign.problems if problem.code == code)
    return found


@pytest.mark.parametrize(
    "words", [EXEMPT, "No departmental narrative", "视疫情情况而定", "待2021年中央文件印发以后再确定时限"]
)
def test_words_in_place_of_a_date_or_figure_are_kept_as_the_reason(read: Reads, words: str) -> None:
    rows = "".join(f'{name},t,x,"{words}",{words}\n' for name in "AB")
    campaign = read({"items.csv": f"id,title,lead,deadline,progress\n{rows}"})
    items = campaign["items"]
    assert items["deadline"].isna().all()
    assert items[["deadline.text", "progress.text"]].to_numpy().tolist() == [[words, words]] * 2
    assert [(p.code, p.severity, p.loss) for p in campaign.problems] == [
        ("kept_words", Severity.WARNING, Loss.NOTHING)
    ] * 2
    assert campaign.problems[0].values == {"count": "2", "cells": "D2, D3"}


@pytest.mark.parametrize("written", ["尽快", "2021年底前后", "31st of Marsh 2021", "around June"])
def test_a_slip_in_a_date_stays_an_error(read: Reads, written: str) -> None:
    found = _only(read({"items.csv": f"id,title,lead,deadline\nA,t,x,{written}\n"}), "not_a_date")
    assert found.severity is Severity.ERROR


def test_words_in_place_of_a_date_that_is_needed_cost_the_row(read: Reads) -> None:
    campaign = read(
        {"items.csv": "id,title,lead\nA,t,x\n", "milestones.csv": f"id,item,title,due\nm,A,t,{EXEMPT}\n"}
    )
    assert _only(campaign, "not_a_date").loss is Loss.ROW


@pytest.mark.parametrize("nothing", ["待定", "TBC", "N/A", "#N/A", "-"])
def test_a_date_that_is_not_known_is_no_problem_and_its_word_is_kept(read: Reads, nothing: str) -> None:
    campaign = read({"items.csv": f"id,title,lead,deadline\nA,t,x,{nothing}\n"})
    assert campaign.problems == ()
    assert campaign["items"]["deadline.text"].tolist() == [nothing]


def test_very_many_words_in_place_of_figures_are_one_problem(read: Reads) -> None:
    rows = "".join(f"{n},t,x,no figure was given for case {n}\n" for n in range(3000))
    found = _only(read({"items.csv": f"id,title,lead,progress\n{rows}"}), "kept_words")
    assert found.values == {"count": "3,000", "cells": ", ".join([*(f"D{n}" for n in range(2, 12)), "…"])}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("甲局、乙局；丙局", ["甲局", "乙局", "丙局"]),
        ("甲局<br>乙局<BR/>丙局", ["甲局", "乙局", "丙局"]),
        ("各县（市、区）政府、甲局", ["各县（市、区）政府", "甲局"]),
        ("甲局、各县、市、区政府", ["甲局", "各县、市、区政府"]),
        ("Office (North; South); Ministry", ["Office (North; South)", "Ministry"]),
    ],
)
def test_a_cell_of_several_names_is_split_between_names_only(written: str, names: list[str]) -> None:
    assert lists.split(written) == names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("甲局等", "甲局"),
        ("甲局等有关部门", "甲局"),
        ("DfT and others", "DfT"),
        ("等", ""),
        ("nan", ""),
        ("待定", ""),
        ("高等教育司", "高等教育司"),
    ],
)
def test_the_end_of_an_incomplete_list_is_no_part_of_a_name(written: str, name: str) -> None:
    assert lists.named_by(written) == name


def test_what_an_incomplete_list_says_is_kept_as_written(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,support\nA,t,x,甲局、乙局等\nB,t,x,nan\n"})
    assert campaign["items"]["support"].tolist() == [("甲局", "乙局"), ()]
    assert campaign["items"]["support.text"].tolist() == ["甲局、乙局等", "nan"]
    assert campaign.problems == ()


def test_an_item_led_by_nobody_in_so_many_words_has_no_lead(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead\nA,t,待定\n"})
    assert _only(campaign, "no_lead").cell == "C2"
    assert campaign["items"]["lead.text"].tolist() == ["待定"]


def test_spellings_that_differ_by_case_width_or_punctuation_are_one_organization(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead\nA,t,DfE\nB,t,DFE\nC,t,ＤｆＥ.\nD,t,DfT\n"})
    assert campaign["organizations"]["name"].tolist() == ["DfE", "DfT"]
    assert campaign["items"]["lead"].tolist() == ["DfE", "DfE", "DfE", "DfT"]
    found = _only(campaign, "spellings_joined")
    assert (found.found, found.values["others_en"]) == ("DfE", 'DFE", "ＤｆＥ.')


def test_listed_organizations_are_not_joined(read: Reads) -> None:
    campaign = read(
        {"organizations.csv": "id,name\na,DfE\nb,Df.E\n", "items.csv": "id,title,lead\nA,t,Df.E\nB,u,DfE\n"}
    )
    assert campaign["items"]["lead"].tolist() == ["b", "a"]
    assert "spellings_joined" not in {problem.code for problem in campaign.problems}


@pytest.mark.parametrize(
    ("written", "value"),
    [("£654.46", 654.46), ("£2,013.02", 2013.02), ("-£5", -5), ("US$ 3", 3), ("￥1万", 10_000)],
)
def test_a_sum_of_money_is_a_figure(written: str, value: float) -> None:
    assert figures.read(written) == value


def test_leftovers_of_exports_are_shown_as_written_and_told_once_per_column(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,more\nA,a<br>b,x,\\u2019\nB,c<br/>d,x,\n"})
    assert campaign["items"]["title"].tolist() == ["a<br>b", "c<br/>d"]
    assert _only(campaign, "markup_kept").values["cells"] == "B2, B3"
    assert _only(campaign, "escapes_kept").values["count"] == "1"


@pytest.mark.parametrize("note", ["注：截至6月底。", "Source: Department for Transport", "资料来源：统计局"])
def test_a_remark_below_a_table_is_no_item(read: Reads, note: str) -> None:
    campaign = read({"items.csv": f"title,lead,id\nt,x,A\n{note},,\n"})
    assert campaign["items"]["title"].tolist() == ["t"]
    found = _only(campaign, "taken_for_note")
    assert (found.cell, found.loss, found.found) == ("A3", Loss.ROW, note)


def test_western_text_that_decodes_as_chinese_is_reported(read: Reads) -> None:
    content = "id,title,lead\nA,caf\u00e9s and na\u00efve r\u00e9sum\u00e9s,x\n".encode("cp1252")
    assert _only(read({"items.csv": content}), "doubtful_encoding").line == 2
    chinese = "编号,事项,牵头单位\nA,完善“放管服”措施，服务群众,镕基公司\n".encode("gb18030")
    assert read({"items.csv": chinese}).problems == ()


def test_characters_that_were_lost_are_counted(read: Reads) -> None:
    found = _only(read({"items.csv": "id,title,lead\nA,t,x\nB,caf\ufffd \ufffd,x\n"}), "lost_characters")
    assert (found.line, found.values["count"]) == (3, "2")


def test_bytes_a_given_encoding_does_not_know_are_reported(read: Reads) -> None:
    files = {"items.csv": b"id,title,lead\nA,t\x81,x\n", "items.mapping.yaml": "encoding: cp1252\n"}
    assert _only(read(files), "lost_characters").line == 2


@pytest.mark.parametrize("word", ["合计", "合 计：", "Total"])
def test_a_row_of_sums_is_no_item(read: Reads, word: str) -> None:
    campaign = read({"items.csv": f"id,title,lead\nA,t,x\n{word},3,\n"})
    assert campaign["items"]["title"].tolist() == ["t"]
    assert _only(campaign, "taken_for_total").cell == "A3"
