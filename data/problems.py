"""Problems found in a campaign's files: place, what was found, what was expected, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from data import wording


class Severity(StrEnum):
    """An error loses something (a row, a cell, a file); a warning loses nothing but wants a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; `code` names its wording in the catalogs (`problem.<code>`, `.expected`, `.suggestion`)."""

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
    values: dict[str, str] = field(default_factory=dict)
    """What the wording fills in, such as `near` for the best guess at what was meant."""

    @property
    def place(self) -> str:
        """Name the place as `file:line:column`, which editors can jump to."""
        return ":".join(str(part) for part in (self.file, self.line, self.character) if part is not None)

    def title(self, lang: str) -> str:
        """Say what is wrong."""
        return self._word("", lang)

    def expected(self, lang: str) -> str:
        """Say what would have been right."""
        return self._word(".expected", lang)

    def suggestion(self, lang: str) -> str:
        """Say what to do about it."""
        return self._word(".suggestion", lang)

    def _word(self, part: str, lang: str) -> str:
        return wording.text(f"problem.{self.code}{part}", lang, found=self.found, **self.values)
