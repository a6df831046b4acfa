"""A Parquet file that DuckDB answers about."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from data.readers.files import signature
from data.sources import statement
from data.sources.source import Failed

MEMORY = "1GB"
"""What DuckDB may take for a query; beyond it writes to the disk."""

_SETTINGS = {
    # Nothing is fetched from the network, whatever a query asks for.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": MEMORY,
}


class ParquetFile:
    """One file; each query opens it anew, so a file replaced in between is no half of two."""

    rows = '"rows"'

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            import duckdb
        except ImportError as error:
            raise Failed("source_extra", "duckdb") from error
        self._failures: type[Exception] = duckdb.Error
        settings: dict[str, Any] = {**_SETTINGS, "temp_directory": tempfile.gettempdir()}
        try:
            self._connection = duckdb.connect(config=settings)
            file = self._connection.read_parquet(str(path))
            if statement.POSITION not in file.columns:
                # The place in the file tells which of two readings of one day was written later.
                file = self._connection.read_parquet(str(path), file_row_number=True).project(
                    f'* EXCLUDE (file_row_number), file_row_number AS "{statement.POSITION}"'
                )
            file.create_view("rows")
        except duckdb.Error as error:
            raise Failed("source_unreachable", error) from error

    def query(self, sql: str, values: Mapping[str, object]) -> pd.DataFrame:
        """Run a SELECT in a cursor of its own, so that sessions do not wait for each other."""
        try:
            with self._connection.cursor() as cursor:
                found: pd.DataFrame = cursor.execute(statement.with_dollars(sql), dict(values)).df()
                return found
        except self._failures as error:
            raise Failed("source_unreachable", error) from error

    def version(self, summed_up: str) -> str:
        """Sign the file by size, times and inode."""
        return signature(self._path)

    def size(self) -> int:
        """Return the bytes of the file."""
        return self._path.stat().st_size
