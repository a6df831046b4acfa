from __future__ import annotations

import pytest

from data.viewer import Viewer, narrow
from tests.data.builder import campaign


def test_who_sees_everything_gets_the_very_same_campaign() -> None:
    built = campaign(items=[{"id": "a"}])
    assert narrow(built, Viewer()) is built


def test_who_has_no_rights_is_shown_nothing() -> None:
    with pytest.raises(PermissionError):
        narrow(campaign(items=[{"id": "a"}]), Viewer(account="x", everything=False))
