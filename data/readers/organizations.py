"""The organizations of a campaign that lists none: every name its files mention."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

import numpy as np

from data.models import TABLES, columns
from data.problems import Loss, Problem
from data.readers.keys import key
from data.readers.lists import named_by, split
from data.readers.report import WARNING, Report
from data.readers.sheets import Cells, Sheet
from data.words import fold


def named(sheets: Mapping[str, Sheet], report: Report) -> Sheet:
    """Make the table of organizations from the names in all columns that refer to one.

    Spellings that differ in letters' case, width or punctuation alone are one organization; each is reported.
    """
    spelled: dict[str, list[str]] = {}
    for name in _names(sheets):
        spellings = spelled.setdefault(re.sub(r"[\W_]", "", fold(name)) or fold(name), [])
        # Blanks and width are nobody's spelling.
        if not any(_plain(name) == _plain(other) for other in spellings):
            spellings.append(name)
    file = next((sheet.file for sheet in sheets.values()), "")
    for first, *others in spelled.values():
        if others:
            values = {"others_zh": "”、“".join(others), "others_en": '", "'.join(others)}
            place = (file, None, None, "", "organizations", "", "name", first)
            report.add(Problem(WARNING, "spellings_joined", *place, values, Loss.NOTHING))
    taken: set[str] = set()
    codes = np.arange(len(spelled), dtype=np.int32)
    names = [first for first, *_ in spelled.values()]
    cells = {
        "id": Cells([key(name, taken) for name in names], codes),
        "name": Cells([*names], codes),
        "aliases": Cells([tuple(others) for _, *others in spelled.values()], codes),
    }
    return Sheet("organizations", file, cells, np.zeros(len(names), dtype=np.int32))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _names(sheets: Mapping[str, Sheet]) -> Iterator[str]:
    for table in TABLES:
        for column in columns(table).values():
            given = sheets[table].cells.get(column.name) if table in sheets else None
            if given is not None and column.target == "organizations":
                for value in given.values:
                    yield from filter(None, map(named_by, split(value)))
