"""The part "Subscribe" of the page Data: links to copy, with a key of one's own where rights are set."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.server import links
from components.sign_in.identity import State
from data import access
from data.models.access import Role
from tests.data.builder import campaign
from tests.pages.reader import opener

RULES = "rules:\n- {email: li@moe.example, role: office}\n"
CLAIMS = {"email": "li@moe.example"}


@pytest.fixture
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody in whom a file of rights names."""
    (tmp_path / "access.yaml").write_text(RULES, encoding="utf-8")
    rights = access.read(tmp_path)
    assert rights is not None
    assert rights.viewer(CLAIMS).role is Role.OFFICE
    monkeypatch.setattr("data.access.current", lambda _: rights)
    monkeypatch.setattr("components.sign_in.provider.names", lambda: ("default",))
    monkeypatch.setattr("components.sign_in.provider.installed", lambda: True)
    monkeypatch.setattr("components.sign_in.identity.state", lambda _: State.IN)
    monkeypatch.setattr("components.sign_in.identity.claims", lambda: CLAIMS)
    monkeypatch.setenv("CAMPAIGN_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CAMPAIGN_TOKEN_KEY", "k" * 32)


def opened(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    shown = campaign(organizations=[{"id": "xs"}], items=[{"id": "a", "lead": "xs"}])
    return opener("data", monkeypatch)(shown, lang="en", part="subscribe", department="xs")


def test_links_keep_the_filters_and_need_no_key_where_all_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [code.value for code in opened(monkeypatch).main.code]
    assert [link.rpartition("/")[2] for link in shown] == [
        f"{file}?lang=en&department=xs" for file in ("calendar.ics", "feed.xml", "items.json", "items.csv")
    ]


@pytest.mark.usefixtures("signed_in")
def test_a_key_of_ones_own_is_made_and_revoked(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(monkeypatch)
    assert not at.main.code
    next(button for button in at.main.button if button.label == "Make my links").click().run()
    token = links.existing("li@moe.example")
    assert token
    assert all(code.value.endswith(f"&token={token}") for code in at.main.code)
    assert len(at.main.code) == 4
    next(button for button in at.main.button if button.label == "Revoke my links").click().run()
    assert not at.main.code
    assert links.claims(token) is None


@pytest.mark.usefixtures("signed_in")
def test_a_folder_that_cannot_be_written_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    at = opened(monkeypatch)
    next(button for button in at.main.button if button.label == "Make my links").click().run()
    assert not at.exception
    assert "could not be stored" in " ".join(error.value for error in at.error)
