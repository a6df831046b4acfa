"""A sign-in that was ended counts nowhere."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from components.sign_in import endings, identity
from components.sign_in.identity import State

SIGNED_IN = {"is_logged_in": True, "sub": "a", "nonce": "1", "exp": time.time() + 1000}
OTHER = SIGNED_IN | {"nonce": "2"}


@pytest.fixture(autouse=True)
def _nothing_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "_ended", {})
    monkeypatch.delenv("CAMPAIGN_STATE", raising=False)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CAMPAIGN_STATE", str(tmp_path))
    return tmp_path / "ended"


def test_it_counts_no_more_and_others_of_the_same_person_do() -> None:
    endings.end(SIGNED_IN)
    assert identity.state(SIGNED_IN) is State.ENDED
    assert identity.state(OTHER) is State.IN


def test_every_replica_knows_and_one_that_starts_later_does(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endings.end(SIGNED_IN)
    monkeypatch.setattr(endings, "_ended", {})
    assert identity.state(SIGNED_IN) is State.ENDED
    assert identity.state(OTHER) is State.IN
    (file,) = shared.iterdir()
    assert "a" not in file.read_text(encoding="utf-8")


def test_where_nothing_can_be_written_it_holds_on_this_replica(shared: Path) -> None:
    shared.write_text("no folder", encoding="utf-8")
    endings.end(SIGNED_IN)
    assert not endings.holds(SIGNED_IN)
    assert endings.holds(OTHER)


def test_no_more_is_remembered_than_needed(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "_MOST", 1)
    endings.end(OTHER)
    (file,) = shared.iterdir()
    long_ago = time.time() - 41 * 86400
    os.utime(file, (long_ago, long_ago))
    endings.end(SIGNED_IN)
    assert endings.holds(OTHER)
    assert not endings.holds(SIGNED_IN)


@pytest.mark.parametrize(("secret", "holds"), [("s" * 32, False), ("x" * 32, True)])
def test_whoever_brings_the_cookie_ends_its_sign_in_and_nobody_another_one(
    monkeypatch: pytest.MonkeyPatch, secret: str, holds: bool
) -> None:
    monkeypatch.setattr(endings, "get_cookie_secret", lambda: "s" * 32)
    cookie = create_signed_value(secret, "_streamlit_user", json.dumps(SIGNED_IN)).decode()
    endings.end_held({"_streamlit_user": cookie})
    assert endings.holds(SIGNED_IN) is holds
