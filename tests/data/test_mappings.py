"""A mapping says how a table made for other purposes is read."""

from pathlib import Path

import pytest

from data import reading
from data.__main__ import main
from data.campaign import Campaign
from data.problems import Loss, Problem, Severity, Unreadable
from data.readers import files
from data.words import Status
from tests.data.conftest import Reads
from tests.data.workbook import workbook

PROJECTS = "Project name,Department,Rating,Ends,Cost\nRoad,DfT,Amber/red,31/03/2024,£5\nRail,DFT,Green,,£6\n"


@pytest.fixture
def mapped(read: Reads) -> Reads:
    """Read a table through a mapping beside it."""

    def read_mapped(table: str | bytes, mapping: str) -> Campaign:
        return read({"list.csv": table, "list.mapping.yaml": mapping}, folder=True)

    return read_mapped


def _only(campaign: Campaign, code: str) -> Problem:
    (found,) = (problem for problem in campaign.problems if problem.code == code)
    return found


def _items(campaign: Campaign, *names: str) -> list[list[str]]:
    found: list[list[str]] = campaign["items"][list(names)].astype("str").fillna("").to_numpy().tolist()
    return found


def test_columns_are_read_by_the_headers_the_mapping_names(mapped: Reads) -> None:
    campaign = mapped(PROJECTS, "columns: {title: Project name, 牵头单位: department}\n")
    assert _items(campaign, "title", "lead") == [["Road", "DfT"], ["Rail", "DfT"]]
    assert list(campaign.extras["items"]) == ["Rating", "Ends", "Cost"]


@pytest.mark.parametrize("source", ["Project name", "project  NAME", "A", "Name of project", "[A]"])
def test_a_column_is_named_by_header_its_first_line_or_its_letter(mapped: Reads, source: str) -> None:
    header = '"Name of project\n(as registered)"' if source == "Name of project" else "Project name"
    assert _items(mapped(f"{header},x\nRoad,1\n", f"columns: {{title: {source}}}\n"), "title") == [["Road"]]


def test_a_mapping_beside_a_single_file_is_found_and_signed(read: Reads, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(PROJECTS)
    before = files.signature(tmp_path / "list.csv")
    (tmp_path / "list.mapping.yaml").write_text("columns: {title: A}\n")
    assert files.signature(tmp_path / "list.csv") != before
    assert _items(reading.read(tmp_path / "list.csv"), "title") == [["Road"], ["Rail"]]


def test_several_columns_make_one_text_or_one_list_else_the_first_filled_counts(mapped: Reads) -> None:
    campaign = mapped(
        "t,a,b,d,e\nx,1,2,,2021-01-31\ny,,3,2021-02-01,2021-01-31\n",
        "columns: {title: t, note: [a, b], support: [a, b], deadline: [d, e]}\n",
    )
    assert _items(campaign, "note", "deadline") == [["1\n2", "2021-01-31"], ["3", "2021-02-01"]]
    assert campaign["items"]["support"].tolist() == [("1", "2"), ("3",)]


def test_a_field_that_is_mapped_to_nothing_stays_unread(mapped: Reads) -> None:
    campaign = mapped("title,owner\nx,somebody\n", "columns: {owner: }\n")
    assert _items(campaign, "title", "owner") == [["x", ""]]
    assert campaign.extras["items"]["owner"].tolist() == ["somebody"]


def test_values_are_read_as_the_mapping_says(mapped: Reads) -> None:
    campaign = mapped(
        PROJECTS,
        "columns: {title: A, lead: B, status: Rating}\n"
        "values:\n  status: {amber/RED: in_progress, Green: 已办结}\n  lead: {DfT: Transport}\n",
    )
    assert _items(campaign, "status", "lead") == [
        [Status.IN_PROGRESS, "Transport"],
        [Status.DONE, "Transport"],
    ]


def test_values_of_a_list_are_read_one_by_one_and_nothing_leaves_them_out(mapped: Reads) -> None:
    campaign = mapped("title,support\nx,BIS; DfT;nan\ny,nan\n", "values: {support: {BIS: BEIS, nan: }}\n")
    assert campaign["items"]["support"].tolist() == [("BEIS", "DfT"), ()]


@pytest.mark.parametrize(
    ("split", "names"),
    [("','", ["a", "b;c"]), ("[',', ';']", ["a", "b", "c"]), ("", ["a,b;c"])],
)
def test_a_cell_of_several_names_is_split_as_the_mapping_says(
    mapped: Reads, split: str, names: list[str]
) -> None:
    campaign = mapped('title,support\nx,"a,b;c"\n', f"split: {{support: {split}}}\n")
    assert campaign["organizations"]["name"].tolist() == names


def test_headers_down_the_first_column_are_read_across_with_the_right_places(mapped: Reads) -> None:
    campaign = mapped(
        'Name,Road,Rail\n"Ends\n(latest)",2021-01-31,2021-02-30\n,,\nMore,1,\n',
        "transpose: true\ncolumns: {title: Name, deadline: Ends}\n",
    )
    assert _items(campaign, "title", "deadline") == [["Road", "2021-01-31"], ["Rail", ""]]
    assert campaign.extras["items"]["More"].tolist() == ["1", ""]
    found = _only(campaign, "impossible_date")
    assert (found.cell, found.line, found.character) == ("C2", 2, 3)
    assert _only(campaign, "further_columns").cell == "A4"


def test_rows_above_the_headers_are_skipped(mapped: Reads) -> None:
    campaign = mapped(
        "List of projects;;\nas of June;;\nName;Ends\nRoad;6/7\n",
        "skip_rows: 2\ncolumns: {title: Name, deadline: Ends}\n",
    )
    assert _items(campaign, "title") == [["Road"]]
    assert _only(campaign, "ambiguous_date").cell == "B4"


def test_encoding_and_delimiter_are_taken_from_the_mapping(mapped: Reads) -> None:
    campaign = mapped(
        "title|cost, total\ncafé|£5\n".encode("cp1252"), "encoding: Windows-1252\ndelimiter: pipe\n"
    )
    assert _items(campaign, "title") == [["café"]]
    assert campaign.extras["items"]["cost, total"].tolist() == ["£5"]


@pytest.mark.parametrize(
    ("order", "written", "day"),
    [
        ("day first", "01.04.16", "2016-04-01"),
        ("month first", "01/04/2016", "2016-01-04"),
        ("日在前", "31-12-99 00:00", "1999-12-31"),
    ],
)
def test_dates_in_figures_are_read_only_in_an_order_that_is_given(
    mapped: Reads, order: str, written: str, day: str
) -> None:
    table = f"title,deadline\nx,{written}\n"
    assert _items(mapped(table, f"dates: {order}\n"), "deadline") == [[day]]
    assert _only(mapped(table, "table: items\n"), "ambiguous_date").found == written


def test_an_impossible_day_is_reported_as_written(mapped: Reads) -> None:
    found = _only(mapped("title,deadline\nx,31/02/2019\n", "dates: day first\n"), "impossible_date")
    assert (found.found, found.cell) == ("31/02/2019", "B2")


def test_defaults_fill_what_the_file_leaves_out(mapped: Reads) -> None:
    campaign = mapped("title,lead\nx,\ny,DfT\n", "defaults: {level: department, lead: Cabinet Office}\n")
    assert _items(campaign, "level", "lead") == [["department", "Cabinet-Office"], ["department", "DfT"]]


def test_cells_that_were_merged_are_filled_down(mapped: Reads) -> None:
    campaign = mapped("theme,title,lead\nA,x,DfT\n,y,\nB,z,\n", "fill_down: theme\n")
    assert _items(campaign, "theme", "lead") == [["A", "DfT"], ["A", ""], ["B", ""]]


def test_heading_rows_speak_for_the_rows_below_and_a_last_note_is_named(mapped: Reads) -> None:
    campaign = mapped(
        "no,title,lead\n一、就业,,\n1,x,DfT\n2,y,DfT\n二、住房,,\n3,z,DfT\n注：截至六月,,\n",
        "sections: theme\n",
    )
    assert _items(campaign, "title", "theme") == [["x", "一、就业"], ["y", "一、就业"], ["z", "二、住房"]]
    assert _only(campaign, "headings_read").values["cells"] == "A2, A5"
    assert _only(campaign, "taken_for_note").line == 7


def test_the_campaign_may_be_described_in_the_mapping(mapped: Reads) -> None:
    campaign = mapped("title\nx\n", "campaign: {title: Projects, language: en, start: 2021-01-01}\n")
    assert campaign.settings.title == {"en": "Projects"}
    assert "missing_settings" not in {problem.code for problem in campaign.problems}


def test_settings_in_two_places_are_reported(read: Reads) -> None:
    campaign = read(
        {
            "campaign.yaml": "campaign: {title: first}\n",
            "items.csv": "title\nx\n",
            "items.mapping.yaml": "campaign: {title: second}\n",
        }
    )
    assert campaign.settings.title == {"zh": "first"}
    assert _only(campaign, "table_twice").file == "items.mapping.yaml"


def test_a_mapping_may_be_for_any_table(mapped: Reads) -> None:
    campaign = mapped("Body\nDfT\n", "table: organizations\ncolumns: {name: Body, id: Body}\n")
    assert campaign["organizations"]["name"].tolist() == ["DfT"]


def test_leftovers_of_exports_are_read_as_meant_and_told_once_per_column(mapped: Reads) -> None:
    campaign = mapped(
        "title,support,more\nKing\\u2019s,A<br/>B,x<br>y\nQueen\\u2019s,C,\n", "columns: {note: more}\n"
    )
    assert _items(campaign, "title", "note") == [["King’s", "x\ny"], ["Queen’s", ""]]
    assert campaign["items"]["support"].tolist() == [("A", "B"), ("C",)]
    told = sorted(
        (p.code, p.values["count"], p.values["cells"]) for p in campaign.problems if "_read" in p.code
    )
    assert told == [("escapes_read", "2", "A2, A3"), ("markup_read", "1", "B2"), ("markup_read", "1", "C2")]


@pytest.mark.parametrize(
    ("mapping", "code", "line", "near"),
    [
        ("columns: {title: A}\ncolumms: {lead: B}\n", "unknown_mapping_key", 2, "columns"),
        ("columns:\n  title: A\n  laed: B\n", "mapping_field", 3, "Lead"),
        ("columns:\n  title: A\n  lead: Departmnet\n", "mapping_column", 3, "Department"),
        (
            "columns: {title: A, status: C}\nvalues:\n  status:\n    Green: in_progres\n",
            "unknown_status",
            4,
            "In progress",
        ),
        ("columns: {title: A}\ndefaults:\n  level: departmnt\n", "unknown_word", 3, "Department item"),
        ("columns: {title: A}\ndates: day second\n", "mapping_value", 2, ""),
        ("columns: {title: A}\nskip_rows: two\n", "mapping_value", 2, ""),
        ("columns: {title: A}\nencoding: cp9999\n", "mapping_value", 2, ""),
        ("columns: {title: A}\nencoding: zlib\n", "mapping_value", 2, ""),
        ("columns: {title: A}\ndelimiter: '::'\n", "mapping_value", 2, ""),
        ("columns: {title: A}\nsplit: {title: ';'}\n", "mapping_split", 2, ""),
        ("table: itmes\ncolumns: {title: A}\n", "unknown_table", 1, "items"),
        ("columns: {title: A}\nsections: themee\n", "mapping_field", 2, "Theme"),
    ],
)
def test_every_slip_in_a_mapping_is_named_with_its_place(
    mapped: Reads, mapping: str, code: str, line: int, near: str
) -> None:
    campaign = mapped(PROJECTS, mapping)
    (found,) = (problem for problem in campaign.problems if problem.file == "list.mapping.yaml")
    assert (found.code, found.line) == (code, line)
    assert near in found.suggestion("en")
    assert campaign["items"]["title"].tolist() == ["Road", "Rail"]


def test_a_mapping_whose_syntax_is_broken_is_refused(mapped: Reads) -> None:
    with pytest.raises(Unreadable) as refused:
        mapped(PROJECTS, "columns: {title: A\n")
    assert refused.value.problems[0].file == "list.mapping.yaml"


def test_a_mapping_without_its_table_is_named(read: Reads) -> None:
    found = _only(read({"items.csv": "title\nx\n", "itmes.mapping.yaml": "table: items\n"}), "mapping_alone")
    assert (found.severity, found.loss) == (Severity.WARNING, Loss.FILE)


def test_a_title_that_cannot_be_found_costs_the_table(mapped: Reads) -> None:
    with pytest.raises(Unreadable) as refused:
        mapped(PROJECTS, "columns: {title: Name of it}\n")
    assert {"mapping_column", "missing_column"} <= {problem.code for problem in refused.value.problems}


def test_the_command_checks_a_table_with_a_mapping_from_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text(PROJECTS)
    (tmp_path / "maps").mkdir()
    mapping = tmp_path / "maps/mine.yaml"
    mapping.write_text("columns: {title: A, lead: B}\nfoo: x\n")
    assert main(["check", str(tmp_path / "list.csv"), "--mapping", str(mapping), "--lang", "en"]) == 1
    assert f"{mapping}:2:1: error" in capsys.readouterr().out


def test_a_sheet_of_a_workbook_is_read_through_a_mapping(read: Reads) -> None:
    book = workbook(
        cover=[["Portfolio"]],
        data=[["List of projects"], ["Project name", "Department", "Cost"], ["Road", "DfT", 5]],
        organizations=[["id", "name"], ["DfT", "Transport"]],
    )
    mapping = "sheet: Data\ncolumns: {title: Project name, lead: Department}\n"
    campaign = read({"list.xlsx": book, "list.mapping.yaml": mapping}, folder=True)
    assert _items(campaign, "title", "lead") == [["Road", "DfT"]]
    assert campaign.extras["items"]["Cost"].tolist() == ["5"]
    assert _only(campaign, "further_columns").place == "list.xlsx:data!C2"
    assert _only(campaign, "unknown_sheet").sheet == "cover"


def test_a_sheet_may_have_its_headers_down_the_first_column(read: Reads) -> None:
    book = workbook(data=[["Portfolio"], ["Name", "Road", "Rail"], ["Ends", "2021-06-30", "6/7"]])
    mapping = "transpose: true\nskip_rows: 1\ncolumns: {title: Name, deadline: '3'}\n"
    campaign = read({"list.xlsx": book, "list.mapping.yaml": mapping}, folder=True)
    assert _items(campaign, "title", "deadline") == [["Road", "2021-06-30"], ["Rail", ""]]
    assert _only(campaign, "ambiguous_date").cell == "C3"


def test_a_sheet_that_is_not_there_is_named(read: Reads) -> None:
    book = workbook(data=[["title"], ["Road"]])
    found = _only(
        read({"list.xlsx": book, "list.mapping.yaml": "sheet: dta\n"}, folder=True), "mapping_sheet"
    )
    assert (found.file, found.line, found.values["near"]) == ("list.mapping.yaml", 1, "data")
