"""The command that compares: what it prints and writes, in both languages, and its exit codes."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from data.__main__ import main

Out = pytest.CaptureFixture[str]

HEADER = "id,code,title,lead,deadline"
BEFORE = "a,K03,规范校外培训,基础教育司,2021-06-30"


@pytest.fixture(autouse=True)
def _files_lie_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.readers.files.QUIET_SECONDS", 0)


def _version(path: Path, *rows: str) -> str:
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    return str(path)


@pytest.fixture
def versions(tmp_path: Path) -> list[str]:
    moved = "a,K03,规范校外培训,基础教育司,2021-08-31"
    added = 'b,K04,"=HYPERLINK(""x"")",基础教育司,2021-06-30'
    return [_version(tmp_path / "v1.csv", BEFORE), _version(tmp_path / "v2.csv", moved, added)]


@pytest.mark.parametrize(
    ("lang", "line", "count"),
    [
        ("zh", "K03 规范校外培训 · 完成时限：2021-06-30 → 2021-08-31", "共 "),
        ("en", "K03 规范校外培训 · Deadline: 2021-06-30 → 2021-08-31", "changes: "),
    ],
)
def test_each_change_is_a_line_and_the_last_line_counts(
    lang: str, line: str, count: str, versions: list[str], capsys: Out
) -> None:
    assert main(["diff", *versions, "--lang", lang]) == 1
    said = capsys.readouterr().out.splitlines()
    assert line in said
    assert count in said[-1]


def test_versions_alike_are_told_to_be_so_with_exit_code_0(tmp_path: Path, capsys: Out) -> None:
    pair = [_version(tmp_path / name, BEFORE) for name in ("v1.csv", "v2.csv")]
    assert main(["diff", *pair, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "The two versions do not differ.\n"


def test_a_version_that_cannot_be_read_is_told_with_exit_code_2(tmp_path: Path, capsys: Out) -> None:
    path = _version(tmp_path / "v1.csv", BEFORE)
    assert main(["diff", path, str(tmp_path / "none.csv"), "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert f"{tmp_path / 'none.csv'}: error: " in said.err
    assert not said.out


def test_errors_in_a_version_are_told_apart_from_the_differences(tmp_path: Path, capsys: Out) -> None:
    paths = [_version(tmp_path / "v1.csv", BEFORE), _version(tmp_path / "v2.csv", BEFORE, "c,,,,")]
    assert main(["diff", *paths, "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "v2.csv has 1 error;" in said.err
    assert "error" not in said.out


def test_many_rows_alike_are_counted_in_the_text_not_listed(tmp_path: Path, capsys: Out) -> None:
    folders = [tmp_path / name for name in ("v1", "v2")]
    for folder, count in zip(folders, (0, 50), strict=True):
        folder.mkdir()
        _version(folder / "items.csv", BEFORE)
        (folder / "campaign.yaml").write_text("campaign: {title: 办实事, as_of: 2021-06-01}\n", "utf-8")
        rows = [f"m{n},a,举措{n}" for n in range(count)]
        (folder / "measures.csv").write_text("\n".join(("id,item,title", *rows)), "utf-8")
    assert main(["diff", *map(str, folders), "--lang", "en"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert sum(" · Measure 举措" in line for line in said) == 20
    assert said[-2:] == [
        "Measure, Added: 30 more rows; see the output of --format xlsx or json.",
        "50 changes: Added 50",
    ]


def test_programs_get_the_same_records_in_every_language(versions: list[str], capsys: Out) -> None:
    printed = []
    for lang in ("zh", "en"):
        assert main(["diff", *versions, "--format", "json", "--lang", lang]) == 1
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    found = json.loads(printed[0])
    moved, added = (
        next(change for change in found["changes"] if change["kind"] == kind and change["table"] == "items")
        for kind in ("deadline_moved", "added")
    )
    place = {"table": "items", "item": "a", "id": "a", "column": "deadline"}
    assert moved == {"kind": "deadline_moved", **place, "before": "2021-06-30", "after": "2021-08-31"}
    assert added["after"]["title"] == '=HYPERLINK("x")'
    assert found["counts"]["added"] == 1 + sum(c["table"] == "organizations" for c in found["changes"])


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("汇总", "变化", "完成时限")), ("en", ("Summary", "Changes", "Deadline"))]
)
def test_the_workbook_speaks_the_readers_language_and_holds_no_formula(
    lang: str, words: tuple[str, ...], versions: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "meeting.xlsx"
    assert main(["diff", *versions, "--lang", lang, "--out", str(out)]) == 1
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as parts:
        said = {name: parts.read(name).decode() for name in parts.namelist()}
    sheets = [text for name, text in said.items() if name.startswith("xl/worksheets/sheet")]
    assert all(word in "".join([said["xl/workbook.xml"], *sheets]) for word in words)
    assert "HYPERLINK(" in sheets[1]
    assert not [text for text in sheets if "<f>" in text]
    assert "<autoFilter" in sheets[1]
    assert 'state="frozen"' in sheets[1]


@pytest.mark.parametrize("more", [["--format", "xlsx"], ["--out", "v1.csv"]])
def test_what_cannot_be_written_is_refused_and_nothing_is_overwritten(
    more: list[str], versions: list[str], tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["diff", *versions, *more, "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was done: ")
    assert Path(versions[0]).read_text("utf-8").endswith(BEFORE)
