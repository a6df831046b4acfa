"""Files handed over together are read in memory, as the folder they lie in would be."""

import pytest

from data import reading
from data.problems import Unreadable
from data.readers import files

ITEMS = "id,title,lead\na,就业,学生司\n".encode()
ORGANIZATIONS = "id,name\nxs,学生司\n".encode()


def test_tables_refer_to_each_other() -> None:
    campaign = reading.read_contents({"items.csv": ITEMS, "organizations.csv": ORGANIZATIONS})
    assert campaign["items"]["lead"].tolist() == ["xs"]
    assert {origin.file for origin in campaign.origins} == {"items.csv", "organizations.csv"}


def test_one_file_alone_is_what_its_ending_says() -> None:
    campaign = reading.read_contents({"tasks.csv": ITEMS})
    assert campaign["items"]["title"].tolist() == ["就业"]
    assert campaign.problems == ()


def test_a_path_some_browsers_send_along_is_no_part_of_the_name() -> None:
    campaign = reading.read_contents({"C:\\data\\items.csv": ITEMS, "data/organizations.csv": ORGANIZATIONS})
    assert {origin.file for origin in campaign.origins} == {"items.csv", "organizations.csv"}


def test_a_file_that_is_no_part_of_a_campaign_is_named() -> None:
    campaign = reading.read_contents({"items.csv": ITEMS, "photo.png": b"\x89PNG"})
    assert [(p.code, p.file) for p in campaign.problems if p.file == "photo.png"] == [
        ("unknown_file", "photo.png")
    ]


def test_together_they_may_be_no_larger_than_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(files.LARGEST, files.ZIP_ENDING, len(ITEMS))
    with pytest.raises(Unreadable) as refused:
        reading.read_contents({"items.csv": ITEMS, "organizations.csv": ORGANIZATIONS})
    assert refused.value.problems[0].code == "too_large"
