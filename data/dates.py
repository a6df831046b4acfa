"""Dates as offices write them: from `2021-06-30` to `6月底前`, each kept as a span with its precision and words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import ValidationInfo

from data.words import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """The span a written date stands for; both ends are None for a continuing item."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str


def read(text: object, info: ValidationInfo | None = None) -> Period:
    """Read a date; a missing year is taken from the campaign (`info.context["year"]`). Raises ValueError."""
    raise NotImplementedError
