"""What viewers ask for: filters that change one at a time and leave something to show."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data import filters, leads
from data.filters import Filters, Mask
from tests.benchmark.campaigns import Case

_TRIES = 50
_CHANGES = ("departments", "departments", "departments", "lights", "text")


@dataclass(frozen=True)
class Choice:
    """Filters as a viewer sets them, and how many items the data layer says they leave."""

    filters: Filters
    left: int


def walk(case: Case, seed: str, page: str) -> Iterator[Choice]:
    """Change one filter after another, as a person does; the same seed gives the same walk.

    Each leaves something to show on the page. Only where a campaign is too small for another one comes twice.
    """
    dice = random.Random(seed)
    now, seen = Filters(), {Filters()}
    while True:
        for _ in range(_TRIES):
            wanted = _changed(now, case, dice)
            mask = filters.select(case.campaign, case.standing, wanted)
            if wanted not in seen and mask.any() and _shown(page, case, wanted, mask):
                now = wanted
                break
        else:
            # A dead end: nothing new is left to ask from here.
            now, mask = Filters(), filters.select(case.campaign, case.standing, Filters())
            seen.clear()
        seen.add(now)
        yield Choice(now, int(mask.sum()))


def _shown(page: str, case: Case, wanted: Filters, mask: Mask) -> bool:
    """Tell whether the page has something to show; one that shows nothing costs nothing."""
    if page == "indicators":
        return bool(mask[case.campaign.pairs("indicators", "item")[1]].any())
    if page == "departments":
        # No source has to name who leads an item.
        return bool(mask[filters.taking_part(case.campaign, "either")[0]].any())
    if page == "leads":
        return bool(len(leads.view(case.campaign, case.standing, wanted).rows))
    return True


def _changed(now: Filters, case: Case, dice: random.Random) -> Filters:
    options = filters.options(case.campaign)
    field = dice.choice(_CHANGES)
    if field == "text":
        title = str(dice.choice(list(case.campaign["items"]["title"])))
        start = dice.randrange(max(1, len(title) - 2))
        return replace(now, text="" if now.text else title[start : start + 2])
    offered: tuple[str, ...] = getattr(options, field)
    most = min(len(offered), 3)
    chosen = tuple(dice.sample(offered, dice.randint(1, most))) if most else ()
    if field == "lights" and now.lights:
        chosen = ()
    return replace(now, **{field: chosen})  # type: ignore[arg-type]
