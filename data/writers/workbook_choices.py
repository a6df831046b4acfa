"""Drop-downs of a workbook: closed lists, regions, and the rows of other sheets that a cell may name."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from data import table_names, wording, written
from data.campaign import Campaign
from data.columns import Column, Kind
from data.readers.cells import is_percent
from data.writers.fields import Field

LONGEST = 255
"""Characters of a list that stands in the rule itself."""
ROOM = 1_000
"""For how many rows beyond those there are the drop-downs are ready."""


class Choices:
    """What may be chosen in the cells of one workbook; long lists stand on a hidden sheet."""

    def __init__(
        self, campaign: Campaign, frames: Mapping[str, pd.DataFrame], lang: str, *, masked: bool
    ) -> None:
        self._campaign = campaign
        self._masked = masked
        self._frames = frames
        self._lang = lang
        self._lists: dict[tuple[str, ...], str] = {}

    def of(self, field: Field) -> dict[str, Any] | None:
        """Make the rule for a column; None if anything may stand there."""
        column = field.column
        if column is None or field.language:
            return None
        rule: dict[str, Any] = {
            "error_type": "warning",
            "error_title": wording.text("export.choice.title", self._lang),
            "error_message": wording.text("export.choice.message", self._lang),
        }
        if is_percent(column):
            return rule | {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
        source = self._source(column)
        return rule | {"validate": "list", "source": source} if source else None

    def _source(self, column: Column) -> str | list[str] | None:
        if column.words:
            return self._listed([word.label(self._lang) for word in column.words.choices()])
        if column.kind is Kind.FLAG:
            return self._listed(written.FLAGS[self._lang])
        if column.kind is not Kind.REFERENCE or column.target is None:
            return None
        if column.target == "regions":
            return self._listed(written.names(self._campaign, "regions", self._lang, masked=self._masked))
        return self._rows_of(column.target)

    def _listed(self, values: Sequence[str]) -> str | list[str]:
        if len(",".join(values)) <= LONGEST and not any("," in value for value in values):
            return list(values)
        letter = xl_col_to_name(len(self._lists))
        return self._lists.setdefault(
            tuple(values), f"={table_names.LISTS}!${letter}$1:${letter}${len(values)}"
        )

    def _rows_of(self, table: str) -> str:
        """Offer the rows of another sheet, and those still to be written there."""
        frame = self._frames[table]
        letter = xl_col_to_name(list(frame).index(written.naming(frame, self._lang)))
        sheet = table_names.label(table, self._lang)
        return f"='{sheet}'!${letter}$2:${letter}${len(frame) + 1 + ROOM}"

    def write(self, book: Workbook) -> None:
        """Write the long lists."""
        if not self._lists:
            return
        sheet = book.add_worksheet(table_names.LISTS)
        sheet.hide()
        for row, values in enumerate(itertools.zip_longest(*self._lists, fillvalue="")):
            for position, value in enumerate(values):
                sheet.write_string(row, position, value)
