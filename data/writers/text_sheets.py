"""Workbooks whose texts stay texts: the library would copy one in `<r>...</r>` as markup into the file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


class TextSheet(Worksheet):  # type: ignore[misc]
    """A sheet that takes no text for markup."""

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[Any] = ()) -> None:
        self._xml_inline_string(string, True, attributes)


class TextBook(Workbook):  # type: ignore[misc]
    """A workbook of such sheets, of which no more than a row is kept in memory."""

    worksheet_class = TextSheet

    def __init__(self, into: io.BytesIO) -> None:
        super().__init__(into, {"constant_memory": True})
