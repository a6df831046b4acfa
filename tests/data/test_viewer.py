from __future__ import annotations

import pytest

from data.grants import Grant
from data.models.access import Fields, Items
from data.viewer import EVERYBODY, Viewer, narrow
from tests.data.builder import campaign

OPEN = Grant(frozenset({Items.OPEN}))


def own(*organizations: str, fields: Fields = Fields.OWN) -> Grant:
    return Grant(frozenset({Items.OWN}), fields, organizations)


def test_who_sees_everything_gets_the_very_same_campaign() -> None:
    built = campaign(items=[{"id": "a"}])
    assert narrow(built, EVERYBODY) is built


@pytest.mark.parametrize("viewer", [Viewer(), Viewer(grants=(own("nobody"),))])
def test_who_has_no_rights_is_shown_nothing(viewer: Viewer) -> None:
    with pytest.raises(PermissionError):
        narrow(campaign(items=[{"id": "a"}]), viewer)


def test_viewers_who_may_see_the_same_share_one_campaign_of_its_own_version() -> None:
    built = campaign(organizations=[{"id": "o", "name": "学生司"}], items=[{"id": "a", "lead": "o"}])
    one, other = (narrow(built, Viewer(name, grants=(own(name),))) for name in ("o", "学生司"))
    assert one is other
    assert one.version not in ("", built.version)
    assert narrow(built, Viewer("x", grants=(OPEN,))).version != one.version
