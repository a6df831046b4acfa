"""The organizations of a campaign that lists none: every name its files mention."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from data.models import TABLES, columns
from data.readers.cells import split
from data.readers.references import key
from data.readers.sheets import Cells, Sheet
from data.words import fold


def named(sheets: Mapping[str, Sheet]) -> Sheet:
    """Make the table of organizations from the names in all columns that refer to one."""
    found: dict[str, str] = {}
    file = ""
    for table in TABLES:
        for column in columns(table).values():
            given = sheets[table].cells.get(column.name) if table in sheets else None
            if given is None or column.target != "organizations":
                continue
            file = file or sheets[table].file
            for value in given.values:
                for name in split(value):
                    found.setdefault(fold(name), name)
    taken: set[str] = set()
    names = list(found.values())
    codes = np.arange(len(names), dtype=np.int32)
    cells = {"id": Cells([key(name, taken) for name in names], codes), "name": Cells([*names], codes)}
    return Sheet("organizations", file, cells, np.zeros(len(names), dtype=np.int32))
