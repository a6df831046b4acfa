"""A difference for programs: JSON that is the same in every language."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from data.comparison.difference import Difference
from data.personal import mask


def to_json(difference: Difference) -> str:
    """Write every change as a record: kind, table, item and row by id, column, before and after as written.

    Of a row that was added or removed, all that it holds stands under `after` or `before`.
    """
    records = [_record(difference, change) for change in difference.changes.itertuples(index=False)]
    counts = difference.changes["kind"].value_counts(sort=False)
    document = {
        "as_of": difference.day.isoformat(),
        "counts": {kind: int(count) for kind, count in counts.items() if count},
        "changes": records,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _record(difference: Difference, change: Any) -> dict[str, Any]:
    after = change.after >= 0
    campaign, row = (difference.after, change.after) if after else (difference.before, change.before)
    ids = campaign.tables.get(change.table, pd.DataFrame()).get("id")
    record = {"kind": change.kind, "table": change.table}
    if change.item >= 0:
        side, item = difference.item(change.item)
        record["item"] = side["items"]["id"].iat[item]
    if ids is not None:
        record["id"] = ids.iat[row]
    if change.column:
        return record | {"column": change.column, "before": mask(change.old), "after": mask(change.new)}
    rows = (difference.added if after else difference.removed)[change.table]
    contents = {name: mask(cell) for name, cell in rows.loc[row].items() if cell}
    return record | {"after" if after else "before": contents}
