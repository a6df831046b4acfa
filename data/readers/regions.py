"""The regions of a campaign that lists none: the province-level units of China."""

from __future__ import annotations

import numpy as np

from data.provinces import REGIONS
from data.readers.sheets import Cells, Sheet, Value


def built_in() -> Sheet:
    """Make the table of regions as if somebody had written it."""
    units = REGIONS.values()
    written: dict[str, list[Value]] = {
        "id": [unit.code for unit in units],
        "name.zh": [unit.full for unit in units],
        "name.en": [unit.en for unit in units],
        "short_name.zh": [unit.zh for unit in units],
        "short_name.en": [unit.en for unit in units],
        "aliases": [(unit.code[:2], *unit.others) for unit in units],
        "row": [str(unit.row) for unit in units],
        "column": [str(unit.column) for unit in units],
    }
    codes = np.arange(len(units), dtype=np.int32)
    cells = {name: Cells(values, codes) for name, values in written.items()}
    return Sheet("regions", "", cells, np.zeros(len(units), dtype=np.int32))
