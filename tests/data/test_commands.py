"""The commands for data keepers: what they print, what they write, and their exit codes."""

import json
from pathlib import Path

import pytest

from data import field_reference, writers
from data.__main__ import language, main
from tests.data.workbook import workbook

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


def _items(folder: Path, *rows: str) -> str:
    path = folder / "items.csv"
    path.write_text("\n".join(("id,title,lead,deadline,progress", *rows)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
    ],
)
def test_messages_are_in_the_language_of_the_environment(environment: dict[str, str], lang: str) -> None:
    assert language(environment) == lang


def test_a_faultless_campaign_has_no_errors(moe: Path, capsys: Out) -> None:
    assert main(["check", str(moe)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"


def test_every_problem_is_one_line_with_its_place_and_the_last_line_counts(
    tmp_path: Path, capsys: Out
) -> None:
    path = _items(tmp_path, "a,One,Office,6/7,45", 'b,Two,Office,2021-06-30,"much\nmore"')
    assert main(["check", path]) == 1
    first, second, count = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:2:4: error: Deadline: ")
    assert second.startswith(f"{path}:3:5: error: Progress: ")
    assert count == "2 errors, 0 warnings"


def test_a_problem_in_a_workbook_is_placed_by_sheet_and_cell(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(Sheet1=[("id", "title", "lead", "deadline"), ("a", "One", "Office", "6/7")]))
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"{path}:Sheet1!D2: error: Deadline: ")


def test_problems_are_told_in_the_language_asked_for(tmp_path: Path, capsys: Out) -> None:
    main(["check", "--lang", "zh", _items(tmp_path, "a,One,Office,6/7,45")])
    said = capsys.readouterr().out
    assert ": 错误: 完成时限：" in said
    assert said.endswith("1 个错误，0 个警告\n")


def test_warnings_alone_are_no_failure(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "items.csv"
    path.write_text("id,title,lead,colour\na,One,Office,red\n", encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.endswith("0 errors, 1 warning\n")


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02"])
def test_what_cannot_be_read_is_told_apart(content: bytes | None, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "items.csv"
    if content is not None:
        path.write_bytes(content)
    assert main(["check", str(path)]) == 2
    assert f"{path}: error: " in capsys.readouterr().out


def test_a_folder_without_data_bears_its_own_name(tmp_path: Path, capsys: Out) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().out.startswith(f"{tmp_path}: error: ")


def test_the_schema_is_printed_apart_from_the_line_for_editors(capsys: Out) -> None:
    assert main(["schema"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["properties"]["items"]
    assert "# yaml-language-server: $schema=" in printed.err


def test_the_schema_is_written_with_the_line_for_editors(tmp_path: Path, capsys: Out) -> None:
    assert main(["schema", "--out", str(tmp_path / "deep/my.json")]) == 0
    assert json.loads((tmp_path / "deep/my.json").read_text(encoding="utf-8"))["$defs"]
    assert "# yaml-language-server: $schema=my.json" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["yaml", "csv", "xlsx"])
def test_a_template_passes_its_own_check(form: str, tmp_path: Path) -> None:
    assert main(["template", "--format", form, "--out", str(tmp_path / "new")]) == 0
    assert main(["check", str(tmp_path / "new")]) == 0


def test_a_template_overwrites_nothing(tmp_path: Path, capsys: Out) -> None:
    path = Path(_items(tmp_path, "a,Mine,,,"))
    before = path.read_bytes()
    assert main(["template", "--out", str(tmp_path)]) == 2
    assert path.read_bytes() == before
    assert not (tmp_path / "campaign.yaml").exists()
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("ending", writers.ENDINGS.values())
def test_an_export_is_written_by_the_ending_of_its_name(
    ending: str, moe: Path, tmp_path: Path, capsys: Out
) -> None:
    out = tmp_path / f"deep/out{ending}"
    assert main(["export", str(moe), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Wrote {out}\n"
    assert main(["check", str(out)]) == 0


def test_an_export_holds_what_its_reader_has_anyway(tmp_path: Path) -> None:
    path = _items(tmp_path, "a,致电 13812345678,Office,,")
    assert main(["export", path, "--out", str(tmp_path / "out.yaml")]) == 0
    assert "13812345678" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_an_export_tells_that_not_all_could_be_read(tmp_path: Path, capsys: Out) -> None:
    path = _items(tmp_path, "a,One,Office,6/7,")
    assert main(["export", path, "--out", str(tmp_path / "out.yaml")]) == 0
    assert f"{path} has 1 error;" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "said"), [("items.csv", "--format"), ("taken.yaml", "exists"), ("items.csv/x.yaml", "cannot be")]
)
def test_an_export_that_cannot_be_written_is_told_in_a_sentence(
    out: str, said: str, tmp_path: Path, capsys: Out
) -> None:
    path = _items(tmp_path, "a,One,Office,,")
    (tmp_path / "taken.yaml").write_text("mine", encoding="utf-8")
    assert main(["export", path, "--out", str(tmp_path / out)]) == 2
    assert said in capsys.readouterr().err
    assert (tmp_path / "taken.yaml").read_text(encoding="utf-8") == "mine"


def test_an_unreadable_campaign_is_not_exported(tmp_path: Path) -> None:
    assert main(["export", str(tmp_path), "--out", str(tmp_path / "out.yaml")]) == 2
    assert not (tmp_path / "out.yaml").exists()


def test_a_simulation_passes_its_own_check(tmp_path: Path, capsys: Out) -> None:
    out = str(tmp_path / "made")
    assert (
        main(["simulate", "--items", "20", "--seed", "1", "--readings", "50", "--leads", "5", "--out", out])
        == 0
    )
    assert "20 items" in capsys.readouterr().out
    assert main(["check", out]) == 0
    assert main(["simulate", "--items", "20", "--readings", "50", "--out", out]) == 0


def test_a_simulation_overwrites_no_other_campaign(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "campaign.yaml").write_text("campaign: {title: Mine}\n", encoding="utf-8")
    assert main(["simulate", "--out", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["campaign.yaml"]
    assert "another campaign" in capsys.readouterr().err


def test_more_readings_than_fit_are_refused_in_a_sentence(tmp_path: Path, capsys: Out) -> None:
    assert main(["simulate", "--items", "3", "--readings", "1000000", "--out", str(tmp_path / "x")]) == 2
    assert "1,000,000 were asked for" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["template"], ["simulate", "--items", "5", "--readings", "0"]])
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    command: list[str], tmp_path: Path, capsys: Out
) -> None:
    (tmp_path / "file").touch()
    assert main([*command, "--out", str(tmp_path / "file/folder")]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "written",
    [
        [],
        ["chekc", "x"],
        ["check"],
        ["template"],
        ["simulate", "--items", "0", "--out", "x"],
        ["schema", "--lang", "fr"],
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(written: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(written)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        *([], ["check"], ["suggest"], ["diff"], ["merge"]),
        *(["schema"], ["export"], ["template"], ["fields"], ["simulate"]),
    ],
)
@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_GB.UTF-8"])
def test_every_command_has_help_in_both_languages(
    command: list[str], lang: str, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setenv("LANG", lang)
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert "help." not in said
    assert any("一" <= character <= "鿿" for character in said) == lang.startswith("zh")


@pytest.mark.parametrize(("name", "lang"), [("fields.md", "en"), ("fields.zh.md", "zh")])
def test_the_field_reference_is_current(name: str, lang: str, project: Path, capsys: Out) -> None:
    assert main(["fields", "--lang", lang]) == 0
    assert capsys.readouterr().out == field_reference.markdown(lang)
    assert (project / "docs" / name).read_text(encoding="utf-8") == field_reference.markdown(lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_of_the_field_reference_is_worded(lang: str) -> None:
    assert "fields." not in field_reference.markdown(lang)
