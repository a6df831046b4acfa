"""What an office gives to its briefings: the name of its paper, and a DOCX template of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data import wording


class DocumentError(Exception):
    """A document cannot be made; `code` and its facts say why (`documents.<code>` in the catalogs)."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts

    def describe(self, lang: str) -> str:
        """Say why, and what to do."""
        return wording.text(f"documents.{self.code}", lang).format_map(self.facts)


@dataclass(frozen=True, slots=True)
class Office:
    """What stands in for the usual name and form; empty for these."""

    masthead: str = ""
    template: str = ""
    """Path of a DOCX file."""

    def content(self) -> bytes | None:
        """Read the template; None for none. Raises DocumentError."""
        try:
            return Path(self.template).read_bytes() if self.template else None
        except OSError as error:
            raise DocumentError("template.missing", path=self.template) from error


def of(environment: Mapping[str, str]) -> Office:
    """Read what whoever hosts the board has set for all of its briefings."""
    return Office(environment.get("CAMPAIGN_MASTHEAD", ""), environment.get("CAMPAIGN_TEMPLATE", ""))
