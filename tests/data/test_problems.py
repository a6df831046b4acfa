import ast
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from data.problems import Loss, Problem, Severity


def _catalog(project: Path, lang: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((project / f"data/locales/{lang}").glob("*.po")):
        with path.open("rb") as file:
            found |= {str(m.id): str(m.string) for m in read_po(file) if str(m.id).startswith("problem.")}
    return found


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_wording_exists_in_both_languages_with_the_same_placeholders(project: Path) -> None:
    zh, en = _catalog(project, "zh"), _catalog(project, "en")
    assert zh.keys() == en.keys()
    assert all(zh.values())
    assert all(en.values())
    for key in zh:
        assert _placeholders(zh[key]) == _placeholders(en[key]), key


def test_every_problem_says_what_is_wrong_what_was_expected_and_what_to_do(project: Path) -> None:
    keys = _catalog(project, "zh").keys()
    codes = {key.split(".")[1] for key in keys} - {"near", "loss", "at"}
    for code in codes:
        assert {f"problem.{code}{part}" for part in ("", ".expected", ".suggestion")} <= keys


def test_every_code_that_is_worded_is_used(project: Path) -> None:
    sources = (project / "data").rglob("*.py")
    written = {
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    codes = {key.split(".")[1] for key in _catalog(project, "en")} - {"near", "loss", "at"}
    assert {code for code in codes if not code.startswith("personal_")} <= written


@pytest.mark.parametrize(
    ("problem", "zh", "en"),
    [
        (
            Problem(
                *(
                    Severity.ERROR,
                    "unknown_organization",
                    "items.csv",
                    19,
                    3,
                    "C17",
                    "items",
                    "A1",
                    "lead",
                    "学生处",
                ),
                {"name": "学生处", "near": "高校学生司"},
                Loss.CELL,
            ),
            "items.csv 第 17 行，牵头单位：没有名为“学生处”的单位。该值未采用。是否应为“高校学生司”？",
            'items.csv row 17, Lead: "学生处" is no organization. The value was left out. Did you mean',
        ),
        (
            Problem(
                *(Severity.ERROR, "required_missing", "items.xlsx", 17, 2, "B17", "items", "", "title"),
                sheet="事项",
            ),
            "items.xlsx 的工作表“事项”第 17 行，事项：“事项”没有填写。",
            "items.xlsx, sheet 事项, row 17, Item: ",
        ),
        (
            Problem(Severity.ERROR, "yaml_tab", "campaign.yaml", 2, 1, loss=Loss.FILE),
            "campaign.yaml 第 2 行：这一行用制表符",
            "campaign.yaml line 2: This line is indented with a tab",
        ),
        (
            Problem(Severity.ERROR, "empty_file", "items.csv", loss=Loss.FILE),
            "items.csv：文件是空的。",
            "items.csv: The file is empty. ",
        ),
    ],
)
def test_a_problem_is_told_in_one_line(problem: Problem, zh: str, en: str) -> None:
    assert problem.describe("zh").startswith(zh)
    assert problem.describe("en").startswith(en)
    assert "\n" not in problem.describe("zh") + problem.describe("en")


def test_a_field_is_named_by_its_header() -> None:
    problem = Problem(Severity.ERROR, "not_a_date", "items.csv", table="items", column="title.en")
    assert (problem.field("zh"), problem.field("en")) == ("事项.en", "Item.en")


def test_what_is_found_is_never_a_template() -> None:
    problem = Problem(
        Severity.ERROR, "not_a_date", "items.csv", 1, table="items", column="start", found="{name}%s"
    )
    assert "{name}%s" in problem.title("en")


@pytest.mark.parametrize(
    ("cell", "sheet", "place"),
    [
        ("", "", "items.csv:17:3"),
        ("C17", "", "items.csv:17:3"),
        ("C17", "事项", "items.csv:事项!C17"),
        ("", "事项", "items.csv:事项"),
    ],
)
def test_a_place_is_named_as_programs_name_it(cell: str, sheet: str, place: str) -> None:
    assert Problem(Severity.ERROR, "empty_file", "items.csv", 17, 3, cell, sheet=sheet).place == place
