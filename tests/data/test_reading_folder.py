from pathlib import Path

import numpy as np
import pytest

from data import reading
from data.problems import Unreadable
from data.readers import files
from tests.data.conftest import Reads

SETTINGS = "campaign: {title: 办实事, start: 2021-03-01, end: 2021-12-31}\n"
ITEMS = "id,title,lead\nA,甲,x\nB,乙,x\n"


def test_tables_come_from_yaml_and_csv(read: Reads) -> None:
    campaign = read(
        {
            "campaign.yaml": SETTINGS + "indicators: [{id: I, item: B, title: t}]\n",
            "items.csv": ITEMS,
            "readings.csv": "indicator,date,region,value\nI,2021-05,北京,1\nt,2021-06-30,11,-\n",
            "README.md": "not a table",
        }
    )
    assert campaign.problems == ()
    assert campaign["readings"]["indicator"].tolist() == ["I", "I"]
    assert campaign["indicators"]["item"].cat.codes.tolist() == [1]


def test_references_are_row_positions_of_the_table_named(read: Reads) -> None:
    campaign = read(
        {
            "items.csv": "id,title,lead,parent\nA,甲,x,乙\nB,乙,y,\n",
            "updates.csv": "item,date\n甲,2021-05-01\n",
        }
    )
    items = campaign["items"]
    assert items["parent"].cat.categories.tolist() == ["A", "B"]
    assert items["parent"].cat.codes.tolist() == [1, -1]
    assert items["lead"].cat.categories.tolist() == campaign["organizations"]["id"].tolist()
    assert campaign["updates"]["status"].tolist() == ["not_reported"]


def test_a_table_in_two_files_is_read_from_one(read: Reads) -> None:
    campaign = read({"campaign.yaml": SETTINGS + "items: [{id: Y, title: t, lead: x}]\n", "items.csv": ITEMS})
    assert campaign["items"]["id"].tolist() == ["Y"]
    assert [(problem.code, problem.file) for problem in campaign.problems] == [("table_twice", "items.csv")]


def test_a_file_named_after_no_table_brings_a_guess(read: Reads) -> None:
    (found,) = read({"campaign.yaml": SETTINGS, "item.csv": ITEMS}).problems
    assert (found.code, found.values["near"]) == ("unknown_file", "items.csv")


def test_one_broken_table_does_not_blank_the_campaign(read: Reads) -> None:
    campaign = read(
        {"campaign.yaml": SETTINGS, "items.csv": ITEMS, "leads.csv": b"\0\0", "documents.csv": ""}
    )
    assert len(campaign["items"]) == 2
    assert {(problem.code, problem.file) for problem in campaign.problems} == {
        ("binary_file", "leads.csv"),
        ("empty_file", "documents.csv"),
    }


def test_broken_settings_are_refused(read: Reads) -> None:
    with pytest.raises(Unreadable) as refused:
        read({"campaign.yaml": "campaign:\n\ttitle: x\n", "items.csv": ITEMS})
    assert refused.value.problems[0].code == "yaml_tab"


def test_without_settings_the_folder_lends_its_name(read: Reads, tmp_path: Path) -> None:
    campaign = read({"items.csv": ITEMS}, folder=True)
    assert campaign.settings.title == {"zh": tmp_path.name}
    assert [problem.code for problem in campaign.problems] == ["missing_settings"]


def test_a_folder_of_nothing_is_refused(read: Reads) -> None:
    with pytest.raises(Unreadable, match="no campaign data"):
        read({"notes.txt": "x"}, folder=True)


@pytest.mark.parametrize(
    ("name", "code"), [("gone.yaml", "missing_path"), ("plan.txt", "unknown_kind_of_file")]
)
def test_other_paths_are_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "plan.txt").write_bytes(b"PK")
    with pytest.raises(Unreadable) as refused:
        reading.read(tmp_path / name)
    assert refused.value.problems[0].code == code


def test_the_signature_knows_only_the_files_of_the_campaign(tmp_path: Path) -> None:
    assert reading.signature(tmp_path / "gone") == ""
    (tmp_path / "items.csv").write_text(ITEMS)
    signed = reading.signature(tmp_path)
    (tmp_path / "notes.txt").write_text("x")
    assert reading.signature(tmp_path) == signed
    (tmp_path / "leads.csv").write_text("x")
    assert reading.signature(tmp_path) != signed


def test_a_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "items.csv"
    path.write_text("id,title,lead\nA,half")
    whole = files.content

    def grows_once(part: Path) -> bytes:
        content = whole(part)
        if content != ITEMS.encode():
            part.write_text(ITEMS)
        return content

    monkeypatch.setattr(files, "content", grows_once)
    assert reading.read(path)["items"]["id"].tolist() == ["A", "B"]


def test_a_file_that_never_lies_still_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "items.csv"
    path.write_text(ITEMS)
    monkeypatch.setattr(files, "QUIET_SECONDS", 0)

    def grows(part: Path) -> bytes:
        with part.open("a") as file:
            file.write("C,t,x\n")
        return b""

    monkeypatch.setattr(files, "content", grows)
    with pytest.raises(Unreadable) as refused:
        reading.read(path)
    assert refused.value.problems[0].code == "changing"


def test_frames_of_many_rows_stay_small(read: Reads) -> None:
    rows = "".join(f"I,2021-{n % 12 + 1:02d}-01,北京,{n}\n" for n in range(5000))
    campaign = read(
        {
            "campaign.yaml": SETTINGS
            + "as_of: x\nitems: [{id: A, title: t, lead: x, indicators: [{id: I, title: t}]}]\n",
            "readings.csv": "indicator,date,region,value\n" + rows,
        }
    )
    frame = campaign["readings"]
    assert np.array_equal(frame["value"], np.arange(5000.0))
    assert frame.memory_usage(deep=True).sum() / len(frame) < 90
