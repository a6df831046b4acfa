"""The columns of a sound CSV table all at once: many times faster than record by record."""

from __future__ import annotations

import csv

import numpy as np
import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as columnar

from data.readers.sheets import Codes, Distinct

LINE_ENDS = r"\r\n|\r|\n"
_BLOCK = 4 * 1024 * 1024
_TEXT = pa.dictionary(pa.int32(), pa.string())


def read(content: bytes, skipped: int, width: int, delimiter: str) -> tuple[list[Distinct], Codes] | None:
    """Read the columns below the first lines of UTF-8, and on how many lines each record stands.

    None if anything is odd, to be read and reported record by record: a row of another width, a cell that is
    too large, a quotation mark that stays open.
    """
    if len(delimiter.encode()) > 1 or content.count(b'"') % 2:
        return None
    names = [str(position) for position in range(width)]
    try:
        table = columnar.read_csv(
            pa.py_buffer(content.rstrip(b"\r\n")),
            columnar.ReadOptions(column_names=names, skip_rows=skipped, block_size=_BLOCK),
            columnar.ParseOptions(delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False),
            columnar.ConvertOptions(column_types=dict.fromkeys(names, _TEXT)),
        )
    except pa.ArrowInvalid:
        return None
    columns = table.unify_dictionaries().columns
    spans = np.ones(len(table), dtype=np.int32)
    for column in columns:
        values = column.chunk(0).dictionary
        if (compute.max(compute.utf8_length(values)).as_py() or 0) > csv.field_size_limit():
            return None
        breaks = compute.count_substring_regex(values, LINE_ENDS).to_numpy()
        if breaks.any():
            spans += breaks[_codes(column)]
    return [Distinct(column.chunk(0).dictionary.to_pylist(), _codes(column)) for column in columns], spans


def _codes(column: pa.ChunkedArray) -> Codes:
    codes: Codes = np.concatenate([chunk.indices.to_numpy() for chunk in column.chunks])
    return codes
