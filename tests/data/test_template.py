"""Templates: they read back without a problem, and nothing a model declares is missing from them."""

from pathlib import Path

import pytest

from data import commands, reading, template
from data.models import TABLES, columns, parent
from data.wording import LANGUAGES


def _read_back(made: dict[str, str], folder: Path) -> tuple[object, ...]:
    commands._write_all(made, folder)
    return reading.read(folder).problems


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_template_has_no_problems(lang: str, tmp_path: Path) -> None:
    assert _read_back(dict(template.csv_campaign(lang)), tmp_path / "csv") == ()
    assert _read_back(dict(template.yaml_campaign(lang)), tmp_path / "yaml") == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_stands_in_the_header_row(lang: str) -> None:
    made = template.csv_campaign(lang)
    for table in TABLES:
        if table != "campaign":
            headers = [column.header(lang) for column in columns(table).values()]
            assert made[f"{table}.csv"].rstrip("\r\n").split(",") == headers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_stands_in_the_yaml_with_its_help(lang: str) -> None:
    (made,) = template.yaml_campaign(lang).values()
    for table in TABLES:
        above = parent(table)
        for column in columns(table).values():
            # A row that stands under its parent does not name it.
            if above is None or column.name != above.name:
                assert f" {column.name}:" in made
            assert column.help(lang) in made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_yaml_can_be_filled_in_where_it_stands(lang: str, tmp_path: Path) -> None:
    (made,) = template.yaml_campaign(lang).values()
    head, *tables = made.split("\n\n# ")
    items = next(part for part in tables if part.startswith("items:"))
    # Uncommented, what is required is missing, but nothing stands where it should not.
    lines = [line.removeprefix("# ") for line in items.splitlines()]
    (tmp_path / "campaign.yaml").write_text(head + "\n\n" + "\n".join(lines), encoding="utf-8")
    codes = {problem.code for problem in reading.read(tmp_path).problems}
    assert codes <= {"required_missing", "generated_ids"}


def test_a_csv_opens_in_excel_as_utf_8(tmp_path: Path) -> None:
    commands._write_all(dict(template.csv_campaign("zh")), tmp_path)
    assert (tmp_path / "items.csv").read_bytes().startswith(b"\xef\xbb\xbf")
