"""What figures and names of a briefing rest on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from data import addresses
from data.briefing.content import Span, Target
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.filters import Mask, select


def page(scope: Scope, name: str, **parameters: str) -> Target:
    """Lead to a page that shows the scope."""
    query = addresses.of_filters(scope.filters) | parameters
    return Target(name, addresses.pairs(query))


def items(scope: Scope, counted: Mask, **filters: Any) -> Target | None:
    """Lead to the list of the items that were counted; None where filters show others than these."""
    narrowed = replace(scope.filters, **filters)
    if not np.array_equal(select(scope.campaign, scope.after, narrowed), counted & scope.mask):
        return None
    return Target("items", addresses.pairs(addresses.of_filters(narrowed)))


def of_department(scope: Scope, name: str, key: str) -> Target:
    """Lead to a page that shows what of the scope concerns one organization."""
    narrowed = replace(scope.filters, departments=(key,))
    return Target(name, addresses.pairs(addresses.of_filters(narrowed)))


def section(part: Part) -> Target:
    """Lead to the section that lists what was counted."""
    return Target(section=part)


def item(scope: Scope, row: int) -> Span:
    """Name an item by its title."""
    title = str(scope.campaign.words("items", "title", scope.lang)[row])
    return Span(
        " ".join(title.split()), Target("item", (("item", str(scope.campaign.cell("items", "id", row))),))
    )
