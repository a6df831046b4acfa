"""Templates: they read back without a problem, and nothing a model declares is missing from them."""

import io
import zipfile
from pathlib import Path

import pytest

from data import reading, template, writers
from data.models import TABLES, columns, parent
from data.wording import LANGUAGES


@pytest.mark.parametrize("form", writers.ENDINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_template_has_no_problems_and_no_rows(form: str, lang: str) -> None:
    campaign = reading.read_content(f"new{writers.ENDINGS[form]}", template.download(form, lang))
    assert campaign.problems == ()
    assert campaign.settings.language == lang
    assert sum(len(frame) for table, frame in campaign.tables.items() if table != "regions") == 0


@pytest.mark.parametrize("form", writers.ENDINGS)
def test_a_template_is_the_same_on_disk_and_as_a_download(form: str) -> None:
    files, download = template.files(form, "zh"), template.download(form, "zh")
    if form == "csv":
        with zipfile.ZipFile(io.BytesIO(download)) as folder:
            assert {name: folder.read(name) for name in folder.namelist()} == files
    else:
        assert len(files) == 1


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


def test_a_csv_opens_in_excel_as_utf_8() -> None:
    assert template.files("csv", "zh")["items.csv"].startswith(b"\xef\xbb\xbf")
