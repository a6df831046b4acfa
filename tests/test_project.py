import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data import reading

PROJECT = Path(__file__).parents[1]
FILES = {part: sorted((PROJECT / part).rglob("*.py")) for part in ("pages", "components", "data")}


def imported_packages(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.split(".")[0] for name in names}


def source_files() -> Iterator[Path]:
    yield PROJECT / "app.py"
    for files in FILES.values():
        yield from files


def load_pyproject() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def commands(readme: str) -> dict[str, str]:
    text = (PROJECT / readme).read_text(encoding="utf-8")
    return dict(re.findall(r"<!-- commands: (\w+) -->\n```\w*\n(.+)\n```\n", text))


@pytest.mark.parametrize(
    ("part", "forbidden"),
    [
        ("data", {"streamlit", "plotly", "components", "pages", "app"}),
        ("components", {"pages", "app"}),
        ("pages", {"pages", "app"}),
    ],
)
def test_imports_go_one_way(part: str, forbidden: set[str]) -> None:
    assert FILES[part], f"{part}/ holds no code"
    wrong = {
        f"{file.relative_to(PROJECT)}: {', '.join(sorted(found))}"
        for file in FILES[part]
        if (found := imported_packages(file) & forbidden)
    }
    assert not wrong


def test_pages_read_no_files() -> None:
    readers = {"csv", "io", "os", "pathlib", "yaml"}
    assert not {file.name for file in FILES["pages"] if imported_packages(file) & readers}


@pytest.mark.parametrize("word", ["unsafe_allow_html", "unsafe_allow_javascript", "use_container_width"])
def test_no_code_asks_streamlit_for(word: str) -> None:
    assert not [file for file in source_files() if word in file.read_text(encoding="utf-8")]


def test_files_are_named_after_what_they_hold() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "service", "services", "misc"}
    assert not [
        file for file in source_files() if vague & set(file.relative_to(PROJECT).with_suffix("").parts)
    ]


def test_every_dependency_is_bounded_below_and_above() -> None:
    pyproject = load_pyproject()
    requirements = [
        *pyproject["build-system"]["requires"],
        *pyproject["project"]["dependencies"],
        *(name for extra in pyproject["project"]["optional-dependencies"].values() for name in extra),
    ]
    # The extra of the tests names the others.
    own = re.compile(re.escape(pyproject["project"]["name"]) + r"\[[a-z,]+\]")
    requirements = [name for name in requirements if not own.fullmatch(name)]
    assert requirements
    assert not [name for name in requirements if not re.fullmatch(r"[\w\-\[\]]+>=[\d.]+,<[\d.]+", name)]


def test_the_project_installs_no_packages_of_its_own() -> None:
    setuptools = load_pyproject()["tool"]["setuptools"]
    assert setuptools == {"packages": [], "py-modules": []}


@pytest.mark.parametrize("file", ["pyproject.toml", ".ci/run"])
def test_packages_come_from_wherever_the_machine_says(file: str) -> None:
    text = (PROJECT / file).read_text(encoding="utf-8")
    assert not re.findall(r"https?://|--index-url|--extra-index-url|--find-links|pypi", text)


def test_both_readmes_carry_the_same_two_commands() -> None:
    english = commands("README.md")
    assert english == {
        "run": "pip install -e . && streamlit run app.py",
        "test": 'pip install -e ".[test]" && pytest -n auto',
    }
    assert commands("README.zh.md") == english


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_every_file_a_readme_points_to_exists(readme: str) -> None:
    text = (PROJECT / readme).read_text(encoding="utf-8")
    links = set(re.findall(r"\]\((?!https?:|#)([^)#]+)", text))
    assert links
    assert not [link for link in links if not (PROJECT / link).exists()]


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_mapping_of_a_readme_opens_the_table_it_is_for(readme: str, tmp_path: Path) -> None:
    text = (PROJECT / readme).read_text(encoding="utf-8")
    (mapping,) = re.findall(r"```yaml\n(table: items\n.+?)```", text, re.DOTALL)
    table = tmp_path / "projects.csv"
    table.write_text("Project name;Department;Rating;Cost\nA rail line;Transport;Amber/red;£5m\n", "cp1252")
    (tmp_path / "projects.mapping.yaml").write_text(mapping, encoding="utf-8")
    campaign = reading.read(table)
    item = campaign["items"].iloc[0]
    assert (item["title"], item["lead"], item["status"]) == ("A rail line", "Transport", "in_progress")
    assert campaign.extras["items"]["Cost"].tolist() == ["£5m"]
    assert campaign.settings.title == {"en": "Major projects"}
