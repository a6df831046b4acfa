"""What written values mean: each distinct value of a column is validated once, by its declared type."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

import numpy as np
import pandas as pd
from pydantic import TypeAdapter, ValidationError

from data import columns as declared
from data.columns import Column, Kind
from data.errors import CellError
from data.problems import Loss, Severity
from data.readers import keys
from data.readers.lists import split
from data.readers.sheets import Value
from data.words import DateOrder, Status, fold

# How offices write that a figure is missing or kept back; no problem, the words stay.
NO_FIGURE = frozenset(
    fold(word)
    for word in (
        *("-", "--", "—", "——", "…", "……", "...", "*", "**", "/", "x", "NA", "N/A", "nil", "none", "null"),
        *(
            "suppressed",
            "confidential",
            "not available",
            "not applicable",
            "tbc",
            "tbd",
            "withheld",
            "unknown",
            "not known",
        ),
        *("not provided", "not reported", "to be confirmed", "to be determined", "未提供", "不详", "未知"),
        *(
            "保密",
            "不公开",
            "未公布",
            "暂无",
            "暂缺",
            "缺",
            "无",
            "不适用",
            "待定",
            "未统计",
            "空缺",
            "未定",
            "#n/a",
            "#div/0!",
            "#value!",
            "#ref!",
        ),
    )
) | {""}


_KEY = re.compile(r"[\w-]+")

GUESSES = 200
"""For how many values of a column what was meant is guessed: each guess looks at all known words."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a value."""

    code: str
    severity: Severity = Severity.ERROR
    loss: Loss = Loss.CELL
    values: Mapping[str, str] = field(default_factory=dict)
    together: bool = False
    """Whether all such cells of a column are told in one problem."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the distinct values of a column mean (None: nothing), the words kept beside them, and remarks."""

    values: Sequence[Any]
    words: list[str]
    remarks: dict[int, Remark]


def mean(column: Column, values: list[Value], year: int | None, order: DateOrder | None = None) -> Meanings:
    """Read the distinct values of a column; year and order are what dates may leave unsaid."""
    context = {"year": year, "order": order}
    if _takes_any_text(column):
        return Meanings(values, [""] * len(values), {})
    if column.kind is Kind.KEY:
        return _keys(values)
    unlimited = column.annotation == declared.Number
    if len(values) > 100 and (unlimited or is_percent(column)):
        return _numbers(column, values, context)
    return _each(column, values, context)


def _one(column: Column, value: Value, position: int, found: Meanings, context: Mapping[str, Any]) -> None:
    assert isinstance(found.values, list)
    if column.kind is Kind.TEXTS:
        found.values[position] = tuple(split(value))
    elif isinstance(value, tuple):
        found.remarks[position] = Remark("list_for_text")
    elif column.kind in (Kind.NUMBER, Kind.DATE) and not column.required and fold(str(value)) in NO_FIGURE:
        found.words[position] = str(value)
    else:
        _validated(column, value, position, found, context)


def _validated(
    column: Column, value: Value, position: int, found: Meanings, context: Mapping[str, Any]
) -> None:
    assert isinstance(found.values, list)
    try:
        meaning = _adapter(column.table, column.name, column.annotation).validate_python(
            value, context=context
        )
    except ValidationError as error:
        found.remarks[position] = _remark(column, str(value), error, guess=len(found.remarks) < GUESSES)
        found.words[position] = str(value)
        if column.words is Status:
            found.values[position] = Status.UNRECOGNISED
        return
    found.values[position] = meaning
    if column.kind is Kind.DATE and meaning.precision != "day":
        found.words[position] = meaning.text
    elif (
        column.kind is Kind.NUMBER and 0 < meaning < 1 and is_percent(column) and "%" not in fold(str(value))
    ):
        found.remarks[position] = Remark("fraction_for_percent", Severity.WARNING, Loss.NOTHING)


_ADAPTERS: dict[tuple[str, str], TypeAdapter[Any]] = {}


def _adapter(table: str, name: str, annotation: Any) -> TypeAdapter[Any]:
    key = (table, name)
    if key not in _ADAPTERS:
        _ADAPTERS[key] = TypeAdapter(annotation)
    return _ADAPTERS[key]


def _takes_any_text(column: Column) -> bool:
    """Tell whether a column is declared without anything that could refuse a text."""
    marks = get_args(column.annotation)[1:]
    return column.kind is Kind.TEXT and all(isinstance(mark, Kind | declared.Translatable) for mark in marks)


def is_percent(column: Column) -> bool:
    """Tell whether a column holds shares in percent."""
    percent = get_args(declared.Percent)[1]
    return percent in get_args(column.annotation)


def _remark(column: Column, value: str, error: ValidationError, *, guess: bool) -> Remark:
    first = error.errors(include_url=False)[0]
    reason = first.get("ctx", {}).get("error")
    if column.kind in (Kind.NUMBER, Kind.DATE) and not column.required and _is_sentence(value):
        return Remark("kept_words", Severity.WARNING, Loss.NOTHING, together=True)
    if isinstance(reason, CellError):
        return Remark(reason.code, values=reason.values)
    if column.words is Status:
        return Remark("unknown_status", Severity.WARNING, Loss.NOTHING, _near_word(column, value, guess))
    if column.words:
        return Remark("unknown_word", values=_near_word(column, value, guess))
    if first["type"] in ("greater_than_equal", "less_than_equal"):
        return Remark("out_of_range", values={"limit": f"{next(iter(first['ctx'].values())):g}"})
    codes = {
        Kind.LINK: "not_a_link",
        Kind.FLAG: "not_yes_or_no",
        Kind.NUMBER: "not_a_number",
    }
    return Remark(codes.get(column.kind, "not_a_text"))


_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"(?<!\w)[^\W\d_\u4e00-\u9fff]{2,}")


def _is_sentence(text: str) -> bool:
    """Tell whether words stand where a figure or a day should; few beside digits may be a slip."""
    least = 12 if re.search(r"\d", text) else 5
    return len(_HAN.findall(text)) >= least or len(_WORD.findall(text)) >= 3


def _keys(values: list[Value]) -> Meanings:
    """Read ids; a number on a list that is no id is made into one, apart from all the others."""
    texts: list[str | None] = [*map(str, values)]
    found = Meanings(texts, [""] * len(values), {})
    odd = [position for position, text in enumerate(texts) if not _KEY.fullmatch(str(text))]
    taken = {*map(str, texts)} if odd else set()
    for position in odd:
        if isinstance(values[position], tuple):
            texts[position], found.remarks[position] = None, Remark("list_for_text")
        else:
            texts[position] = keys.key(str(values[position]), taken)
            found.remarks[position] = Remark("rewritten_id", Severity.WARNING, Loss.NOTHING, together=True)
    return found


def _near_word(column: Column, value: str, guess: bool) -> dict[str, str]:
    assert column.words is not None
    known = column.words.choices()
    spellings = {spelling: member for member in known for spelling in member.spellings}
    close = difflib.get_close_matches(fold(value), spellings, n=1) if guess else []
    allowed = {"allowed_zh": "、".join(m.zh for m in known), "allowed_en": ", ".join(m.en for m in known)}
    if close:
        allowed |= {"near_zh": spellings[close[0]].zh, "near_en": spellings[close[0]].en}
    return allowed


_PLAIN = r"[+-]?[0-9]{1,15}(\.[0-9]{1,9})?"


def _numbers(column: Column, values: list[Value], context: Mapping[str, Any]) -> Meanings:
    """Read many figures: plain ones at once, the others one by one."""
    texts = pd.Series([v if isinstance(v, str) else "" for v in values], dtype="str")
    plain = texts.str.fullmatch(_PLAIN).to_numpy(dtype=bool)
    numbers: Any = np.full(len(values), np.nan)
    numbers[plain] = texts[plain].astype(float)
    odd = np.flatnonzero(~plain | (numbers < 0) | (numbers > 100) | ((numbers > 0) & (numbers < 1)))
    # Plain figures of a column without limits need no further look.
    if not is_percent(column):
        odd = np.flatnonzero(~plain)
    rest = _each(column, [values[i] for i in odd], context)
    numbers[odd] = [np.nan if number is None else number for number in rest.values]
    words = [""] * len(values)
    for position, word in zip(odd, rest.words, strict=True):
        words[position] = word
    return Meanings(numbers, words, {int(odd[position]): remark for position, remark in rest.remarks.items()})


def _each(column: Column, values: list[Value], context: Mapping[str, Any]) -> Meanings:
    found = Meanings([None] * len(values), [""] * len(values), {})
    for position, value in enumerate(values):
        _one(column, value, position, found, context)
    return found
