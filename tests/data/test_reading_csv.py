import time

import pytest

from data.campaign import Campaign
from data.problems import Loss, Problem, Severity, Unreadable
from data.readers import cells, report
from tests.data.conftest import Reads

HEADER = "编号,事项,牵头单位,完成时限,完成进度\n"


def _only(campaign: Campaign, code: str) -> Problem:
    (found,) = (problem for problem in campaign.problems if problem.code == code)
    return found


def _refused(read: Reads, content: str | bytes) -> Problem:
    with pytest.raises(Unreadable) as refused:
        read({"items.csv": content})
    return next(problem for problem in refused.value.problems if problem.severity is Severity.ERROR)


@pytest.mark.parametrize(
    "content",
    [
        "id,title,lead\n001,NA,甲司\n",
        "﻿id,title,lead\n001,NA,甲司\n",
        "ID;Title;LEAD\r\n001;NA;甲司\r\n",
        "编号\t事项\t牵头单位\n001\tNA\t甲司\n",
        "编号，事项，牵头单位\n001，NA，甲司\n",
        "编号，事项，牵头单位\n001，NA，甲司\n".encode("gb18030"),
        "编号,事项,牵头单位\n001,NA,甲司\n".encode("gb18030"),
        "编号,事项,牵头单位\n001,NA,甲司\n".encode("utf-16"),
        "编号,事项,牵头单位\r001,NA,甲司\r",
        "\n,,\n编号,事项,牵头单位\n,,\n\n001,NA,甲司\n ,\t,\n",
        "编号,事项,牵头单位,,\n001,NA,甲司,,\n",
        '"编号","事项","牵头单位"\n"001","NA","甲司"',
        "事项编号,工作任务,责任单位\n001, NA ,甲司\n",
    ],
)
def test_every_usual_form_of_the_same_table_reads_the_same(read: Reads, content: str | bytes) -> None:
    campaign = read({"items.csv": content})
    assert campaign.problems == ()
    assert campaign["items"][["id", "title", "lead"]].to_numpy().tolist() == [["001", "NA", "甲司"]]
    assert campaign.settings.title == {"zh": "items"}


def test_lines_within_a_cell_survive_and_lines_are_counted_right(read: Reads) -> None:
    campaign = read({"items.csv": 'id,title,lead,deadline\r\nA,"多\r\n行",x,\r\nB,"a ""b"", c",x,6/7\r\n'})
    assert campaign["items"]["title"].tolist() == ["多\r\n行", 'a "b", c']
    found = _only(campaign, "ambiguous_date")
    assert (found.line, found.character, found.cell, found.row) == (4, 4, "D3", "B")


def test_a_translation_stands_in_a_column_of_its_own(read: Reads) -> None:
    campaign = read({"items.csv": "编号,事项,事项.en,牵头单位\nA,甲,a,x\nB,乙,,x\n"})
    assert campaign.text("items", "title", "en").tolist() == ["a", "乙"]


def test_an_unknown_column_brings_a_guess(read: Reads) -> None:
    found = _only(read({"items.csv": "id,title,lead,dedline\nA,t,x,y\n"}), "unknown_column")
    assert (found.severity, found.cell, found.line) == (Severity.WARNING, "D1", 1)
    assert "Deadline" in found.suggestion("en")
    assert "完成时限" in found.suggestion("zh")


def test_ragged_rows_are_named(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead\nA,t\nB,t,x\nC,t,x,y\nD,t,x,\n"})
    assert campaign["items"]["id"].tolist() == ["A", "B", "D"]
    short, long = _only(campaign, "short_row"), _only(campaign, "long_row")
    assert (short.line, short.loss) == (2, Loss.NOTHING)
    assert (long.line, long.loss) == (4, Loss.ROW)


@pytest.mark.parametrize(
    ("cell", "code", "place"),
    [
        ("学生处,6/7,1", "ambiguous_date", "D2"),
        ("x,2021-02-30,1", "impossible_date", "D2"),
        ("x,6月底前,1", "missing_year", "D2"),
        ("x,尽快,1", "not_a_date", "D2"),
        ("x,2021-06-30,101", "out_of_range", "E2"),
        ("x,2021-06-30,0.5", "fraction_for_percent", "E2"),
        ("x,2021-06-30,nan", "not_a_number", "E2"),
        ('x,2021-06-30,"1,5"', "ambiguous_number", "E2"),
        (",2021-06-30,5", "no_lead", "C2"),
    ],
)
def test_every_problem_names_its_cell(read: Reads, cell: str, code: str, place: str) -> None:
    assert _only(read({"items.csv": f"{HEADER}A,t,{cell}\n"}), code).cell == place


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty_file"),
        (" \n\n", "empty_file"),
        (b"PK\x03\x04\x00\x00", "binary_file"),
        (b"id,title\nA,\xff\xff\xff\xff", "unknown_encoding"),
        ("Commitment,Lead\na,b\n", "missing_column"),
    ],
)
def test_a_file_of_which_nothing_can_be_used_is_refused(read: Reads, content: str | bytes, code: str) -> None:
    assert _refused(read, content).code == code


def test_a_quotation_mark_never_closed_costs_only_what_follows(read: Reads) -> None:
    campaign = read({"items.csv": 'id,title,lead\nA,t,x\nB,"open,x\nC,t,x\n'})
    assert campaign["items"]["id"].tolist() == ["A"]
    assert _only(campaign, "unclosed_quote").line == 3


def test_a_quotation_mark_that_swallows_a_whole_file_is_named(read: Reads) -> None:
    campaign = read({"items.csv": 'id,title,lead\nA,t,x\nB,"open,x\n' + "C,t,x\n" * 50_000})
    assert campaign["items"]["id"].tolist() == ["A"]
    assert _only(campaign, "unclosed_quote").line == 3


def test_a_header_larger_than_any_cell_is_named(read: Reads) -> None:
    found = _refused(read, "id,title," + "x" * 200_000 + "\nA,t,x\n")
    assert (found.code, found.line) == ("unclosed_quote", 1)


@pytest.mark.parametrize("odd", ["", "E,t\n"], ids=["sound", "odd"])
def test_cells_are_read_alike_whether_or_not_another_row_is_odd(read: Reads, odd: str) -> None:
    rows = '\nA," t ",x\r\n\n"B","1\r\n2","x"\nC,"a ""b"" c"d,\'=1\nD,,"x，y"\n'
    campaign = read({"items.csv": f"id,title,colour\n{rows}{odd}"})
    assert campaign["items"].iloc[:3]["title"].tolist() == ["t", "1\r\n2", 'a "b" cd']
    assert campaign.extras["items"]["colour"].tolist()[:3] == ["x", "x", "=1"]
    (blank,) = (p for p in campaign.problems if p.code == "required_missing")
    assert (blank.line, blank.row) == (8, "D")


def test_a_table_of_headers_alone_is_an_empty_campaign(read: Reads) -> None:
    campaign = read({"items.csv": HEADER})
    assert all(len(campaign[table]) == 0 for table in campaign.tables if table != "regions")


def test_organizations_are_made_of_the_names_found(read: Reads) -> None:
    campaign = read(
        {"items.csv": "id,title,lead,support\nA,t,甲 司（一处）、乙司,丙司\nB,t,甲司,Dept of A and B\n"}
    )
    assert campaign["organizations"]["name"].tolist() == [
        "甲 司（一处）",
        "乙司",
        "甲司",
        "丙司",
        "Dept of A and B",
    ]
    assert campaign["organizations"]["id"].tolist() == [
        "甲-司-一处",
        "乙司",
        "甲司",
        "丙司",
        "Dept-of-A-and-B",
    ]
    assert campaign["items"]["support"].tolist() == [("丙司", "乙司"), ("Dept-of-A-and-B",)]


def test_ids_made_of_titles_do_not_move_with_the_rows(read: Reads) -> None:
    first = read({"items.csv": "title,lead\na,x\nb,x\n"})["items"]["id"].tolist()
    campaign = read({"items.csv": "title,lead\nnew,x\nb,x\na,x\na,x\n"})
    assert campaign["items"]["id"].tolist()[1:] == [first[1], first[0], first[0] + "-2"]
    assert _only(campaign, "generated_ids").values == {"count": "4"}


@pytest.mark.parametrize(
    ("written", "made"),
    [("1.1", "1-1"), ("（一）", "一"), ("A 2", "A-2"), ("Foo (2)", "Foo-2"), ("***", "row")],
)
def test_a_number_that_is_no_id_is_made_into_one_and_kept_as_the_code(
    read: Reads, written: str, made: str
) -> None:
    campaign = read({"items.csv": f"序号,事项,牵头单位\n{written},甲,学生司\nB,乙,学生司\n"})
    assert campaign["items"][["id", "code"]].to_numpy().tolist() == [[made, written], ["B", ""]]
    found = _only(campaign, "rewritten_id")
    assert (found.loss, found.cell, found.values["count"]) == ("", "A2", "1")


def test_ids_made_of_numbers_stay_apart_and_rows_are_still_found_by_the_number(read: Reads) -> None:
    campaign = read(
        {
            "items.csv": "编号,事项\n1.1,甲\n1-1,乙\n1（1）,丙\n",
            "measures.csv": "编号,所属事项,举措\nm,1.1,做\n",
        }
    )
    assert campaign["items"]["id"].tolist() == ["1-1-2", "1-1", "1-1-3"]
    assert campaign["measures"]["item"].tolist() == ["1-1-2"]


def test_one_title_on_very_many_rows_makes_ids_at_once(read: Reads) -> None:
    started = time.process_time()
    items = read({"items.csv": "事项,牵头单位\n" + "同一件事,学生司\n" * 20_000})["items"]
    assert items["id"].is_unique
    assert time.process_time() - started < 5


def test_the_thousandth_problem_of_a_kind_is_listed_and_the_next_counted(
    read: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "LIMIT", 3)
    rows = [f"A{n},t,x,6/7,\n" for n in range(5)]
    codes = [problem.code for problem in read({"items.csv": HEADER + "".join(rows[:3])}).problems]
    assert codes == ["ambiguous_date"] * 3
    campaign = read({"items.csv": HEADER + "".join(rows)})
    assert [problem.code for problem in campaign.problems if problem.code != "more"] == ["ambiguous_date"] * 3
    assert _only(campaign, "more").values == {"count": "2"}


def test_many_figures_read_like_few(read: Reads) -> None:
    odd = ["0", "100", "1.5", "45%", "-1", "101", "0.5", "保密", "多少"]
    written = [*odd, *(f"{n}.25" for n in range(99)), "7,5"]
    rows = "".join(f'A{n},t,x,,"{cell}"\n' for n, cell in enumerate(written))
    campaign = read({"items.csv": HEADER + rows})
    assert campaign["items"]["progress"].tolist()[:4] == [0, 100, 1.5, 45]
    assert campaign["items"]["progress"][9:108].tolist() == [n + 0.25 for n in range(99)]
    found = [(problem.code, problem.found) for problem in campaign.problems]
    assert sorted(found) == [
        *(("ambiguous_number", "7,5"), ("fraction_for_percent", "0.25"), ("fraction_for_percent", "0.5")),
        *(("not_a_number", "多少"), ("out_of_range", "-1"), ("out_of_range", "101")),
    ]


def test_guesses_are_made_for_the_first_unknown_values_only(
    read: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "GUESSES", 2)
    statuses = "".join(f"A{n},t,x,推进{n}\n" for n in range(3))
    campaign = read({"items.csv": "id,title,lead,status\n" + statuses})
    assert ["near_zh" in problem.values for problem in campaign.problems] == [True, True, False]
