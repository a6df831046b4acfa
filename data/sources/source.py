"""What answers SQL about a table: a database, or a file read as one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Protocol

import pandas as pd

from data.models.sources import Elsewhere, SourceForm
from data.problems import Loss, Problem, Severity, Unreadable

_log = logging.getLogger(__name__)


class Source(Protocol):
    """One table, and whoever answers questions about it."""

    @property
    def rows(self) -> str:
        """Name the table as it stands after FROM."""

    def query(self, sql: str, values: Mapping[str, object]) -> pd.DataFrame:
        """Run a SELECT in which `:name` stands for a value. Raises Failed."""

    def version(self, summed_up: str) -> str:
        """Return what changes whenever the rows do, by a query that sums them up. Raises Failed."""

    def size(self) -> int:
        """Return the bytes of its file; 0 for what is in no file."""


Connect = Callable[[str, SourceForm], Source]
"""Opens the connection of a name for a table. Raises Failed."""


class Failed(Exception):  # noqa: N818 - says what the source has
    """A source gave no answer; `code` names the problem that this is."""

    def __init__(self, code: str, reason: object) -> None:
        super().__init__(str(reason))
        self.code = code


class Unreachable(Unreadable):
    """A table that lives elsewhere gives no answer just now; it may when asked again."""


def unreachable(table: str, place: Elsewhere, failed: Failed) -> Unreachable:
    """Make the error for a table that gives no answer; what the other side says is for the log alone."""
    _log.warning("%s:%s: %s", place.file, place.line, str(failed).strip())
    return Unreachable((problem(failed.code, table, place, loss=Loss.NOTHING),))


def problem(
    code: str,
    table: str,
    place: Elsewhere,
    severity: Severity = Severity.ERROR,
    *,
    column: str = "",
    found: str = "",
    loss: Loss = Loss.TABLE,
    **values: str,
) -> Problem:
    """Make a problem of a table that lives elsewhere, at the place that says where."""
    return Problem(
        severity, code, place.file, place.line, place.character, "", table, "", column, found, values, loss
    )
