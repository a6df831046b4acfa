"""Cells of a campaign as a file would say them: what exports, comparison and merging have in common.

What is written here reads back as the same values and the same words: dates as ISO, or in their own words
where those say more or less than a day; figures in the fewest digits; closed lists and references by id, or
for a reader by label and name; unknown names and withheld figures as they were written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import regions
from data.campaign import Campaign, Rows, Settings
from data.columns import Column, Kind
from data.models import columns
from data.personal import mask_all
from data.readers.lists import SEPARATORS
from data.readers.references import Names
from data.wording import LANGUAGES
from data.words import Status

JOINT = "；"
"""Stands between the values of a cell that holds several."""

FLAGS: Mapping[str, tuple[str, str]] = {"": ("no", "yes"), "zh": ("否", "是"), "en": ("No", "Yes")}

Cells = NDArray[np.object_]


def rows(
    campaign: Campaign,
    table: str,
    lang: str = "",
    *,
    masked: bool = False,
    joint: str | None = JOINT,
    at: Rows | None = None,
) -> pd.DataFrame:
    """Write a table as text, "" for nothing: all columns of its model with translations, then extras.

    With a language, closed lists are written by label, and regions, organizations and groups by name where it
    is theirs alone. `masked` covers personal data. Without a `joint` several values stay a tuple.
    `at` takes the rows at these positions alone, under their own numbers.
    """
    frame = campaign[table] if at is None else campaign[table].iloc[at]
    writer = _Writer(campaign, lang, masked, joint)
    made: dict[str, Cells] = {}
    for column in columns(table).values():
        made[column.name] = writer.cells(column, frame)
        for name in (f"{column.name}.{other}" for other in LANGUAGES):
            if name in frame:
                made[name] = writer.texts(frame[name])
    made |= _extras(campaign, table, masked, at)
    return pd.DataFrame(made, index=frame.index, dtype="str" if joint is not None else object)


def settings(campaign: Campaign, lang: str = "", *, masked: bool = False) -> dict[str, str]:
    """Write the one row of table `campaign` by column, without what is not set or as it would be anyway."""
    own, usual = campaign.settings, Settings(title={})
    called = names(campaign, "organizations", lang, masked=masked)
    host = dict(zip(campaign["organizations"]["id"], called, strict=True))
    said: dict[str, object] = {
        "language": _labels(columns("campaign")["language"], [own.language], lang)[0],
        "host": host.get(own.host, own.host),
        "time_zone": own.time_zone if own.time_zone != usual.time_zone else "",
        "simulated": FLAGS[lang][1] if own.simulated else "",
        "source_url": own.source_url,
    }
    for name in ("title", "summary", "source"):
        texts: Mapping[str, str] = getattr(own, name)
        said |= {name if by == own.language else f"{name}.{by}": text for by, text in texts.items()}
    said |= {name: getattr(own, name) or "" for name in ("start", "end", "as_of", "source_date")}
    said |= {f"declared_{level}": number for level, number in own.declared.items()}
    limits, standard = dataclasses.asdict(own.thresholds), dataclasses.asdict(usual.thresholds)
    said |= {name: figure(limit) for name, limit in limits.items() if limit != standard[name]}
    order = [
        name for column in columns("campaign") for name in (column, *(f"{column}.{by}" for by in LANGUAGES))
    ]
    extras = _extras(campaign, "campaign", masked)
    said |= {header: texts[0] for header, texts in extras.items() if len(texts)}
    return {name: str(said[name]) for name in (*order, *extras) if said.get(name, "") != ""}


def figure(number: float) -> str:
    """Write a figure in the fewest digits that read back as the same: 5, not 5.0; empty for a missing one."""
    if np.isnan(number):
        return ""
    return str(int(number)) if number.is_integer() and abs(number) < 1e16 else repr(float(number))


def names(campaign: Campaign, table: str, lang: str = "", *, masked: bool = False) -> list[str]:
    """Name the rows of a table as references do: by id, or for a reader by a name that is theirs alone."""
    ids = campaign[table]["id"].tolist()
    if not lang or "name" not in columns(table):
        return ids
    return campaign.remember(
        ("written.names", table, lang, str(masked)), lambda: _own_names(campaign, table, lang, masked)
    )


def naming(frame: pd.DataFrame, lang: str) -> str:
    """Choose the column by whose texts a reader names the rows: names in the language if all have one."""
    translated = f"name.{lang}"
    if translated in frame and (frame[translated] != "").all():
        return translated
    return "name" if "name" in frame else "id"


def _own_names(campaign: Campaign, table: str, lang: str, masked: bool) -> list[str]:
    frame = campaign[table]
    known = Names(table, frame)
    named = frame[naming(frame, lang)]
    shown: Iterable[str] = mask_all(named) if masked else named
    if table == "regions":
        shown = regions.labels(campaign, lang)
    return [
        name if known.find(name) == row and not SEPARATORS.search(name) else key
        for row, (key, name) in enumerate(zip(frame["id"], shown, strict=True))
    ]


def _extras(campaign: Campaign, table: str, masked: bool, at: Rows | None = None) -> dict[str, Cells]:
    extras = campaign.extras.get(table, pd.DataFrame())
    texts = {str(name): extras[name] if at is None else extras[name].iloc[at] for name in extras}
    return {name: _plain(mask_all(found) if masked else found) for name, found in texts.items()}


def _labels(column: Column, values: Iterable[str], lang: str) -> list[str]:
    """Name values of a closed list: by id, or for a reader by label."""
    assert column.words is not None
    return [column.words(value).label(lang) if lang else value for value in values]


class _Writer:
    """Writes the columns of a campaign in one manner."""

    def __init__(self, campaign: Campaign, lang: str, masked: bool, joint: str | None) -> None:
        self._campaign = campaign
        self._lang = lang
        self._masked = masked
        self._joint = joint

    def cells(self, column: Column, frame: pd.DataFrame) -> Cells:
        """Write a column; the words as written win where there are any."""
        values = self._values(column, frame[column.name])
        words = frame.get(f"{column.name}.text")
        if words is None or not (said := (words != "").to_numpy()).any():
            return values
        values[said] = words[said].to_numpy(dtype=object)
        return values

    def texts(self, texts: pd.Series[str]) -> Cells:
        """Write texts."""
        return _plain(mask_all(texts) if self._masked else texts)

    def _values(self, column: Column, values: pd.Series[Any]) -> Cells:
        match column.kind:
            case Kind.TEXT:
                return self.texts(values)
            case Kind.KEY | Kind.LINK:
                return _plain(values)
            case Kind.WORD | Kind.REFERENCE:
                return _by_category(values, self._categories(column, values.cat.categories))
            case Kind.NUMBER:
                return _by_value(values, lambda numbers: [figure(number) for number in numbers])
            case Kind.DATE:
                return _by_value(values, lambda days: days.strftime("%Y-%m-%d"))
            case Kind.FLAG:
                # No is what a cell that nobody filled says, too.
                return _plain(values.map({False: "", True: FLAGS[self._lang][1]}))
            case _:
                return self._several(column, values)

    def _categories(self, column: Column, values: pd.Index[str]) -> list[str]:
        if column.words:
            labels = _labels(column, values, self._lang)
            # A status nobody reported is a cell nobody filled.
            return [
                "" if value == Status.NOT_REPORTED else text
                for value, text in zip(values, labels, strict=True)
            ]
        assert column.target is not None
        return names(self._campaign, column.target, self._lang, masked=self._masked)

    def _several(self, column: Column, cells: pd.Series[Any]) -> Cells:
        """Write cells of several values, as tuples or joined."""
        called: Mapping[str, str] = {}
        if column.target:
            ids = self._campaign[column.target]["id"]
            called = dict(
                zip(ids, names(self._campaign, column.target, self._lang, masked=self._masked), strict=True)
            )
        elif column.kind is Kind.TEXTS and self._masked:
            parts = pd.Series(list({part for cell in cells for part in cell}), dtype="str")
            called = dict(zip(parts, mask_all(parts), strict=True))
        made = np.empty(len(cells), dtype=object)
        made[:] = [tuple(called.get(part, part) for part in cell) for cell in cells]
        if self._joint is not None:
            made[:] = [self._joint.join(cell) for cell in made]
        return made


def _plain(texts: pd.Series[str]) -> Cells:
    cells: Cells = texts.to_numpy(dtype=object)
    return cells


def _by_category(values: pd.Series[Any], texts: list[str]) -> Cells:
    return np.array([*texts, ""], dtype=object)[values.cat.codes.to_numpy()]


def _by_value(values: pd.Series[Any], write: Callable[[Any], Iterable[str]]) -> Cells:
    """Write each distinct value once."""
    codes, distinct = pd.factorize(values)
    return np.array([*write(distinct), ""], dtype=object)[codes]
