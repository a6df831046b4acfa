"""The JSON Schema: valid, current, and of one mind with the reader about what may be written."""

import copy
import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from data import schema
from data.models import TABLES, columns

# It ships no types; imported like this it is not asked for any.
Draft202012Validator = importlib.import_module("jsonschema").Draft202012Validator


@pytest.fixture(scope="module")
def validator() -> Any:
    return Draft202012Validator(schema.schema())


@pytest.fixture(scope="module")
def written(moe: Path) -> Any:
    # As the reader does: everything is text.
    return yaml.load((moe / "campaign.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def test_it_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema.schema())


def test_the_file_beside_the_campaigns_is_current(project: Path) -> None:
    assert (project / "data/campaigns/campaign.schema.json").read_text(encoding="utf-8") == schema.text()


def test_the_file_that_describes_rights_is_current_and_of_one_mind_with_the_reader(project: Path) -> None:
    folder = project / "data/campaigns"
    assert (folder / "access.schema.json").read_text(encoding="utf-8") == schema.text(schema.rights)
    rights = Draft202012Validator(schema.rights())
    example = yaml.load((folder / "access.example.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert [error.message for error in rights.iter_errors(example)] == []
    assert not rights.is_valid({"rules": [{"email": "a@b.example", "role": "boss"}]})
    assert not rights.is_valid({"rules": [], "colour": "red"})


def test_the_bundled_campaign_points_to_it(moe: Path) -> None:
    first = (moe / "campaign.yaml").read_text(encoding="utf-8").splitlines()[0]
    mark = "# yaml-language-server: $schema="
    assert first.startswith(mark)
    assert (moe / first.removeprefix(mark)).resolve().is_file()


def test_the_bundled_campaign_is_valid(validator: Any, written: Any) -> None:
    assert [error.message for error in validator.iter_errors(written)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: str) -> None:
    assert columns(table).keys() <= schema.schema()["$defs"][table]["properties"].keys()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "x"),
        ("status", "finished?"),
        ("progress", 120),
        ("title", ["x"]),
        ("source_url", "javascript:x"),
        ("measures", [{"id": "m", "title": "x", "item": "said twice"}]),
        ("measures", [{"id": "without title"}]),
    ],
)
def test_what_is_wrong_in_an_item_is_not_valid(validator: Any, written: Any, key: str, value: object) -> None:
    changed = copy.deepcopy(written)
    changed["items"][0][key] = value
    assert not validator.is_valid(changed)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", {"zh": "x", "en": "y"}),
        ("title.en", "y"),
        ("责任人", "x"),
        ("status", "推进中"),
        ("progress", "45%"),
        ("deadline", "6月底前"),
        ("support", ["a", "b"]),
        ("support", "a、b"),
        ("note", None),
    ],
)
def test_what_may_be_written_in_an_item_is_valid(
    validator: Any, written: Any, key: str, value: object
) -> None:
    changed = copy.deepcopy(written)
    changed["items"][0][key] = value
    assert [error.message for error in validator.iter_errors(changed)] == []


def test_an_unknown_table_is_not_valid(validator: Any) -> None:
    assert not validator.is_valid({"campaign": {"title": "x"}, "item": []})
