import shutil
from pathlib import Path

import pandas as pd
import pytest

from data import kept, reading
from data.campaign import Campaign
from data.readers import files


@pytest.fixture(autouse=True)
def _everything_is_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "WORTH_KEEPING", 0.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def source(tmp_path: Path, moe: Path) -> Path:
    return Path(shutil.copytree(moe, tmp_path / "moe"))


def never(_: files.Files) -> Campaign:
    raise AssertionError("read once more")


def assert_same(one: Campaign, other: Campaign) -> None:
    for tables in ("tables", "extras"):
        found, expected = getattr(one, tables), getattr(other, tables)
        assert list(found) == list(expected)
        for name in expected:
            pd.testing.assert_frame_equal(found[name], expected[name])
    for name in ("settings", "problems", "origins", "version"):
        assert getattr(one, name) == getattr(other, name)


@pytest.mark.parametrize("name", ["moe-2021", "simulated"])
def test_what_was_kept_is_what_was_read(project: Path, folder: Path, name: str) -> None:
    path = project / "data/campaigns" / name
    first = reading.read_kept(path, folder)
    again = kept.opened(files.gather(path), folder, never)
    assert_same(first, reading.read(path))
    assert_same(again, first)


def test_problems_and_extra_fields_are_kept(tmp_path: Path, folder: Path) -> None:
    table = tmp_path / "items.csv"
    table.write_text("title,deadline,colour\none,6/7,red\n,2021-01-01,blue\n", encoding="utf-8")
    first = reading.read_kept(table, folder)
    assert first.problems
    assert first.extras
    assert_same(kept.opened(files.gather(table), folder, never), first)


def test_other_content_is_read_anew(source: Path, folder: Path) -> None:
    before = reading.read_kept(source, folder)
    settings = source / "campaign.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n# seen\n", encoding="utf-8")
    assert reading.read_kept(source, folder).version != before.version


def test_equal_files_under_another_name_are_read_anew(tmp_path: Path, folder: Path) -> None:
    titles = []
    for name in ("spring", "autumn"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "items.csv").write_text("id,title\na,one\n", encoding="utf-8")
        titles.append([*reading.read_kept(tmp_path / name, folder).settings.title.values()])
    assert titles == [["spring"], ["autumn"]]


def test_what_other_code_kept_is_read_anew(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.read_kept(source, folder)
    monkeypatch.setattr(kept, "code", lambda: "other")
    with pytest.raises(AssertionError, match="read once more"):
        kept.opened(files.gather(source), folder, never)


@pytest.mark.parametrize("damage", ["cut", "deleted", "emptied"])
def test_a_damaged_entry_is_read_anew(source: Path, folder: Path, damage: str) -> None:
    reading.read_kept(source, folder)
    (entry,) = folder.iterdir()
    table = entry / "items.arrow"
    if damage == "cut":
        table.write_bytes(table.read_bytes()[:500])
    elif damage == "deleted":
        table.unlink()
    else:
        (entry / "about.json").write_bytes(b"")
    expected = reading.read(source)
    assert_same(reading.read_kept(source, folder), expected)
    assert_same(kept.opened(files.gather(source), folder, never), expected)


def test_a_folder_that_cannot_be_written_does_not_matter(source: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert len(reading.read_kept(source, blocked / "kept")["items"])


def test_only_the_entries_opened_last_stay(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    settings = source / "campaign.yaml"
    for number in range(4):
        settings.write_text(settings.read_text(encoding="utf-8") + f"\n# {number}\n", encoding="utf-8")
        reading.read_kept(source, folder)
    assert len(list(folder.iterdir())) == 2


def test_what_is_read_quickly_is_not_kept(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "WORTH_KEEPING", 60.0)
    reading.read_kept(source, folder)
    assert not folder.exists()
