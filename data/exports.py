"""Tables written out as CSV that Excel and WPS open correctly and that can do no harm there."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import Any

import numpy as np
import pandas as pd

_NUMBER = re.compile(r"[+-]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)%?", re.ASCII)
_FORMULA_BEGINNINGS = ("=", "+", "-", "@")


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame under its headers: UTF-8 with a byte order mark, CR LF, and no cell a formula."""
    out = io.StringIO(newline="")
    # Quotes around every text keep Excel from splitting it where its list separator is `;`.
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(str(header)) for header in frame.columns])
    writer.writerows(zip(*(_cells(frame.iloc[:, i]) for i in range(frame.shape[1])), strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def harmless(text: str) -> str:
    """Put an apostrophe before a text a spreadsheet would take for a formula; plain numbers stay."""
    # Excel looks past blanks, and in East Asian editions takes full-width signs for their half-width forms.
    seen = unicodedata.normalize("NFKC", text).lstrip()
    sign = seen.startswith(_FORMULA_BEGINNINGS) and len(seen) > 1 and not _NUMBER.fullmatch(seen.rstrip())
    return "'" + text if sign or text.startswith(("\t", "\r", "\n", "\0")) else text


def _cells(column: pd.Series[Any]) -> list[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype("object")
    if pd.api.types.is_bool_dtype(column.dtype):
        return column.tolist()
    if pd.api.types.is_numeric_dtype(column.dtype):
        # 5.0 is written 5, as it was typed.
        return ["" if np.isnan(n) else int(n) if float(n).is_integer() else float(n) for n in column]
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return [*column.dt.strftime("%Y-%m-%d").fillna("")]
    return [_text(value) for value in column]


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return harmless("；".join(map(str, value)))
    return "" if value is None or value is pd.NaT or value != value else harmless(str(value))
