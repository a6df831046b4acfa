"""The columns of an exported table, as a reader knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.columns import Column, Kind
from data.models import columns
from data.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a model, a translation of one, or an extra field."""

    header: str
    column: Column | None = None
    language: str = ""
    """Of a translation."""

    @property
    def kind(self) -> Kind:
        """Tell what its cells hold."""
        return self.column.kind if self.column else Kind.TEXT

    @property
    def required(self) -> bool:
        """Tell whether every row must fill it."""
        return self.column is not None and self.column.required and not self.language


def of(table: str, names: Iterable[str], lang: str) -> list[Field]:
    """Head columns in the reader's language; extra fields stay as they are called."""
    known = {}
    for name, column in columns(table).items():
        header = column.header(lang)
        known[name] = Field(header, column)
        known |= {f"{name}.{by}": Field(f"{header}.{by}", column, by) for by in LANGUAGES}
    return [known.get(name) or Field(name) for name in names]
