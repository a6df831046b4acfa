"""Problem leads of the simulated campaign, written column by column."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.provinces import REGIONS
from data.simulation import participants, phrases
from data.simulation.days import FIRST_REPORT, day
from data.simulation.dice import Dice
from data.simulation.items import Plan
from data.words import Level

Texts = NDArray[np.object_]
Ints = NDArray[np.int64]

LIMITS = (15, 30)
"""Days within which a lead is to be settled."""
RATINGS = (100, 100, 95, 90, 90, 85, 80, 80, 70, 60, 40)
LONGEST = 60


def leads(plan: Plan, count: int, seed: int) -> pd.DataFrame:
    """Make leads over half a year, oldest first; most are settled in time, some late, the last still open."""
    dice = Dice(seed, "leads")
    categories = phrases.read("records")["leads"]
    category = dice.whole(0, len(categories) - 1, count)
    item, organization = _assigned(plan, categories, category, dice)
    received = np.sort(dice.whole(FIRST_REPORT, 0, count), kind="stable")
    assigned = received + dice.whole(0, 4, count)
    limit = np.array(LIMITS)[dice.whole(0, 1, count)]
    # A mean of two throws: most leads are settled well before the limit.
    taken = 1 + ((dice.shares(count) + dice.shares(count)) / 2 * limit * 1.25).astype(np.int64)
    stuck = dice.shares(count) < 0.04
    resolved = np.where(stuck, 1, assigned + taken)
    rated = (resolved <= 0) & (dice.shares(count) < 0.85)
    ratings = _picked([str(rating) for rating in RATINGS], dice.whole(0, len(RATINGS) - 1, count))
    times = np.where(dice.shares(count) < 0.8, 1, dice.whole(2, 9, count))
    regions = [REGIONS[code].zh for code in participants.PROVINCES]
    width = max(5, len(str(count)))
    return pd.DataFrame(
        {
            "id": [f"W{number:0{width}}" for number in range(1, count + 1)],
            "received": _days(received),
            **_texts(categories, category, dice),
            "region": _picked(regions, dice.whole(0, len(regions) - 1, count)),
            "item": item,
            "organization": np.where(assigned <= 0, organization, ""),
            "assigned": _days(assigned),
            "due": _days(assigned + limit, latest=LONGEST),
            "resolved": _days(resolved),
            "satisfaction": np.where(rated, ratings, ""),
            "times": _picked([str(number) for number in range(10)], times),
        }
    )


def _texts(categories: list[dict[str, list[str]]], category: Ints, dice: Dice) -> dict[str, Texts]:
    number = len(categories[0]["texts"])
    chosen = category * number + dice.whole(0, number - 1, len(category))
    texts = [text for found in categories for text in found["texts"]]
    return {
        "category": _picked([found["name"][0] for found in categories], category),
        "category.en": _picked([found["name"][1] for found in categories], category),
        "text": _picked([text[0] for text in texts], chosen),
        "text.en": _picked([text[1] for text in texts], chosen),
    }


def _assigned(
    plan: Plan, categories: list[dict[str, int]], category: Ints, dice: Dice
) -> tuple[Texts, Texts]:
    """Give every lead an item of its theme, none of a region, and the item's lead."""
    items = _picked(["", *(topic.id for topic, _ in plan)], np.zeros(len(category), dtype=np.int64))
    organizations = items.copy()
    throws = dice.shares(len(category))
    themes = np.array([found["theme"] for found in categories])[category]
    for theme in sorted(set(themes.tolist())):
        topics = [topic for topic, _ in plan if topic.subject.theme == theme and topic.level != Level.LOCAL]
        rows = np.flatnonzero(themes == theme)
        if not topics:
            continue
        chosen = (throws[rows] * len(topics)).astype(np.int64)
        items[rows] = _picked([topic.id for topic in topics], chosen)
        organizations[rows] = _picked([topic.lead for topic in topics], chosen)
    return items, organizations


def _picked(texts: list[str], codes: Ints) -> Texts:
    found: Texts = np.array(texts, dtype=object)[codes]
    return found


def _days(offsets: Ints, latest: int = 0) -> Texts:
    """Write days; what lies after the latest is not known yet."""
    written = np.array([*(day(offset) for offset in range(FIRST_REPORT, latest + 1)), ""], dtype=object)
    last = len(written) - 1
    known: Texts = written[np.where(offsets > latest, last, offsets - FIRST_REPORT)]
    return known
