from collections.abc import Mapping
from pathlib import Path

import pytest

from components.server import links

CLAIMS = {"email": "li@moe.example", "groups": ["a"]}


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPAIGN_STATE", str(tmp_path))
    monkeypatch.setenv("CAMPAIGN_TOKEN_KEY", "k" * 32)


def test_a_link_leads_to_what_was_kept_of_the_account() -> None:
    token = links.make("li@moe.example", CLAIMS)
    assert links.claims(token) == CLAIMS
    assert links.existing("li@moe.example") == token
    assert links.existing("wang@moe.example") == ""


def test_it_names_nobody() -> None:
    assert "li" not in links.make("li@moe.example", CLAIMS)


def test_a_new_link_revokes_the_old_one() -> None:
    old, new = (links.make("li@moe.example", CLAIMS) for _ in range(2))
    assert (links.claims(old), links.claims(new)) == (None, CLAIMS)


def test_a_revoked_link_counts_for_nothing_at_once() -> None:
    token = links.make("li@moe.example", CLAIMS)
    links.revoke("li@moe.example")
    links.revoke("li@moe.example")
    assert links.claims(token) is None


def forged(token: str) -> Mapping[str, str]:
    name, serial, signature = token.split(".")
    return {
        "nothing": "",
        "another signature": f"{name}.{serial}.{'0' * 64}",
        "another serial": f"{name}.{'0' * 16}.{signature}",
        "another account": f"{'0' * 32}.{serial}.{signature}",
        "a path": f"../../{name}.{serial}.{signature}",
        "no signature": f"{name}.{serial}.",
        "more": token + ".",
        "other digits": token.replace("0", "０"),
        "oversized": token * 1000,
    }


@pytest.mark.parametrize("kind", [*forged("a.b.c")])
def test_forged_links_are_refused(kind: str) -> None:
    token = "." if kind == "other digits" else ""
    while token in ("", ".") or (kind == "other digits" and "0" not in token):
        token = links.make("li@moe.example", CLAIMS)
    assert links.claims(forged(token)[kind]) is None


def test_a_link_of_another_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    token = links.make("li@moe.example", CLAIMS)
    monkeypatch.setenv("CAMPAIGN_TOKEN_KEY", "x" * 32)
    assert links.claims(token) is None


def test_a_clock_that_is_set_back_breaks_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    token = links.make("li@moe.example", CLAIMS)
    monkeypatch.setattr("time.time", lambda: 1_600_000_000.0)
    assert links.claims(token) == CLAIMS


def test_an_old_link_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_600_000_000.0)
    token = links.make("li@moe.example", CLAIMS)
    monkeypatch.setattr("time.time", lambda: 1_600_000_000.0 + links.DAYS * 86400 + 1)
    assert links.claims(token) is None


@pytest.mark.parametrize("key", ["", "short"])
def test_without_a_key_worth_the_name_there_are_no_links(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    token = links.make("li@moe.example", CLAIMS)
    monkeypatch.setenv("CAMPAIGN_TOKEN_KEY", key)
    assert not links.available()
    assert links.claims(token) is None


def test_a_file_that_cannot_be_read_opens_nothing(tmp_path: Path) -> None:
    token = links.make("li@moe.example", CLAIMS)
    (path,) = (tmp_path / "links").glob("*.json")
    assert path.stat().st_mode & 0o077 == 0
    path.write_text('{"made": ')
    assert links.claims(token) is None
