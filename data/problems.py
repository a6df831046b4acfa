"""Problems found in a campaign's files: place, what was found, what was expected, and what to do."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from data import wording
from data.models import TABLES, columns


class Severity(StrEnum):
    """An error loses something (a row, a cell, a file); a warning loses nothing but wants a look."""

    ERROR = "error"
    WARNING = "warning"


class Loss(StrEnum):
    """What a problem costs: nothing, the value of a cell, a row, or all that is in a table or a file."""

    NOTHING = ""
    CELL = "cell"
    ROW = "row"
    TABLE = "table"
    FILE = "file"


class Unreadable(Exception):  # noqa: N818 - says what the campaign is
    """Nothing can be shown of a campaign; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.describe("en") for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; `code` names its wording in catalogs (`problem.<code>`, `.expected`, `.suggestion`)."""

    severity: Severity
    code: str
    file: str
    line: int | None = None
    character: int | None = None
    """Column of the character in a YAML file, or number of the cell in a CSV row, from 1."""
    cell: str = ""
    """The cell as a spreadsheet names it, such as `C17`; empty where there is no grid."""
    table: str = ""
    row: str = ""
    """Id of the row, where it has one."""
    column: str = ""
    """Name of the column in the model; empty for a whole row or file."""
    found: str = ""
    values: dict[str, str] = dataclasses.field(default_factory=dict)
    """What the wording fills in; `near` is the best guess, `x_zh` and `x_en` fill `{x}` by language."""
    loss: Loss = Loss.NOTHING
    position: int | None = None
    """Row of the table as written, from 0; None for a whole table or file."""
    item: str = ""
    """Id of the item that the row is, or belongs to."""
    organization: str = ""
    """Id of the organization that must mend it; empty is whoever keeps the file."""
    sheet: str = ""
    """Name of the worksheet, where the file is a workbook."""

    @property
    def stands_for(self) -> int:
        """Tell how many problems this is: one, or all those further ones that are only counted."""
        return int(self.values["count"].replace(",", "")) if self.code == "more" else 1

    @property
    def place(self) -> str:
        """Name the place as `file:line:column`, which editors can jump to, or as `file:sheet!C17`."""
        if self.sheet:
            return f"{self.file}:{self.sheet}" + (f"!{self.cell}" if self.cell else "")
        return ":".join(str(part) for part in (self.file, self.line, self.character) if part is not None)

    def field(self, lang: str) -> str:
        """Name the column as a person knows it: by its header in the reader's language."""
        name, dot, language = self.column.partition(".")
        declared = columns(self.table).get(name) if self.table in TABLES else None
        return declared.header(lang) + dot + language if declared else self.column

    def title(self, lang: str) -> str:
        """Say what is wrong."""
        return self._word("", lang)

    def expected(self, lang: str) -> str:
        """Say what would have been right."""
        return self._word(".expected", lang)

    def suggestion(self, lang: str) -> str:
        """Say what to do about it, beginning with the best guess at what was meant."""
        near = wording.text("problem.near", lang, near=self._near(lang)) if self._near(lang) else ""
        return near + self._word(".suggestion", lang)

    def effect(self, lang: str) -> str:
        """Say what was left out because of it; empty if nothing was."""
        return wording.text(f"problem.loss.{self.loss}", lang) if self.loss else ""

    def describe(self, lang: str) -> str:
        """Say it in one line: place, what is wrong, what was left out and what to do."""
        # A spreadsheet's row differs from the line in the file once a cell holds several lines.
        row = self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        which = "row" if row else "line" if self.line else "file"
        at = "problem.at." + ("sheet." if self.sheet else "") + which + (".field" if self.column else "")
        names: dict[str, Any] = {"file": self.file, "sheet": self.sheet, "field": self.field(lang)}
        place = wording.text(at, lang, row=row, line=self.line, **names)
        parts = (self.title(lang), self.effect(lang), self.suggestion(lang))
        return place + ("" if lang == "zh" else " ").join(part for part in parts if part)

    def _near(self, lang: str) -> str:
        return self.values.get(f"near_{lang}") or self.values.get("near", "")

    def _word(self, part: str, lang: str) -> str:
        ending = f"_{lang}"
        own = {name.removesuffix(ending): text for name, text in self.values.items() if name.endswith(ending)}
        values: dict[str, Any] = {"found": self.found, "field": self.field(lang), **self.values, **own}
        return wording.text(f"problem.{self.code}{part}", lang, **values)
