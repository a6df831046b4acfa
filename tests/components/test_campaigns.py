"""A campaign read anew when its files change, and kept when they cannot be read."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from components import campaigns
from components.campaigns import Shelf
from data import reading
from data.campaign import Campaign
from data.readers import files
from tests.data.workbook import workbook

GOOD = "编号,事项\na,一\n"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaigns, "_LOOK_AGAIN_SECONDS", 0)
    monkeypatch.setattr(files, "QUIET_SECONDS", 0)


def _ids(shelf: Shelf) -> list[str]:
    campaign, _ = shelf.current()
    return campaign["items"]["id"].tolist() if campaign else []


def _wrong(shelf: Shelf) -> str:
    _, failure = shelf.current()
    return failure.problems[0].code if failure else ""


def test_what_is_not_there_yet_is_named_and_shown_once_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "campaign"
    shelf = Shelf(folder)
    assert _wrong(shelf) == "missing_path"
    folder.mkdir()
    empty = Shelf(folder)
    assert _wrong(empty) == "nothing_to_read"
    (folder / "items.csv").write_text(GOOD, encoding="utf-8")
    assert (_ids(shelf), _wrong(shelf)) == (["a"], "")
    assert (_ids(empty), _wrong(empty)) == (["a"], "")


def test_a_file_broken_at_the_start_is_shown_once_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(b"\0")
    shelf = Shelf(path)
    assert (_ids(shelf), _wrong(shelf)) == ([], "binary_file")
    path.write_text(GOOD, encoding="utf-8")
    assert (_ids(shelf), _wrong(shelf)) == (["a"], "")


def test_the_last_good_campaign_stays_while_its_folder_is_away(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "campaign", tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "items.csv").write_text(GOOD, encoding="utf-8")
    shelf = Shelf(folder)
    assert _ids(shelf) == ["a"]
    folder.rename(elsewhere)
    assert (_ids(shelf), _wrong(shelf)) == (["a"], "missing_path")
    elsewhere.rename(folder)
    assert (_ids(shelf), _wrong(shelf)) == (["a"], "")


def test_since_when_is_told_from_the_first_failure_on(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text(GOOD, encoding="utf-8")
    shelf = Shelf(path)
    assert _ids(shelf) == ["a"]
    found = []
    for content in (b"\0", b""):
        path.write_bytes(content)
        found.append(shelf.current()[1])
    first, second = found
    assert first is not None
    assert second is not None
    assert (first.problems[0].code, second.problems[0].code) == ("binary_file", "empty_file")
    assert first.since == second.since


def test_others_go_on_while_one_session_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "items.csv"
    path.write_text(GOOD, encoding="utf-8")
    shelf = Shelf(path)
    assert _ids(shelf) == ["a"]
    begun, go_on, read = threading.Event(), threading.Event(), reading.read

    def slowly(path: Path, **how: Any) -> Campaign:
        begun.set()
        assert go_on.wait(10)
        return read(path, **how)

    monkeypatch.setattr(reading, "read", slowly)
    path.write_text("编号,事项\nb,二\n", encoding="utf-8")
    slow = threading.Thread(target=shelf.current)
    slow.start()
    assert begun.wait(10)
    assert _ids(shelf) == ["a"]
    go_on.set()
    slow.join(10)
    assert _ids(shelf) == ["b"]


def test_new_content_under_the_old_size_and_time_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text(GOOD, encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    shelf = Shelf(path)
    assert _ids(shelf) == ["a"]
    path.write_text(GOOD.replace("a", "b"), encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert _ids(shelf) == ["b"]


def test_campaigns_of_one_title_are_told_apart(tmp_path: Path) -> None:
    paths = {}
    for name, title in (("spring", "办实事"), ("autumn", "办实事"), ("winter", "冬季")):
        paths[name] = tmp_path / f"{name}.yaml"
        paths[name].write_text(f"campaign:\n  title: {title}\n", encoding="utf-8")
    expected = {"spring": "办实事 (spring)", "autumn": "办实事 (autumn)", "winter": "冬季"}
    assert campaigns.titled(paths, "zh") == expected


def test_a_workbook_is_a_campaign_and_is_read_anew_once_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(workbook(附件=[("编号", "事项"), ("a", "一")]))
    monkeypatch.setenv("CAMPAIGNS", str(path))
    assert campaigns.available() == {"清单": path}
    shelf = Shelf(path)
    assert _ids(shelf) == ["a"]
    path.write_bytes(workbook(附件=[("编号", "事项"), ("b", "二")]))
    assert _ids(shelf) == ["b"]
