import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.server import audit
from tests.data.builder import campaign
from tests.pages.reader import opener


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "audit.log"
    monkeypatch.setenv("CAMPAIGN_AUDIT_LOG", str(path))
    audit.set_up()
    yield path
    monkeypatch.delenv("CAMPAIGN_AUDIT_LOG")
    audit.set_up()


def lines(path: Path) -> list[dict[str, str]]:
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(line.pop("time").endswith("+00:00") for line in found)
    return found


def test_it_says_what_was_opened_once(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = campaign(items=[{"id": "a"}])
    at = opener("item", monkeypatch)(shown, item="a")
    at.run()
    assert lines(log) == [
        {"action": "opened", "account": "", "campaign": "moe-2021", "page": "item", "item": "a"}
    ]


def test_it_says_which_file_an_account_took(log: Path) -> None:
    audit.downloaded("li@moe.example", 'a "quoted"\nname.csv')
    assert lines(log) == [
        {"action": "downloaded", "account": "li@moe.example", "file": 'a "quoted"\nname.csv'}
    ]


def test_without_a_file_named_nothing_is_written(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPAIGN_AUDIT_LOG", "")
    audit.set_up()
    audit.downloaded("li@moe.example", "a.csv")
    assert not log.exists()
