"""Who looks at the campaign, and what of it they may see."""

from __future__ import annotations

from dataclasses import dataclass

from data.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who looks; without sign-in nobody in particular, who sees everything."""

    account: str = ""
    everything: bool = True


def narrow(campaign: Campaign, viewer: Viewer) -> Campaign:
    """Keep what the viewer may see: the same campaign for a viewer who sees everything.

    A narrowed campaign has a version of its own. Raises PermissionError for a viewer without rights, of whom
    there are none before sign-in: showing nothing is safer than showing all.
    """
    if viewer.everything:
        return campaign
    raise PermissionError(f"{viewer.account or 'nobody'} has no rights to this campaign")
