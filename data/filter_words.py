"""What filters ask for, in the words of a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from data import formats, regions
from data.campaign import Campaign
from data.filters import Filters
from data.lights import marks
from data.words import Level, Status, label


def worded(campaign: Campaign, filters: Filters, lang: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Name each filter that is set, as a field of `Filters`, and word its values."""
    names, organizations = campaign.organization_names(lang), campaign.positions("organizations")
    wordings: dict[str, Callable[[str], str]] = {
        "departments": lambda key: str(names[row]) if (row := organizations.of(key)) >= 0 else key,
        "lights": lambda key: marks.named(key, lang),
        "levels": lambda key: label(Level, key, lang),
        "themes": lambda key: campaign.themes(lang).get(key, key),
        "statuses": lambda key: label(Status, key, lang),
        "regions": lambda key: regions.label(campaign, key, lang),
    }
    for field, word in wordings.items():
        values: Sequence[str] = getattr(filters, field)
        if values:
            yield field, [word(value) for value in values]
    for field in ("due_from", "due_to"):
        if day := getattr(filters, field):
            yield field, [formats.day(day, lang)]
    if filters.text:
        yield "text", [filters.text]
