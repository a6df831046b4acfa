"""The filters of a view as conditions on problem leads that live elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from data.campaign import Campaign
from data.filters import Filters, Mask, select
from data.personal import mask_all
from data.sources import links
from data.sources.relation import Relation
from data.sources.statement import among
from data.standing import Standing
from data.wording import LANGUAGES

Condition = tuple[str, dict[str, object]]

CATEGORIES = "category"
_CHECKED = 20_000
"""Texts that are looked through at once for what readers do not see of them."""


def condition(campaign: Campaign, relation: Relation, standing: Standing, filters: Filters) -> Condition:
    """Say which leads meet every filter, as `data.leads.view` explains them."""
    parts: list[Condition] = []
    if filters.departments:
        asked, values = among('"organization"', "department", filters.departments)
        parts.append((f"given = 1 AND {asked}", values))
    if filters.regions:
        parts.append(among('"region"', "region", filters.regions))
    of_item = replace(filters, departments=(), regions=(), role="either", text="")
    if of_item != Filters():
        parts.append(_of_items(campaign, "item", select(campaign, standing, of_item)))
    if filters.text:
        named = _of_items(campaign, "found", select(campaign, standing, Filters(text=filters.text)))
        parts.append(_any([named, *_mentioning(campaign, relation, filters.text)]))
    return _joined(" AND ", parts) if parts else ("1 = 1", {})


def unknown_organizations(campaign: Campaign, relation: Relation) -> Condition:
    """Say which organizations nobody knows; a lead of theirs was assigned when a date says so."""
    return among('"organization"', "unknown", links.named(campaign, relation, "organization")[1])


def categories(campaign: Campaign, relation: Relation) -> pd.DataFrame:
    """List the categories in the order in which they come, each with the translations of its first lead."""
    sql = """, placed AS (SELECT known.*, ROW_NUMBER() OVER (
    PARTITION BY "category" ORDER BY "position", "received", "id") AS place FROM known WHERE "category" <> '')
    SELECT * FROM placed WHERE place = 1 ORDER BY "position", "received", "id\""""

    def asked() -> pd.DataFrame:
        found = relation.ask(sql)
        return found[[name for name in found if str(name).partition(".")[0] == CATEGORIES]].astype(str)

    return campaign.remember(("categories", "leads"), asked)


def _of_items(campaign: Campaign, name: str, mask: Mask) -> Condition:
    return among('"item"', name, campaign["items"]["id"][mask].tolist())


def _mentioning(campaign: Campaign, relation: Relation, text: str) -> Iterable[Condition]:
    """Find a text in the number, the category and the words of leads, as readers see them."""
    wanted = text.lower()
    yield 'POSITION(:wanted IN LOWER("id")) > 0', {"wanted": wanted}
    names = categories(campaign, relation)
    for lang in LANGUAGES:
        own = names.get(f"category.{lang}", names["category"])
        seen = mask_all(own.where(own != "", names["category"])).str.lower()
        matching = names["category"][seen.str.contains(wanted, regex=False).to_numpy(dtype=bool)]
        yield among('"category"', f"category_{lang}", matching.tolist())
        if lang == campaign.settings.language or f"text.{lang}" in relation.found:
            yield _in_text(relation, lang, wanted)


def _in_text(relation: Relation, lang: str, wanted: str) -> Condition:
    """Find a text in the words of leads, but not where it stands in what is masked."""
    own = f"NULLIF(\"text.{lang}\", '')" if f"text.{lang}" in relation.found else "NULL"
    words = f'COALESCE({own}, "text")'
    found = f"POSITION(:wanted IN LOWER({words})) > 0"
    hidden: list[str] = []
    for first in range(0, max(relation.count, 1), _CHECKED):
        sql = (
            f'SELECT "id", {words} AS words FROM known WHERE {found} ORDER BY "id" LIMIT :most OFFSET :first'
        )
        rows = relation.ask(sql, wanted=wanted, most=_CHECKED, first=first)
        seen = mask_all(rows["words"].astype("str")).str.lower().str.contains(wanted, regex=False)
        hidden += rows["id"][~seen.to_numpy(dtype=bool)].tolist()
        if len(rows) < _CHECKED:
            break
    masked, values = among('"id"', f"masked_{lang}", hidden)
    return f"({found} AND NOT ({masked}))", {"wanted": wanted, **values}


def _any(parts: Iterable[Condition]) -> Condition:
    return _joined(" OR ", parts)


def _joined(word: str, parts: Iterable[Condition]) -> Condition:
    found = list(parts)
    values = {name: value for _, bound in found for name, value in bound.items()}
    return "(" + word.join(f"({sql})" for sql, _ in found) + ")", values
