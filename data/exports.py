"""Tables written out as CSV that Excel and WPS open correctly and that can do no harm there."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pandas as pd

from data.formulas import harmless


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame under its headers: UTF-8 with a byte order mark, CR LF, and no cell a formula."""
    out = io.StringIO(newline="")
    # Quotes around every text keep Excel from splitting it where its list separator is `;`.
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(str(header)) for header in frame.columns])
    writer.writerows(zip(*(_cells(frame.iloc[:, i]) for i in range(frame.shape[1])), strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


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
    if isinstance(column.dtype, pd.StringDtype):
        codes, texts = pd.factorize(column)
        return [*np.array([*map(harmless, texts), ""], dtype=object)[codes]]
    return [_text(value) for value in column]


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return harmless("；".join(map(str, value)))
    return "" if value is None or value is pd.NaT or value != value else harmless(str(value))
