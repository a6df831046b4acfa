"""A campaign is named in a list of campaigns before it is opened."""

from pathlib import Path

import pytest

from data import titles


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("campaign:\n  title: 办实事\n", {"zh": "办实事"}),
        ("campaign:\n  title: Help\n  language: en\nitems: []\n", {"en": "Help"}),
        (
            "# first\ncampaign:\r\n  title: {zh: 办实事, en: Help}\r\n\r\nitems:\r\n",
            {"zh": "办实事", "en": "Help"},
        ),
        ("items:\n- title: x\n", {}),
        ("campaign: [unclosed", {}),
        ("campaign: nothing more", {}),
        ("campaign:\n  title: [a, b]\n", {}),
        ("", {}),
    ],
)
def test_the_title_is_found_at_the_top(tmp_path: Path, content: str, expected: dict[str, str]) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(content, encoding="utf-8", newline="")
    assert titles.find(path) == expected


def test_a_folder_is_named_by_its_settings(moe: Path) -> None:
    assert set(titles.find(moe)) == {"zh", "en"}


def test_the_beginning_of_a_large_file_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("campaign:\n  title: Help\nitems:\n" + "- title: x\n" * 100_000, encoding="utf-8")
    assert titles.find(path) == {"zh": "Help"}


@pytest.mark.parametrize("name", ["missing.yaml", "table.csv"])
def test_without_settings_there_is_no_title(tmp_path: Path, name: str) -> None:
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe title\n")
    assert titles.find(tmp_path / name) == {}
