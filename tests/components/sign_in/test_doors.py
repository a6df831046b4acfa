"""What somebody is told who may see nothing, and that they are told nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.sign_in import provider

RULES = "contact: {zh: 办公室, en: The office}\nrules:\n  - {email: a@b.example, role: office}\n"
SERVICE = {"redirect_uri": "https://b.example/oauth2callback", "cookie_secret": "s" * 32}
EXPIRES = 4_000_000_000


@pytest.fixture
def frame(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    (tmp_path / "items.csv").write_text("id,title\nA,SECRET\n", encoding="utf-8")
    (tmp_path / "access.yaml").write_text(RULES, encoding="utf-8")
    monkeypatch.setenv("CAMPAIGNS", str(tmp_path))
    at = AppTest.from_file(str(project / "components/frame.py"), default_timeout=30)
    at.query_params["lang"] = "en"
    return at


def said(at: AppTest) -> str:
    at.run()
    assert not at.exception
    kinds = (at.title, at.error, at.warning, at.markdown)
    texts = "\n".join(str(part.value) for kind in kinds for part in kind)
    assert "SECRET" not in texts
    return texts


def signed_in(monkeypatch: pytest.MonkeyPatch, at: AppTest, **claims: Any) -> None:
    monkeypatch.setattr(provider, "settings", lambda: SERVICE)
    monkeypatch.setattr(provider, "names", lambda: ("default",))
    at.user = {"is_logged_in": True, "exp": EXPIRES, **claims}


def test_without_a_service_nobody_sees_anything_and_the_host_is_told_what_to_do(frame: AppTest) -> None:
    frame.user = {"is_logged_in": True, "exp": EXPIRES, "email": "a@b.example"}
    assert ".streamlit/secrets.example.toml" in said(frame)


def test_whom_no_rule_names_is_told_whom_to_ask(frame: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, frame, email="x@b.example")
    assert "The office" in said(frame)
    assert [button.label for button in frame.button] == ["Sign out"]


def test_a_department_that_the_campaign_does_not_have_sees_nothing(
    frame: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = "  - {email: x@b.example, role: department, organizations: nobody}\n"
    (tmp_path / "access.yaml").write_text(RULES + rule, encoding="utf-8")
    signed_in(monkeypatch, frame, email="x@b.example")
    assert "no rights" in said(frame)


@pytest.mark.parametrize(("email", "told"), [("a@b.example", True), ("x@b.example", False)])
def test_the_office_alone_is_told_what_is_wrong_with_the_file_of_rights(
    frame: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, email: str, told: bool
) -> None:
    (tmp_path / "access.yaml").write_text(RULES + "colour: red\n", encoding="utf-8")
    signed_in(monkeypatch, frame, email=email)
    assert ("colour" in said(frame)) == told


@pytest.mark.parametrize(
    ("claims", "told"),
    [({"exp": 1}, "expired"), ({"is_logged_in": False}, "Please sign in")],
)
def test_whoever_is_not_signed_in_is_led_to_the_service(
    frame: AppTest, monkeypatch: pytest.MonkeyPatch, claims: Mapping[str, Any], told: str
) -> None:
    signed_in(monkeypatch, frame, email="a@b.example", **claims)
    monkeypatch.setattr("streamlit.login", lambda *_: None)
    assert told in said(frame)
    assert [button.label for button in frame.button] == ["Sign in"]
