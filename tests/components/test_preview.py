"""A preview lives in one session alone, and nothing computed for it is shared."""

import pytest
import streamlit as st

from components import kept, preview
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


def test_what_is_computed_in_a_preview_is_kept_for_the_session_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def keeper(scope: str = "global", **_: object):  # type: ignore[no-untyped-def]
        def decorate(function):  # type: ignore[no-untyped-def]
            def called(version: str) -> None:
                made.append(scope)

            return called

        return decorate

    monkeypatch.setattr(st, "cache_resource", keeper)

    @kept.by_version(2)
    def compute(version: str) -> None: ...

    compute("1")
    preview.start("a.yaml", campaign())
    compute("1")
    assert made == ["global", "session"]
