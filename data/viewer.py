"""Who looks at the campaign, and what of it they may see."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.campaign import Campaign
from data.grants import EVERYTHING, USUALLY_INTERNAL, Grant, InternalFields
from data.models.access import Role
from data.narrowing import narrowed
from data.readers.references import Names

_KEPT = 64
"""How many scopes of one campaign are kept: those looked at last."""
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who looks; without grants they see nothing."""

    account: str = ""
    role: Role | None = None
    grants: tuple[Grant, ...] = ()
    fields: InternalFields = USUALLY_INTERNAL

    @property
    def admitted(self) -> bool:
        """Whether there is anything they may see."""
        return bool(self.grants)

    @property
    def everything(self) -> bool:
        """Whether they may see all there is."""
        return any(grant.everything for grant in self.grants)

    def looking_as(self, grant: Grant) -> Viewer:
        """See no more than others do. Raises PermissionError for a viewer who might gain by it."""
        if not self.everything:
            raise PermissionError(f"{self.account or 'nobody'} does not see everything")
        return replace(self, grants=(grant,))


EVERYBODY = Viewer(grants=(EVERYTHING,))
"""Whoever opens a campaign that says nothing of rights."""


def narrow(campaign: Campaign, viewer: Viewer) -> Campaign:
    """Keep what the viewer may see: the same campaign for a viewer who sees everything.

    Viewers who may see the same share one narrowed campaign, which has a version of its own.
    Raises PermissionError for a viewer without rights: showing nothing is safer than showing all.
    """
    if viewer.everything:
        return campaign
    grants = frozenset(grant for grant in _resolved(campaign, viewer.grants) if not grant.nothing)
    if not grants:
        raise PermissionError(f"{viewer.account or 'nobody'} has no rights to this campaign")
    scope = campaign.version, grants, viewer.fields
    # Kept with the campaign and gone with it; a narrowed one holds nothing of the whole.
    kept: OrderedDict[object, Campaign] = campaign.remember(("narrowed",), OrderedDict)
    with _lock:
        if found := kept.get(scope):
            kept.move_to_end(scope)
            return found
    made = narrowed(
        campaign, grants, viewer.fields, version=f"{campaign.version}+{_digest(grants, viewer.fields)}"
    )
    with _lock:
        # Whoever was quicker has made what others hold already.
        made = kept.setdefault(scope, made)
        if len(kept) > _KEPT:
            kept.popitem(last=False)
    return made


def _resolved(campaign: Campaign, grants: Iterable[Grant]) -> Iterable[Grant]:
    """Name the organizations of grants by id; a name that is none's, or several's, grants nothing."""
    names = campaign.remember(
        ("names of organizations",), lambda: Names("organizations", campaign["organizations"])
    )
    ids: list[str] = campaign.remember(("ids of organizations",), campaign["organizations"]["id"].tolist)
    for grant in grants:
        found = (names.find(name) for name in grant.organizations if names.knows(name))
        rows = {row for row in found if isinstance(row, int)}
        yield replace(grant, organizations=tuple(ids[row] for row in sorted(rows)))


def _digest(grants: frozenset[Grant], fields: InternalFields) -> str:
    """Tell scopes apart by all that is in them, in an order of their own."""
    said = sorted(f"{sorted(grant.items)} {grant.fields} {sorted(grant.organizations)!r}" for grant in grants)
    parts = repr((said, sorted(fields.more), sorted(fields.open)))
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
