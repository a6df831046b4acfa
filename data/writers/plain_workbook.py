"""Lists as sheets of a workbook, to be read and filtered: a header that stays, and texts as they are."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd

from data.columns import Kind
from data.readers import workbook_survey
from data.writers import workbook_sizes
from data.writers.text_sheets import TextBook
from data.writers.workbook_cells import Cells

MOST_ROWS = workbook_survey.MOST_ROWS - 1


def write(lists: Mapping[str, pd.DataFrame], lang: str) -> bytes:
    """Write each list on a sheet of its name, under the headers of its frame; whole numbers stay numbers."""
    made = io.BytesIO()
    with TextBook(made) as book:
        cells = Cells(book, lang)
        for name, frame in lists.items():
            sheet = book.add_worksheet(name)
            texts = frame.astype("str")
            widths = [workbook_sizes.width(str(header), texts[header]) for header in frame]
            for position, header in enumerate(frame):
                sheet.set_column(position, position, widths[position], cells.format(Kind.TEXT))
                cells.head(sheet, position, str(header))
            rows = zip(workbook_sizes.heights(texts, widths), frame.itertuples(index=False), strict=True)
            for row, (height, values) in enumerate(rows, 1):
                sheet.set_row(row, height)
                for position, value in enumerate(values):
                    kind = Kind.NUMBER if isinstance(value, int) else Kind.TEXT
                    cells.put(sheet, row, position, kind, str(value))
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(frame), frame.shape[1] - 1)
    return made.getvalue()
