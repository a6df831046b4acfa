"""What somebody may see, as one rule grants it, and which fields are internal."""

from __future__ import annotations

from dataclasses import dataclass

from data.models import columns
from data.models.access import Fields, Items


@dataclass(frozen=True, slots=True)
class Grant:
    """What one rule lets somebody see; `organizations` are names of any kind, ids once they are resolved."""

    items: frozenset[Items]
    fields: Fields = Fields.NONE
    organizations: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether nothing is kept back."""
        return Items.ALL in self.items and self.fields is Fields.ALL

    @property
    def nothing(self) -> bool:
        """Whether it is for organizations that there are none of."""
        return self.items <= {Items.OWN} and not self.organizations


EVERYTHING = Grant(frozenset({Items.ALL}), Fields.ALL)


@dataclass(frozen=True, slots=True)
class InternalFields:
    """Which columns are internal: those declared so, and all that no model declares, but for exceptions."""

    more: frozenset[str] = frozenset()
    """Further ones, as `table.column`."""
    open: frozenset[str] = frozenset()

    def holds(self, table: str, column: str) -> bool:
        """Tell whether a column, or a translation of it, is internal."""
        declared = columns(table).get(column) or columns(table).get(column.partition(".")[0])
        name = f"{table}.{declared.name if declared else column}"
        if name in self.open:
            return False
        return declared is None or declared.internal or name in self.more


USUALLY_INTERNAL = InternalFields()
"""Those of a campaign that says nothing of fields."""
