"""Texts in exported YAML: every reader takes them for the same text, and people find them readable."""

import pytest
import yaml
from hypothesis import given

from data import reading, writers
from data.writers import yaml_text
from tests.data.conftest import Reads
from tests.data.generated import TEXT


@given(TEXT.map(str.strip))
def test_any_reader_takes_a_text_for_the_same_text(text: str) -> None:
    pair = yaml_text.pair(text, " " + yaml_text.scalar(text, "  "), "")
    document = f"{pair}\nlist: [{yaml_text.word(text)}]\n"
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(document, loader) == {text: text, "list": [text]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("办好实事", "办好实事"),
        ("Practical help, at last", "Practical help, at last"),
        ("no", '"no"'),
        ("012", '"012"'),
        ("2021-06-30", '"2021-06-30"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        ('"x"', '"\\"x\\""'),
        ("one\n\n  two", "|-\n    one\n\n      two"),
        ("one\r\ntwo", '"one\\r\\ntwo"'),
        ("\u2028", '"\\u2028"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert yaml_text.scalar(text, "    ") == written


@pytest.mark.parametrize("text", ["45", "-1.5", "2021-06-30"])
def test_figures_and_days_are_plain_where_one_belongs(text: str) -> None:
    assert yaml_text.scalar(text, "", typed=True) == text


def test_a_file_looks_as_if_written_by_hand(read: Reads) -> None:
    campaign = read(
        {"items.csv": "id,title,title.en,deadline,progress,support,note,外\na,一,One,6月底前,45,甲、乙,,x\n"}
    )
    *_, items = writers.write(campaign, "yaml", "zh", masked=False).decode().partition("items:")
    assert items == (
        "\n  - id: a\n    title:\n      zh: 一\n      en: One\n"
        '    support: [甲, 乙]\n    deadline: "6月底前"\n    progress: 45\n    外: x\n'
    )


def test_an_empty_list_of_organizations_stays_one(read: Reads) -> None:
    campaign = read(
        {"campaign.yaml": "campaign: {title: A}\norganizations: []\nitems: [{title: B, lead: 甲}]"}
    )
    content = writers.write(campaign, "yaml", "zh", masked=False)
    assert len(reading.read_content("a.yaml", content)["organizations"]) == 0
