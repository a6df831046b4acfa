"""The forms a briefing can take: what each file is called, and the module that writes it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data import wording
from data.briefing.compose import compose
from data.briefing.office import DocumentError, Office
from data.briefing.parts import Part
from data.briefing.progress import Progress, untold
from data.briefing.scope import Scope


class MissingExtraError(DocumentError):
    """A format needs a package that is not installed."""

    def __init__(self, key: str, package: str) -> None:
        super().__init__(package)
        self.key, self.package = key, package

    def describe(self, lang: str) -> str:
        """Tell a person what to install."""
        return wording.text(
            "briefing.missing_extra", lang, format=label(self.key, lang), package=self.package
        )


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file.

    Its module has `write(briefing: Briefing) -> bytes`, or, where it is made of the campaign rather than of
    what the briefing says, `write(scope: Scope, progress: Progress) -> bytes`.
    """

    extension: str
    mime: str
    module: str
    packages: tuple[str, ...] = ()
    """Importable names that the extra `report` brings."""
    of_campaign: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: Mapping[str, Format] = {
    "html": Format(".html", "text/html", "data.briefing.html_file"),
    "docx": Format(
        ".docx",
        f"{_OFFICE}.wordprocessingml.document",
        "data.documents.word",
        ("docx", "docxtpl", "typst", "fontTools"),
    ),
    "pdf": Format(".pdf", "application/pdf", "data.documents.typeset", ("typst", "fontTools")),
    "pptx": Format(
        ".pptx", f"{_OFFICE}.presentationml.presentation", "data.documents.slides", ("pptx", "docx")
    ),
    "xlsx": Format(
        ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", "data.ledger", of_campaign=True
    ),
    "reminders": Format(
        ".zip", "application/zip", "data.reminders", ("docx", "typst", "fontTools"), of_campaign=True
    ),
}  # fmt: skip


def available() -> list[str]:
    """List the formats whose module is part of this program."""
    return [key for key, form in FORMATS.items() if importlib.util.find_spec(form.module)]


def missing(key: str) -> str:
    """Name the first package a format needs that is not installed; empty if it can be written."""
    return next((name for name in FORMATS[key].packages if not importlib.util.find_spec(name)), "")


def label(key: str, lang: str) -> str:
    """Name a format."""
    return wording.text(f"briefing.format.{key}", lang)


_USUAL = Office()
_COMPOSED = 0.3
"""The share of the work that is done once it is settled what a briefing says."""


def write(
    key: str, scope: Scope, parts: Sequence[Part], office: Office = _USUAL, progress: Progress = untold
) -> bytes:
    """Write a scope in a format; DOCX takes the form of an office's template. Raises DocumentError."""
    if package := missing(key):
        raise MissingExtraError(key, package)
    form = FORMATS[key]
    module = importlib.import_module(form.module)
    if form.of_campaign:
        content: bytes = module.write(scope, progress)
        return content
    template = [office.content()] if key == "docx" else []
    briefing = compose(scope, parts, office.masthead)
    progress(_COMPOSED)
    content = module.write(briefing, *template)
    progress(1.0)
    return content
