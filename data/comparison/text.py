"""A difference as text to read: one line for each change, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from data import wording
from data.comparison.difference import Difference
from data.comparison.kinds import Kind
from data.comparison.lines import lines
from data.comparison.naming import row_name

ROWS = 20
"""How many rows of one table, added to an item or removed from it, are told one by one."""


def text(difference: Difference, lang: str) -> Iterator[str]:
    """Word a difference, a line for each change; the last line counts them."""
    changes = difference.changes
    whole = changes["column"] == ""
    nth = changes.groupby(["item", "table", "kind", whole], observed=True).cumcount()
    shown = ~whole | (nth < ROWS)
    yield from (sentence(line, lang) for line in lines(difference, lang, np.flatnonzero(shown)).itertuples())
    more = Counter(zip(changes["table"][~shown], changes["kind"][~shown], strict=True))
    for (table, kind), count in more.items():
        name, words = row_name(table, lang), Kind(kind).label(lang)
        yield wording.text("comparison.more", lang, n=count, table=name, kind=words)
    yield counted(difference, lang)


def sentence(line: Any, lang: str) -> str:
    """Word a change in one line: of what, which field, before and after."""

    def worded(key: str, **values: Any) -> str:
        return wording.text(f"comparison.{key}", lang, **values)

    item = f"{line.code} {line.item}".strip()
    row = item if line.title in ("", line.item) else worded("row", table=line.table, title=line.title)
    about = [part for part in dict.fromkeys((item, row)) if part] or [line.table]
    if line.field:
        sides = (side or worded("empty") for side in (line.before, line.after))
        what = worded("field", field=line.field, change=" → ".join(sides))
    else:
        contents = line.before or line.after
        what = worded("field", field=line.kind, change=contents) if contents else line.kind
    # A change is one line, whatever the cells hold.
    return " ".join(" · ".join((*about, what)).split())


def counted(difference: Difference, lang: str) -> str:
    """Count the changes by kind."""
    if not len(difference):
        return wording.text("comparison.none", lang)
    counts = difference.changes["kind"].value_counts(sort=False)
    kinds = [f"{Kind(str(kind)).label(lang)} {count:,}" for kind, count in counts.items() if count]
    listed = wording.text("check.joint", lang).join(kinds)
    return wording.text("comparison.counted", lang, n=len(difference), kinds=listed)
