"""A difference as a workbook for meetings: a summary, and a sheet with a row for each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from data import wording
from data.comparison.difference import Difference
from data.comparison.kinds import Kind
from data.comparison.lines import COLUMNS, lines
from data.comparison.naming import row_name
from data.writers import plain_workbook


def to_xlsx(difference: Difference, names: Sequence[str], lang: str) -> bytes:
    """Write a workbook in the reader's language; `names` are those of the earlier and the later version."""
    sheets = {
        wording.text("comparison.summary", lang): _summary(difference, names, lang),
        wording.text("comparison.changes", lang): table(difference, lang),
    }
    return plain_workbook.write(sheets, lang)


def table(difference: Difference, lang: str) -> pd.DataFrame:
    """List the changes under headers for a reader, as many as a sheet takes."""
    found = lines(difference, lang, slice(plain_workbook.MOST_ROWS))
    return found.set_axis([wording.text(f"comparison.column.{name}", lang) for name in COLUMNS], axis=1)


def _summary(difference: Difference, names: Sequence[str], lang: str) -> pd.DataFrame:
    """Say what was compared, and count the changes of each table and kind."""
    day = difference.day.isoformat()
    said: dict[str, object] = {
        wording.text(f"comparison.version.{key}", lang): value
        for key, value in zip(("before", "after", "as_of"), (*names, day), strict=True)
    }
    counts = Counter(zip(difference.changes["table"], difference.changes["kind"], strict=True))
    for (name, kind), count in counts.items():
        said[f"{row_name(name, lang)} · {Kind(kind).label(lang)}"] = count
    headers = [wording.text(f"comparison.summary.{name}", lang) for name in ("what", "value")]
    return pd.DataFrame([*said.items()], columns=headers, dtype=object)
