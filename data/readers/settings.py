"""The one row of the table `campaign` as settings."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from data import personal
from data.campaign import Settings, Thresholds
from data.models import columns
from data.problems import Loss, Problem
from data.readers import cells
from data.readers.references import Names
from data.readers.report import ERROR, WARNING, Report
from data.readers.sheets import Sheet
from data.wording import LANGUAGES


class SettingsRow:
    """The row of settings; what other tables need of it is known before they are read."""

    def __init__(self, sheet: Sheet | None, file: str, name: str, report: Report) -> None:
        self._sheet = sheet
        self._report = report
        self._values: dict[str, Any] = {}
        self._texts: dict[str, dict[str, str]] = {}
        if sheet is None or not len(sheet):
            self._texts["title"] = {"": name}
            # A single table of items is a whole campaign; a folder wants a name.
            if file:
                report.add(Problem(WARNING, "missing_settings", file, table="campaign", column="title"))
            return
        if len(sheet) > 1:
            report.rows(sheet, np.arange(1, len(sheet)), "one_row_expected", loss=Loss.ROW)
        # Days without a year are those of the campaign, so its own dates come first.
        for column in ("start", "end", "as_of"):
            self._read(column, None)
        for column in columns("campaign"):
            if column not in ("start", "end", "as_of"):
                self._read(column, self.year)
        if not self._texts.get("title"):
            self._texts["title"] = {"": name}
            report.rows(sheet, np.array([0]), "required_missing", "title")

    @property
    def language(self) -> str:
        """Return the language of the content."""
        return str(self._values.get("language", "zh"))

    @property
    def year(self) -> int | None:
        """Return the year of dates without one; None if the campaign goes over several, or says nothing."""
        years = {day.year for name in ("start", "end") if (day := self._day(name))}
        if not years and (day := self._day("as_of")):
            years = {day.year}
        return years.pop() if len(years) == 1 else None

    def settings(self, organizations: Names, ids: Callable[[int], str]) -> Settings:
        """Make the settings, once the organizations are known."""
        thresholds = {
            name: value
            for name in Thresholds.__dataclass_fields__
            if (value := self._values.get(name)) is not None
        }
        declared = {
            level: int(value)
            for level in ("ministry", "department", "local")
            if (value := self._values.get(f"declared_{level}")) is not None
        }
        optional = {"time_zone": self._time_zone(), "source_url": self._values.get("source_url")}
        return Settings(
            title=self._by_language("title"),
            summary=self._by_language("summary"),
            language=self.language,
            host=self._host(organizations, ids),
            start=self._day("start"),
            end=self._day("end", last=True),
            as_of=self._day("as_of", last=True),
            simulated=bool(self._values.get("simulated", False)),
            declared=declared,
            source=self._by_language("source"),
            source_date=self._day("source_date"),
            thresholds=Thresholds(**thresholds),
            **{name: value for name, value in optional.items() if value},
        )

    def _read(self, name: str, year: int | None) -> None:
        assert self._sheet is not None
        column = columns("campaign")[name]
        for lang in ("", *(LANGUAGES if column.translatable else ())):
            key = f"{name}.{lang}" if lang else name
            given = self._sheet.cells.get(key)
            if given is None or given.codes[0] < 0:
                continue
            value = given.values[int(given.codes[0])]
            found = cells.mean(column, [value], year)
            self._report.remarks(
                self._sheet, column, given, {int(given.codes[0]): r for r in found.remarks.values()}, key
            )
            if isinstance(found.values[0], str) and column.words is None:
                self._texts.setdefault(name, {})[lang] = self._masked(key, found.values[0])
            if found.values[0] is not None:
                self._values[name] = found.values[0]

    def _masked(self, key: str, text: str) -> str:
        """Report personal data in a text and cover it."""
        assert self._sheet is not None
        for kind in dict.fromkeys(found.kind for found in personal.find(text)):
            self._report.rows(self._sheet, np.array([0]), f"personal_{kind}", key, severity=WARNING)
        return personal.mask(text)

    def _day(self, name: str, *, last: bool = False) -> Any:
        period = self._values.get(name)
        return (period.end if last else period.start) if period else None

    def _by_language(self, name: str) -> Mapping[str, str]:
        """Give texts by language, the language of the content first."""
        texts = dict(self._texts.get(name, {}))
        plain = texts.pop("", "")
        if plain and self.language not in texts:
            texts[self.language] = plain
        return {lang: texts[lang] for lang in sorted(texts, key=lambda lang: lang != self.language)}

    def _host(self, organizations: Names, ids: Callable[[int], str]) -> str:
        """Find the host's id; a host that is no organization of the campaign is kept as written."""
        written = self._texts.get("host", {}).get("", "")
        row = organizations.find(written) if written else None
        return ids(row) if isinstance(row, int) else written

    def _time_zone(self) -> str:
        written = self._texts.get("time_zone", {}).get("", "")
        if written and written not in zoneinfo.available_timezones():
            assert self._sheet is not None
            self._report.rows(
                self._sheet, np.array([0]), "unknown_time_zone", "time_zone", severity=ERROR, loss=Loss.CELL
            )
            return ""
        return written
