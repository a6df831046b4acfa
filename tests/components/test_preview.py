"""A preview lives in one session alone: what is computed for it is kept under a name nobody else knows."""

import pytest
import streamlit as st

from components import preview
from tests.data.builder import campaign


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_equal_files_have_different_versions_in_different_previews() -> None:
    shown = campaign()
    versions = set()
    for _ in range(2):
        preview.start("a.yaml", shown)
        found = preview.current()
        assert found is not None
        versions.add(found.campaign.version)
    assert len(versions) == 2
    assert shown.version not in versions


def test_an_ended_preview_is_gone(session: dict[str, object]) -> None:
    preview.start("a.yaml", campaign())
    preview.end()
    assert preview.current() is None
    assert session == {}
