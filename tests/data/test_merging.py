"""Files of departments joined: what is one row, what is a conflict, what finds its row in another file."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data import reading, written
from data.__main__ import main
from data.campaign import Campaign
from data.readers import files, workbooks
from data.readers.report import Report
from data.writers import plain_workbook

Out = pytest.CaptureFixture[str]
Merge = Callable[..., int]

SETTINGS = "campaign: {title: 办实事, start: 2021-03-01, end: 2021-12-31}\n"
OFFICE = (
    SETTINGS
    + "organizations:\n- {id: jjs, name: 基础教育司, short_name: 基础司}\n- {id: xss, name: 学生司}\n"
)


@pytest.fixture
def merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Merge:
    """Write files of departments by path, and merge them into `merged.yaml`."""
    monkeypatch.setattr(files, "QUIET_SECONDS", 0)

    def write_and_merge(contents: dict[str, str], *more: str) -> int:
        for name, content in contents.items():
            path = tmp_path / "departments" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        folder, out = str(tmp_path / "departments"), str(tmp_path / "merged.yaml")
        return main(["merge", folder, "--out", out, "--lang", "en", *more])

    return write_and_merge


def merged(tmp_path: Path) -> Campaign:
    return reading.read(tmp_path / "merged.yaml")


def cells(campaign: Campaign, table: str, *names: str) -> list[tuple[str, ...]]:
    return [*written.rows(campaign, table)[[*names]].itertuples(index=False, name=None)]


def test_a_lead_listed_only_in_the_offices_file_is_found(merge: Merge, tmp_path: Path) -> None:
    assert merge({"office.yaml": OFFICE, "xss.csv": "code,title,lead\nK01,就业,学生司\n"}) == 0
    assert cells(merged(tmp_path), "items", "code", "lead") == [("K01", "xss")]


def test_rows_of_one_file_belong_to_items_of_another(merge: Merge, tmp_path: Path) -> None:
    contents = {
        "campaign.yaml": OFFICE,
        "items.csv": "id,code,title\na,K01,就业\n",
        "xss/measures.csv": "item,title\nK01,印发方案\n就业,召开会议\n",
        "xss/updates.csv": "item,date,text\na,2021-05-01,已部署\n",
    }
    assert merge(contents) == 0
    assert cells(merged(tmp_path), "measures", "item", "title") == [("a", "印发方案"), ("a", "召开会议")]
    assert cells(merged(tmp_path), "updates", "item", "text") == [("a", "已部署")]


def test_rows_nested_in_yaml_follow_their_item_into_the_joined_table(merge: Merge, tmp_path: Path) -> None:
    nested = "items:\n- id: {id}\n  title: {id}事项\n  measures:\n  - {{title: 印发方案}}\n"
    assert merge({f"{name}.yaml": nested.format(id=name) for name in ("a", "b")} | {"c.yaml": SETTINGS}) == 0
    found = merged(tmp_path)
    assert cells(found, "measures", "item") == [("a",), ("b",)]
    assert found["measures"]["id"].is_unique


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("id,title,lead,deadline\na,就业,jjs,6月底前\n", "id,title,lead,deadline\na,就业,基础司,2021年6月\n"),
        ("id,title,progress\na,就业,45\n", "编号,事项,完成进度\na,就业,45%\n"),
        ("code,title,support\nK01,就业,基础司；学生司\n", "清单编号,事项,配合单位\nK01,就业,jjs、xss\n"),
        ("title,lead\n就业,jjs\n", "title,note\n就业,急\n"),
    ],
)
def test_rows_that_say_the_same_are_one(first: str, second: str, merge: Merge, tmp_path: Path) -> None:
    assert merge({"office.yaml": OFFICE, "a.csv": first, "b.csv": second}) == 0
    assert len(merged(tmp_path)["items"]) == 1


def test_what_one_file_leaves_blank_another_fills(merge: Merge, tmp_path: Path) -> None:
    contents = {"a.csv": "id,title,owner,经费\na,就业,,5\n", "b.csv": "id,title,owner\na,就业,张某\n"}
    assert merge({"office.yaml": OFFICE, **contents}) == 0
    assert cells(merged(tmp_path), "items", "owner", "经费") == [("张某", "5")]


def test_equal_updates_of_two_files_are_one_and_different_ones_both_stand(
    merge: Merge, tmp_path: Path
) -> None:
    def department(*texts: str) -> str:
        updates = "".join(f"  - {{date: 2021-05-01, text: {text}}}\n" for text in texts)
        return f"items:\n- id: a\n  title: 就业\n  updates:\n{updates}"

    contents = {
        "office.yaml": OFFICE,
        "a.yaml": department("已部署", "已培训"),
        "b.yaml": department("已培训", "已验收"),
    }
    assert merge(contents) == 0
    assert cells(merged(tmp_path), "updates", "text") == [("已部署",), ("已培训",), ("已验收",)]


CONFLICTS = {
    "office.yaml": OFFICE,
    "a.csv": "id,code,title,deadline,status\nk01,K01,就业,2021-06-30,推进中\n",
    "b.csv": "code,title,deadline,status\nK01,就业,2021-08-31,已办结\n",
}


def test_the_same_code_with_different_values_is_a_conflict_field_by_field(
    merge: Merge, tmp_path: Path, capsys: Out
) -> None:
    assert merge(CONFLICTS) == 1
    said = capsys.readouterr().out
    here = tmp_path / "departments"
    for place, field, found, there, other in (
        ("b.csv:2:3", "Deadline", "2021-08-31", "a.csv:2:4", "2021-06-30"),
        ("b.csv:2:4", "Status", "已办结", "a.csv:2:5", "推进中"),
    ):
        assert (
            f'{here}/{place}: error: {field}: For "K01" this says "{found}", but {there} says "{other}".'
            in said
        )
    assert "There are 2 conflicts, and nothing was written." in said
    assert not (tmp_path / "merged.yaml").exists()


@pytest.mark.parametrize(
    ("contents", "conflict"),
    [
        ({"a.yaml": SETTINGS, "b.yaml": "campaign: {title: 办好事}\n"}, "campaign:办实事:title"),
        (
            {name: f"organizations:\n- {{id: {name[0]}, name: 学生司}}\n" for name in ("a.yaml", "b.yaml")},
            "organizations:a:id",
        ),
        (
            {
                name: "items:\n- {id: i, title: 就业}\nindicators:\n- {id: n, item: i, title: 人数}\n"
                f"readings:\n- {{indicator: n, date: {date}, region: {region}, value: {value}}}\n"
                for name, date, region, value in (
                    ("a.yaml", "2021-05", "江苏", 1),
                    ("b.yaml", "2021年5月", "320000", 2),
                )
            },
            "readings:n 2021-05 江苏:value",
        ),
    ],
)
def test_settings_organizations_and_readings_conflict_too(
    contents: dict[str, str], conflict: str, merge: Merge, tmp_path: Path
) -> None:
    path = tmp_path / "conflicts.csv"
    assert merge(contents, "--conflicts", str(path)) == 1
    keys = {line.split(",")[0].strip('"') for line in path.read_text("utf-8-sig").splitlines()[1:]}
    assert keys == {conflict}


@pytest.mark.parametrize(
    ("preferred", "deadline"),
    [(["a"], "2021-06-30"), (["b.csv"], "2021-08-31"), (["office", "b", "a"], "2021-08-31")],
)
def test_the_first_file_that_is_preferred_and_says_anything_prevails(
    preferred: list[str], deadline: str, merge: Merge, tmp_path: Path
) -> None:
    assert merge(CONFLICTS, *(part for name in preferred for part in ("--prefer", name))) == 0
    assert cells(merged(tmp_path), "items", "id", "deadline") == [("k01", deadline)]


def test_a_file_that_is_preferred_but_says_nothing_decides_nothing(merge: Merge) -> None:
    assert merge(CONFLICTS, "--prefer", "office") == 1


def test_a_preferred_file_that_is_not_there_is_refused(merge: Merge, capsys: Out) -> None:
    assert merge(CONFLICTS, "--prefer", "c.csv") == 2
    assert 'There is no source called "c.csv".' in capsys.readouterr().out


def test_conflicts_are_decided_one_by_one_in_a_list(merge: Merge, tmp_path: Path) -> None:
    path = tmp_path / "conflicts.csv"
    merge(CONFLICTS, "--conflicts", str(path))
    marked = [
        line[:-2] + '"x"' if "2021-08-31" in line or "推进中" in line else line
        for line in path.read_text("utf-8-sig").splitlines()
    ]
    path.write_text("\n".join(marked), encoding="utf-8")
    assert merge(CONFLICTS, "--decided", str(path)) == 0
    assert cells(merged(tmp_path), "items", "deadline", "status") == [("2021-08-31", "in_progress")]


def test_what_is_marked_twice_or_has_changed_since_stays_a_conflict(merge: Merge, tmp_path: Path) -> None:
    path = tmp_path / "conflicts.csv"
    merge(CONFLICTS, "--conflicts", str(path))
    marked = (
        path.read_text("utf-8-sig").replace('""', '"x"').replace("已办结", "已销号").replace("推进中", "")
    )
    path.write_text(marked, encoding="utf-8")
    assert merge(CONFLICTS, "--decided", str(path)) == 1


def test_a_list_of_conflicts_as_a_workbook_decides_as_well(merge: Merge, tmp_path: Path) -> None:
    path = tmp_path / "conflicts.xlsx"
    merge(CONFLICTS, "--conflicts", str(path))
    (sheet,) = workbooks.read(path.name, path.read_bytes(), Report())
    frame = pd.DataFrame(sheet.rows[1:], columns=sheet.rows[0])
    frame.loc[frame["Source"] == "b.csv", "Take (x)"] = "x"
    path.write_bytes(plain_workbook.write({"Conflicts": frame}, "en"))
    assert merge(CONFLICTS, "--decided", str(path)) == 0
    assert cells(merged(tmp_path), "items", "deadline", "status") == [("2021-08-31", "done")]


@pytest.mark.parametrize("content", ["", "\0", "key,of,nothing\n"])
def test_a_list_that_is_none_decides_nothing(content: str, merge: Merge, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(content, encoding="utf-8")
    assert merge(CONFLICTS, "--decided", str(tmp_path / "list.csv")) in (1, 2)
    assert not (tmp_path / "merged.yaml").exists()


def test_a_workbook_is_a_source_like_any_other(merge: Merge, tmp_path: Path, capsys: Out) -> None:
    table = pd.DataFrame({"清单编号": ["K01"], "事项": ["就业"], "完成时限": ["2021-07-31"]})
    (tmp_path / "departments").mkdir()
    (tmp_path / "departments/学生司.xlsx").write_bytes(plain_workbook.write({"事项": table}, "zh"))
    assert merge(CONFLICTS) == 1
    assert '学生司.xlsx:事项!C2: error: Deadline: For "K01" this says "2021-07-31"' in capsys.readouterr().out


def test_problems_of_every_file_are_told_with_its_name_and_the_others_are_merged(
    merge: Merge, tmp_path: Path, capsys: Out
) -> None:
    contents = {
        "office.yaml": OFFICE,
        "broken.yaml": "items: [",
        "xss/items.csv": "id,title,lead,deadline\na,就业,学生司,6/7\n",
        "jjs.csv": "id,title,lead\nb,课后服务,基础司教育\n",
    }
    assert merge(contents) == 1
    said = capsys.readouterr().out
    for place in ("broken.yaml:2:1", "xss/items.csv:2:4", "jjs.csv:2:3"):
        assert f"{tmp_path / 'departments'}/{place}: error: " in said
    assert len(merged(tmp_path)["items"]) == 2


def test_an_item_twice_in_one_file_is_that_files_own_problem(merge: Merge, capsys: Out) -> None:
    assert merge({"office.yaml": OFFICE, "a.csv": "id,title\na,就业\na,课后服务\n"}) == 1
    assert "a.csv:3:1: error: Item ID" in capsys.readouterr().out


def test_a_table_of_the_day_first_is_read_as_its_mapping_says(merge: Merge, tmp_path: Path) -> None:
    contents = {
        "office.yaml": OFFICE,
        "a.csv": "code,title,deadline\nK01,就业,01/02/2021\n",
        "a.mapping.yaml": "dates: day first\ncolumns: {code: code, title: title, deadline: deadline}\n",
        "b.csv": "code,title,deadline\nK01,就业,2021-02-01\n",
    }
    assert merge(contents) == 0
    assert cells(merged(tmp_path), "items", "deadline") == [("2021-02-01",)]


@pytest.mark.parametrize(
    ("out", "made"), [("all.xlsx", "all.xlsx"), ("all", "all/campaign.yaml"), ("all.zip", "all.zip")]
)
def test_the_campaign_is_written_as_file_or_folder_and_reads_back(
    out: str, made: str, tmp_path: Path, merge: Merge, capsys: Out
) -> None:
    merge({"office.yaml": OFFICE, "a.csv": "id,title,lead\na,就业,学生司\n"})
    again = str(tmp_path / "departments"), "--out", str(tmp_path / out), "--lang", "zh"
    assert main(["merge", *again]) == 0
    assert "已合并 2 个来源" in capsys.readouterr().out
    assert (tmp_path / made).is_file()
    assert cells(reading.read(tmp_path / out), "items", "id", "lead") == [("a", "xss")]


@pytest.mark.parametrize("out", ["departments/all.yaml", "taken.yaml"])
def test_nothing_is_overwritten_and_no_source_is_made(
    out: str, tmp_path: Path, merge: Merge, capsys: Out
) -> None:
    (tmp_path / "taken.yaml").write_text("mine", encoding="utf-8")
    merge({"office.yaml": OFFICE})
    assert main(["merge", str(tmp_path / "departments"), "--out", str(tmp_path / out), "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was done: ")
    assert (tmp_path / "taken.yaml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("contents", [{}, {"a.txt": "words"}, {"a.csv": ""}])
def test_a_folder_of_nothing_that_can_be_read_is_told_with_exit_code_2(
    contents: dict[str, str], merge: Merge, capsys: Out
) -> None:
    assert merge(contents) == 2
    assert ": error: " in capsys.readouterr().out
