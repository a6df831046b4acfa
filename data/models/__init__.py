"""The tables of a campaign: one pydantic model each, the only declaration of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.columns import Column, Kind, Row, columns_of
from data.models.indicators import Indicator, Reading
from data.models.items import Item, Measure, Milestone, Update
from data.models.organizations import Group, Organization
from data.models.records import Document, Event, Lead, Practice
from data.models.regions import Region
from data.models.settings import CampaignRow

# Parents stand before the tables that refer to them.
TABLES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "campaign": CampaignRow,
        "regions": Region,
        "organizations": Organization,
        "groups": Group,
        "items": Item,
        "measures": Measure,
        "milestones": Milestone,
        "updates": Update,
        "indicators": Indicator,
        "readings": Reading,
        "documents": Document,
        "events": Event,
        "practices": Practice,
        "leads": Lead,
    }
)


def columns(table: str) -> Mapping[str, Column]:
    """List the columns of a table by name."""
    return columns_of(table, TABLES[table])


def parent(table: str) -> Column | None:
    """Find the column that names the row a table's rows may be nested under in YAML, if there is one."""
    return next((c for c in columns(table).values() if c.kind is Kind.REFERENCE and c.required), None)
