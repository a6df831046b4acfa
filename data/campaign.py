"""A campaign in memory: settings and one typed frame per table, shared by all sessions and never changed.

Columns of a frame, by the kind of the column in its model:

- KEY, TEXT, LINK: `str`, missing is `""`; a translation stands in `<name>.<language>`, missing is `""`
- TEXTS, REFERENCES: tuples of text, of ids; missing is `()`
- WORD: category of the word's values; missing is NaN (`status`: `not_reported`)
- NUMBER: float64, missing is NaN
- DATE: `<name>` is the last day of the period and `<name>.start` its first (datetime64[s], missing is NaT);
  `<name>.precision` is a category of `Precision`, `continuing` where there is no end
- FLAG: bool
- REFERENCE: category whose categories are the ids of the table referred to, in its order, so that
  `.cat.codes` are row positions there and -1 is none

NUMBER, DATE, REFERENCE, REFERENCES and `status` have `<name>.text` (category of str): the words as written,
where the value does not say them all (a month, a sentence in place of a figure, an unknown name); else `""`.

A campaign whose files list no regions has those of `data.provinces` in its table `regions`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.models import columns
from data.models.sources import Elsewhere
from data.personal import mask_all
from data.positions import Positions
from data.problems import Problem

if TYPE_CHECKING:
    from data.sources.relation import Relation

T = TypeVar("T")

# A table of more rows is not kept a second time, as objects.
_LARGE = 50_000

Rows = NDArray[np.intp]
"""Row positions in a frame."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a light turns yellow or red (days, percentage points)."""

    due_soon_days: float = 14
    milestone_grace_days: float = 14
    behind_points: float = 15
    silent_days: float = 30
    projection_grace_days: float = 30


@dataclass(frozen=True)
class Settings:
    """What holds for the campaign as a whole; texts are by language, content language first."""

    title: Mapping[str, str]
    summary: Mapping[str, str] = field(default_factory=dict)
    language: str = "zh"
    host: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    as_of: dt.date | None = None
    time_zone: str = "Asia/Shanghai"
    simulated: bool = False
    declared: Mapping[str, int] = field(default_factory=dict)
    """How many items were announced, by level."""
    source: Mapping[str, str] = field(default_factory=dict)
    source_date: dt.date | None = None
    source_url: str = ""
    thresholds: Thresholds = Thresholds()

    def today(self, now: dt.datetime | None = None) -> dt.date:
        """Name the day lights and figures speak for: the campaign's own, else today in its time zone."""
        return self.as_of or (now or dt.datetime.now(dt.UTC)).astimezone(ZoneInfo(self.time_zone)).date()


def in_language(texts: Mapping[str, str], lang: str) -> str:
    """Choose a text by language, else the first, which is in the language of the content; empty for none."""
    return texts.get(lang) or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Origin:
    """A file the campaign was read from."""

    file: str
    size: int
    """Bytes."""
    modified: dt.datetime | None = None
    """When it was last changed, if that is known."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows it holds of each table, as written."""


@dataclass(frozen=True, eq=False)
class Campaign:
    """A campaign as read; equal only to itself, so that caches may key on `version`."""

    settings: Settings
    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...] = ()
    extras: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    """What no model declares, by table and header as written: `str` columns, row by row beside the frame."""
    version: str = ""
    """Changes whenever the content of the files does."""
    origins: tuple[Origin, ...] = ()
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=dict)
    """Where the rows of tables live that are empty here."""
    sources: Mapping[str, Relation] = field(default_factory=dict)
    """Those of them that were opened: what pages ask of them is asked there."""
    _memory: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False)
    _whole: tuple[Campaign, str] | None = field(default=None, repr=False)
    """The campaign of which this is all but one table, and the name of that table."""

    def __post_init__(self) -> None:
        for name in ("tables", "extras", "elsewhere", "sources"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return a table's frame; treat it as read-only."""
        return self.tables[table]

    def holding(self, table: str, rows: pd.DataFrame) -> Campaign:
        """Return the campaign with some rows in a table that lives elsewhere; all else is shared."""
        return replace(self, tables={**self.tables, table: rows}, _memory={}, _whole=(self, table))

    def holds(self, table: str) -> bool:
        """Tell whether only some rows of a table are here."""
        return self._whole is not None and (self._whole[1] == table or self._whole[0].holds(table))

    def size(self, table: str) -> int:
        """Count the rows of a table, wherever they live."""
        return self.sources[table].count if table in self.sources else len(self[table])

    def text(self, table: str, column: str, lang: str) -> pd.Series[str]:
        """Return a text column for a reader: in a language, else as it is; personal data are masked."""

        def texts() -> pd.Series[str]:
            own: pd.Series[str] = self[table][column]
            translated = self[table].get(f"{column}.{lang}")
            return mask_all(own if translated is None else translated.where(translated != "", own))

        return self.remember(("text", table, column, lang), texts)

    def extra_texts(self, table: str) -> pd.DataFrame:
        """Return the extra fields of a table as a reader may see them: personal data are masked."""

        def texts() -> pd.DataFrame:
            found = self.extras.get(table)
            return pd.DataFrame(index=self[table].index) if found is None else found.apply(mask_all)

        return self.remember(("extras", table), texts)

    def words(self, table: str, column: str, lang: str) -> NDArray[np.object_]:
        """Return the same texts as an array, from which single ones are taken ten times faster."""
        return self.remember(
            ("words", table, column, lang), lambda: self.text(table, column, lang).to_numpy(dtype=object)
        )

    def cell(self, table: str, column: str, row: int) -> Any:
        """Return one cell as it is in memory."""
        value = self.remember(("cells", table, column), lambda: self._cells(table, column))[row]
        return pd.Timestamp(value) if isinstance(value, np.datetime64) else value

    def _cells(self, table: str, column: str) -> Any:
        """Return a column as that from which a cell is taken fastest: many times faster than the frame."""
        cells = self[table][column]
        if cells.dtype.kind == "M":
            return cells.to_numpy()
        large = len(cells) > _LARGE and not isinstance(cells.dtype, pd.CategoricalDtype)
        return cells.array if large else cells.to_numpy(dtype=object)

    def days(self, table: str, column: str) -> day_numbers.Days:
        """Return a column of dates as day numbers."""
        return self.remember(("days", table, column), lambda: day_numbers.of(self[table][column]))

    def codes(self, table: str, column: str) -> Rows:
        """Return the row that each cell of a reference column refers to, -1 for none."""
        return self.remember(
            ("codes", table, column), lambda: self[table][column].cat.codes.to_numpy().astype(np.intp)
        )

    def organization_names(self, lang: str) -> NDArray[np.object_]:
        """Name every organization by its short name, or its name where it has none."""

        def names() -> NDArray[np.object_]:
            short = self.text("organizations", "short_name", lang)
            return short.where(short != "", self.text("organizations", "name", lang)).to_numpy(dtype=object)

        return self.remember(("organization names", lang), names)

    def themes(self, lang: str) -> Mapping[str, str]:
        """Word every theme in a language; by the theme as the language of the content has it."""

        def themes() -> Mapping[str, str]:
            return dict(zip(self["items"]["theme"], self.text("items", "theme", lang), strict=True))

        return self.remember(("themes", lang), themes)

    def positions(self, table: str) -> Positions:
        """Return a look-up from the ids of a table to row positions."""
        return self.remember(("positions", table), lambda: Positions(self[table]["id"]))

    def pairs(self, table: str, column: str) -> tuple[Rows, Rows]:
        """Pair the rows of a table with the rows that a reference column names: positions here and there."""
        return self.remember(("pairs", table, column), lambda: self._pairs(table, column))

    def _pairs(self, table: str, column: str) -> tuple[Rows, Rows]:
        cells = self[table][column]
        target = columns(table)[column].target
        assert target is not None
        if isinstance(cells.dtype, pd.CategoricalDtype):
            codes = cells.cat.codes.to_numpy().astype(np.intp)
            rows = np.flatnonzero(codes >= 0)
            return rows, codes[rows]
        counts = np.fromiter((len(cell) for cell in cells), dtype=np.intp, count=len(cells))
        return np.repeat(np.arange(len(cells)), counts), self.positions(target)(
            [name for cell in cells for name in cell]
        )

    def remember(self, key: tuple[str, ...], compute: Callable[[], T]) -> T:
        """Compute once per campaign; two threads may compute the same value, which is harmless."""
        if self._whole and self._whole[1] not in key:
            return self._whole[0].remember(key, compute)
        if key not in self._memory:
            self._memory[key] = compute()
        found: T = self._memory[key]
        return found
