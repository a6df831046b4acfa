"""A table or a SELECT statement of a database that SQLAlchemy reaches."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from data.models.sources import SourceForm
from data.sources.source import Failed

if TYPE_CHECKING:
    from sqlalchemy import Engine

LOOK_AGAIN_SECONDS = 60.0
"""How long the database is taken not to have changed since it was last asked."""


class Database:
    """One table of a database; the engine keeps its connections."""

    def __init__(self, engine: Engine, form: SourceForm) -> None:
        self._engine = engine
        self._form = form
        self._lock = threading.Lock()
        self._version, self._asked = "", -LOOK_AGAIN_SECONDS

    @property
    def rows(self) -> str:
        """Name the table, or put the statement of the campaign in its place."""
        sql = self._form.sql
        if re.fullmatch(r"[\w.]+", sql):
            return ".".join(f'"{part}"' for part in sql.split("."))
        return f"(\n{_literal(sql)}\n) AS given"

    def query(self, sql: str, values: Mapping[str, object]) -> pd.DataFrame:
        """Run a SELECT in a connection that may only read."""
        from sqlalchemy import exc, text

        try:
            with self._engine.connect() as connection:
                reading = connection.execution_options(postgresql_readonly=True)
                result = reading.execute(text(sql), dict(values))
                return pd.DataFrame(result.all(), columns=list(result.keys()))
        except (exc.SQLAlchemyError, OSError) as error:
            # Without the statement and its values, which SQLAlchemy adds to its own message.
            raise Failed("source_unreachable", getattr(error, "orig", None) or error) from error

    def version(self, summed_up: str) -> str:
        """Ask for what changes with the rows, but not again within a minute."""
        with self._lock:
            if time.monotonic() - self._asked >= LOOK_AGAIN_SECONDS:
                found = self.query(_literal(self._form.version) or summed_up, {}).astype(str).to_csv()
                self._version = hashlib.sha256(found.encode()).hexdigest()[:16]
                self._asked = time.monotonic()
            return self._version

    def size(self) -> int:
        """Return nothing: the table is in no file."""
        return 0


def _literal(sql: str) -> str:
    """Keep the colons of a statement from being taken for the names of values."""
    return sql.replace(":", r"\:")
