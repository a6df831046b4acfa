"""A first mapping is written by looking at headers and values; raw as it is, it opens the file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from data import reading
from data.__main__ import main
from data.campaign import Campaign
from data.readers import files
from data.suggestion import suggest
from tests.data.workbook import workbook

Suggested = Callable[..., tuple[dict[str, object], Campaign]]


@pytest.fixture
def suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suggested:
    """Suggest a mapping for a table and read the table through it; no problem may lie in the mapping."""
    monkeypatch.setattr(files, "QUIET_SECONDS", 0)

    def suggest_and_read(
        content: str | bytes, name: str = "list.csv", lang: str = "en"
    ) -> tuple[dict[str, object], Campaign]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        mapping = tmp_path / "list.mapping.yaml"
        mapping.write_text(suggest(path, lang), encoding="utf-8")
        campaign = reading.read(path)
        assert [p.describe("en") for p in campaign.problems if p.file == mapping.name] == []
        said: dict[str, object] = yaml.load(mapping.read_text(encoding="utf-8"), yaml.BaseLoader)
        return said, campaign

    return suggest_and_read


WESTERN = """year;project_number;project_name;department;category;aims;rating;comment;start_date;end_date;cost
2021;A_1;Sea patrol craft;MOD;Military;To go, to sea;Amber/red;Exempt – s 26;2014-07-08;2024-04-01;£654.46
2021;B_2;New research vessel;BEIS;Other;To sail; ;None;2015-01-01;Exempt under Section 26 of the Act;£1.00
2021;C_3;Smart meter scheme;BEIS;Other;To measure;Green;On time;2013-03-01;2025-06-30;£2.50
"""


def test_columns_encoding_and_delimiter_are_found(suggested: Suggested) -> None:
    said, campaign = suggested(WESTERN.encode("cp1252"))
    assert (said["encoding"], said["delimiter"]) == ("cp1252", ";")
    assert said["columns"] == {
        "title": "project_name",
        "id": "project_number",
        "deadline": "end_date",
        "start": "start_date",
        "lead": "department",
        "theme": "category",
        "commitment": "aims",
        "note": "comment",
    }
    assert campaign["items"]["id"].tolist() == ["A_1", "B_2", "C_3"]
    assert list(campaign.extras["items"]) == ["year", "rating", "cost"]
    assert campaign.extras["items"]["cost"].iloc[0] == "£654.46"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (
            "任务,牵头单位\n修一条路,甲局\n种十棵树,乙\ufffe局\n".encode().replace(b"\xef\xbf\xbe", b"\xff"),
            "utf-8",
        ),
        ("任务,牵头单位\n修一条路,甲局\n种十棵树,乙局\n".encode("gb18030") + b"\xff,\n", "gb18030"),
    ],
)
def test_a_broken_byte_does_not_hide_the_encoding(
    suggested: Suggested, content: bytes, encoding: str
) -> None:
    said, campaign = suggested(content)
    assert said["encoding"] == encoding
    assert campaign["items"]["title"].tolist()[:2] == ["修一条路", "种十棵树"]


def test_headers_that_yaml_could_not_hold_are_quoted(suggested: Suggested) -> None:
    _, campaign = suggested('"Task: ""A"" #1\x7f",x\x81,- y\nBuild a road,1,2\nMend a road,1,2\n')
    assert campaign["items"]["title"].tolist() == ["Build a road", "Mend a road"]


def test_headers_in_the_first_column_are_seen(suggested: Suggested) -> None:
    said, campaign = suggested(
        '"Project name\n(official)",Road one,Rail two,Port three\nDepartment,DfT,DfT,MOD\n'
        "Project - End Date,31/03/2024,01/02/2025,01/02/2026\n"
        "Narrative on a very long matter that nobody names in fewer words than these,a,b,c\n"
    )
    assert (said["transpose"], said["dates"]) == ("true", "day first")
    assert campaign["items"]["title"].tolist() == ["Road one", "Rail two", "Port three"]
    assert campaign["items"]["deadline"].notna().all()


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("31/01/2021", "01/02/2021"), "day first"),
        (("01/31/2021", "01/02/2021"), "month first"),
        (("03/01/2021", "01/02/2021"), None),
        (("2021-01-31", "2021-02-01"), None),
    ],
)
def test_the_order_of_day_and_month_is_stated_only_where_the_dates_tell_it(
    suggested: Suggested, dates: tuple[str, str], order: str | None
) -> None:
    said, _ = suggested(f"Task,Due date\nBuild a road,{dates[0]}\nMend a road,{dates[1]}\n")
    assert said.get("dates") == order


def test_titles_above_the_headers_are_skipped(suggested: Suggested) -> None:
    said, campaign = suggested(
        "City task list,,\n2023,,\nTask,Lead,Due\nBuild a road,DfT,2023-05-01\nMend it,DfT,2023-06-01\n"
    )
    assert said["skip_rows"] == "2"
    assert campaign["items"]["title"].tolist() == ["Build a road", "Mend it"]


def test_status_words_are_guessed_where_half_of_them_are_known(suggested: Suggested) -> None:
    said, campaign = suggested(
        "Promise,Status\nmore buses now,Delivered\nless noise now,On track\n"
        "clean air now,Parked\nmore trees now,done\n"
    )
    assert said["values"] == {"status": {"Delivered": "done", "On track": "in_progress"}}
    assert campaign["items"]["status"].tolist() == ["done", "in_progress", "unrecognised", "done"]


def test_a_rating_is_not_taken_for_a_status(suggested: Suggested) -> None:
    said, campaign = suggested("Project,RAG status\nBuild a road,Amber\nMend a road,Red\n")
    assert "status" not in said["columns"]  # type: ignore[operator]
    assert campaign.extras["items"]["RAG status"].tolist() == ["Amber", "Red"]


def test_commas_between_names_are_seen_by_names_that_come_again(suggested: Suggested) -> None:
    table = (
        '任务,牵头单位,配合单位\n修路一条,甲局,"乙局,丙局"\n种树十棵,乙局,"丙局,甲局"\n治水三年,丙局,甲局等\n'
    )
    said, campaign = suggested(table, lang="zh")
    assert said["split"] == {"support": [",", "、", ";", "；"]}
    assert campaign["items"]["support"].tolist() == [("乙局", "丙局"), ("丙局", "甲局"), ("甲局",)]
    rows = (f'{task},"Minister of Trade, Tourism and Ports"\n' for task in ("Build a road", "Mend a road"))
    whole = "Task,Lead\n" + "".join(rows)
    assert "split" not in suggested(whole)[0]


def test_rows_that_are_headings_become_themes(suggested: Suggested) -> None:
    table = (
        "序号,任务,牵头单位\n一、就业,,\n1,开招聘会,人社局\n2,办培训班,人社局\n"
        "二、住房,,\n3,建保障房,住建局\n"
    )
    said, campaign = suggested(table, lang="zh")
    assert said["sections"] == "theme"
    assert campaign["items"]["theme"].tolist() == ["一、就业", "一、就业", "二、住房"]


def test_a_column_may_be_title_and_lead_where_there_is_no_other(suggested: Suggested) -> None:
    said, campaign = suggested("Department,Minister\nMinistry of Health,A B\nMinistry of Trade,C D\n")
    assert said["columns"] == {"title": "Department", "lead": "Department", "owner": "Minister"}
    assert len(campaign["items"]) == 2


def test_the_largest_sheet_of_a_workbook_is_taken(suggested: Suggested) -> None:
    book = workbook(
        About=[["Portfolio"]], Data=[["Project", "Department"], ["Build a road", "DfT"], ["Mend it", "DfT"]]
    )
    said, campaign = suggested(book, "list.xlsx")
    assert said["sheet"] == "Data"
    assert campaign["items"]["lead"].tolist() == ["DfT", "DfT"]


def test_the_command_explains_itself_in_the_readers_language_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = tmp_path / "list.csv", tmp_path / "list.mapping.yaml"
    table.write_text("Task,Due\nBuild a road,01/02/2021\n", encoding="utf-8")
    assert main(["suggest", str(table), "--out", str(out), "--lang", "zh"]) == 0
    assert "# dates: day first  # 01/02/2021 这类日期" in out.read_text(encoding="utf-8")
    assert main(["suggest", str(table), "--out", str(out)]) == 2
    capsys.readouterr()
    assert main(["suggest", str(table), "--lang", "en"]) == 0
    assert "title: Task" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"\n\n"])
def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    assert main(["suggest", str(tmp_path / "list.csv"), "--lang", "en"]) == 2
    assert "list.csv" in capsys.readouterr().err


def test_a_task_list_with_merged_headings_and_dates_without_a_year_opens(suggested: Suggested) -> None:
    def merge(_: object, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 3, "某市2024年重点任务分解表")
        sheet.merge_range(2, 0, 2, 3, "一、推动经济发展（2项）")
        sheet.merge_range(5, 0, 5, 3, "二、保障改善民生（1项）")

    rows = [
        ["", "", "", ""],
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["", "", "", ""],
        ["1", "经济增长6%", "市发改委", "12月底前"],
        ["2", "新增企业5万户", "市监局", "6月底前"],
        ["", "", "", ""],
        ["3", "新建学校10所", "教育局", "年底前"],
    ]
    said, campaign = suggested(workbook(merge, 任务=rows), "list.xlsx", "zh")
    assert (said["skip_rows"], said["sections"]) == ("1", "theme")
    themes = ["一、推动经济发展（2项）"] * 2 + ["二、保障改善民生（1项）"]
    assert campaign["items"]["theme"].tolist() == themes
    assert campaign["items"]["deadline"].dt.year.tolist() == [2024] * 3
