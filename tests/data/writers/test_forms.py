"""What holds for every form of export: personal data, and what is too much for it."""

import pytest

from data import reading, writers
from data.readers import files
from data.wording import LANGUAGES
from data.writers import workbook, yaml_file
from tests.data.builder import campaign

MOBILE = "13812345678"


@pytest.mark.parametrize("form", writers.ENDINGS)
def test_personal_data_are_covered_for_the_web(form: str) -> None:
    yaml = f"""
campaign: {{title: A, 值班: "{MOBILE}"}}
organizations: [{{id: a, name: 张{MOBILE}, aliases: ["{MOBILE}"], contact: "{MOBILE}"}}]
items: [{{id: b, title: "{MOBILE}", title.en: "{MOBILE}", lead: a, 电话: "{MOBILE}"}}]
"""
    there = reading.read_content("a.yaml", yaml.encode())
    again = reading.read_content(f"a{writers.ENDINGS[form]}", writers.write(there, form, "zh", masked=True))
    item, office = again["items"].loc[0], again["organizations"].loc[0]
    covered = "138****5678"
    assert (item["title"], item["title.en"], item["lead"]) == (covered, covered, "a")
    assert (office["name"], office["aliases"], office["contact"]) == (f"张{covered}", (covered,), covered)
    assert again.extras["items"]["电话"].tolist() == again.extras["campaign"]["值班"].tolist() == [covered]


@pytest.mark.parametrize(("form", "writer"), [("yaml", yaml_file), ("xlsx", workbook)])
def test_what_could_not_be_read_again_is_refused_in_a_sentence(
    form: str, writer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_CELLS", 3)
    with pytest.raises(writers.TooLargeError) as refused:
        writers.write(campaign(items=[{}, {}]), form, "zh", masked=False)
    for lang in LANGUAGES:
        assert "CSV" in refused.value.describe(lang)
        assert "3" in refused.value.describe(lang)


def test_more_text_than_yaml_may_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(files.LARGEST, ".yaml", 1000)
    with pytest.raises(writers.TooLargeError):
        writers.write(campaign(items=[{"note": "x" * 1000}]), "yaml", "zh", masked=False)


@pytest.mark.parametrize("form", writers.ENDINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_regions_that_no_file_lists_are_not_exported(form: str, lang: str) -> None:
    there = reading.read_content("a.yaml", f"campaign: {{title: A, language: {lang}}}".encode())
    again = reading.read_content(f"a{writers.ENDINGS[form]}", writers.write(there, form, lang, masked=False))
    assert len(again["regions"]) == 34
    assert sum(origin.rows.get("regions", 0) for origin in again.origins) == 0
