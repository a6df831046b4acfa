"""Who counts as signed in."""

from __future__ import annotations

import time
from typing import Any

import pytest
import streamlit as st

from components.sign_in import identity
from components.sign_in.identity import State

LATER = time.time() + 1000
SIGNED_IN = {"is_logged_in": True, "sub": "a", "nonce": "1", "exp": LATER}


class _User:
    def __init__(self, said: dict[str, Any]) -> None:
        self._said = said

    def to_dict(self) -> dict[str, Any]:
        return self._said


def sign_in(monkeypatch: pytest.MonkeyPatch, **said: Any) -> None:
    monkeypatch.setattr(st, "user", _User(SIGNED_IN | said))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, State.IN),
        ({"is_logged_in": False}, State.OUT),
        ({"is_logged_in": "yes"}, State.OUT),
        ({"exp": time.time() - 1}, State.EXPIRED),
        ({"exp": None}, State.EXPIRED),
        ({"exp": "never"}, State.EXPIRED),
    ],
)
def test_only_a_sign_in_that_has_not_expired_counts(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, Any], state: State
) -> None:
    sign_in(monkeypatch, **said)
    assert identity.state(st.user.to_dict()) is state
    assert bool(identity.claims()) == (state is State.IN)
