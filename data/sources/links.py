"""Which rows of the campaign a table that lives elsewhere refers to."""

from __future__ import annotations

from data.campaign import Campaign, Rows
from data.models import columns
from data.sources.relation import Relation
from data.sources.statement import quoted


def named(campaign: Campaign, relation: Relation, column: str) -> tuple[Rows, list[str]]:
    """Find the rows that a column names anywhere, and the names that are nobody's; asked only once."""

    def asked() -> tuple[Rows, list[str]]:
        own = quoted(column)
        sql = f"SELECT DISTINCT {own} AS named FROM known WHERE {own} IS NOT NULL ORDER BY {own}"
        names = [str(name) for name in relation.ask(sql)["named"]]
        target = columns(relation.table)[column].target
        assert target is not None
        rows = campaign.positions(target)(names)
        return rows[rows >= 0], [name for name, row in zip(names, rows, strict=True) if row < 0]

    return campaign.remember((f"{relation.table} name", column), asked)
