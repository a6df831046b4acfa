"""Dates as offices write them: from `2021-06-30` to `6月底前`, each a span with its precision and words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import ValidationInfo

from data.errors import CellError
from data.words import DateOrder, Precision, fold


@dataclass(frozen=True, slots=True)
class Period:
    """The span a written date stands for; both ends are None for a continuing item."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str


Span = tuple[dt.date, dt.date, Precision]

CONTINUING = frozenset(
    fold(word)
    for word in ("长期", "长期坚持", "长期推进", "常态化", "常态化推进", "持续推进", "continuing", "ongoing")
)

# Excel counts days from here; the range leaves out years and small counts (1954-10-03 to 2119-01-12).
EXCEL_EPOCH = dt.date(1899, 12, 30)
EXCEL_SERIALS = range(20_000, 80_001)
YEARS = range(1900, 2101)

_NUMERALS = {
    word: n
    for n, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}

_BY = r"(?:之前|以前|前)?"
_END_BY = rf"(?:[底末]{_BY})?"
_YEAR = r"(?:(?P<y>\d{4})年)?"
_MONTH = r"(?P<m>\d{1,2}|十[一二]|[一二三四五六七八九十])月"
_NAMED = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
# What spreadsheets write after a day; the day is all that counts.
_TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?"

_FIGURES = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d{{2}})(?:[ t]{_TIME})?"
)


def read(text: object, info: ValidationInfo | None) -> Period:
    """Read a date; a missing year is taken from the campaign (`info.context["year"]`).

    `01/02/2021` is read if the context says in which `order` day and month stand. `info` has no default:
    pydantic hands the context only to validators that require it.

    Raises CellError: not_a_date, impossible_date, ambiguous_date or missing_year.
    """
    written = str(text).strip()
    if fold(written) in CONTINUING:
        return Period(None, None, Precision.CONTINUING, written)
    plain = re.sub(r"\s*([-/.年月日])\s*", r"\1", unicodedata.normalize("NFKC", written)).casefold()
    context = (info.context or {}) if info else {}
    year, order = context.get("year"), context.get("order")
    if order and (found := _FIGURES.fullmatch(plain)):
        day = _in_order(found.groupdict(), order)
        return Period(day, day, Precision.DAY, written)
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            start, end, precision = build(parts, _year(parts, year) if "y" in parts else 0)
            return Period(start, end, precision, written)
    raise CellError("not_a_date")


def _year(parts: dict[str, str | None], default: int | None) -> int:
    if written := parts["y"]:
        if int(written) not in YEARS:
            raise CellError("impossible_date")
        return int(written)
    if default is None:
        raise CellError("missing_year")
    return default


def _month(parts: dict[str, str | None]) -> int:
    if name := parts.get("name"):
        if name not in _MONTHS:
            raise CellError("not_a_date")
        return _MONTHS[name]
    written = parts["m"] or ""
    return _NUMERALS.get(written) or int(written)


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise CellError("impossible_date") from None


def _last(year: int, month: int) -> dt.date:
    return _date(year, month, 1).replace(day=calendar.monthrange(year, month)[1])


def _months(year: int, first: int, last: int, precision: Precision) -> Span:
    return _date(year, first, 1), _last(year, last), precision


def _in_order(parts: dict[str, str], order: DateOrder) -> dt.date:
    """Read day and month in the given order; years of two digits are 1969 to 2068, as POSIX has it."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < 69 else 1900
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return _date(_year({"y": str(year)}, None), month, day)


def _one_day(parts: dict[str, str | None], year: int) -> Span:
    day = _date(year, _month(parts), int(parts["d"] or 0))
    return day, day, Precision.DAY


def _one_month(parts: dict[str, str | None], year: int) -> Span:
    month = _month(parts)
    _date(year, month, 1)
    return _months(year, month, month, Precision.MONTH)


def _ten_days(parts: dict[str, str | None], year: int) -> Span:
    """上旬, 中旬 and 下旬 end on the 10th, the 20th and the last day."""
    month = _month(parts)
    first = {"上": 1, "中": 11, "下": 21}[parts["t"] or ""]
    end = _last(year, month) if first == 21 else _date(year, month, first + 9)
    return _date(year, month, first), end, Precision.MONTH


def _one_quarter(parts: dict[str, str | None], year: int) -> Span:
    written = parts["q"] or ""
    quarter = _NUMERALS.get(written) or int(written)
    return _months(year, 3 * quarter - 2, 3 * quarter, Precision.QUARTER)


def _one_half(parts: dict[str, str | None], year: int) -> Span:
    first = 1 if parts["h"] == "上" else 7
    return _months(year, first, first + 5, Precision.HALF)


def _one_year(_: dict[str, str | None], year: int) -> Span:
    return _months(year, 1, 12, Precision.YEAR)


def _excel(parts: dict[str, str | None], _: int) -> Span:
    serial = int(parts["serial"] or 0)
    if serial not in EXCEL_SERIALS:
        raise CellError("not_a_date")
    day = EXCEL_EPOCH + dt.timedelta(days=serial)
    return day, day, Precision.DAY


def _ambiguous(parts: dict[str, str | None], _: int) -> Span:
    raise CellError("ambiguous_date")


# The first form that fits counts. `2021.1` may be October that lost its zero; `6月前` may exclude June.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[dict[str, str | None], int], Span]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (
            rf"(?P<y>\d{{4}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?:[ t]{_TIME}|{_BY})",
            _one_day,
        ),
        (r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)", _one_day),
        (rf"{_YEAR}{_MONTH}(?P<d>\d{{1,2}})[日号]{_BY}", _one_day),
        (rf"{_DAY}[ -]{_NAMED}[ ,-]+(?P<y>\d{{4}})", _one_day),
        (rf"{_NAMED} {_DAY}(?:, ?| )(?P<y>\d{{4}})", _one_day),
        (r"\d{4}\.1", _ambiguous),
        (r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})", _one_month),
        (rf"{_YEAR}{_MONTH}份?{_END_BY}", _one_month),
        (rf"{_YEAR}{_MONTH}{_BY}", _ambiguous),
        (rf"{_YEAR}{_MONTH}份?(?P<t>[上中下])旬{_BY}", _ten_days),
        (rf"{_NAMED} (?P<y>\d{{4}})", _one_month),
        (rf"{_YEAR}第?(?P<q>[一二三四1-4])季度{_END_BY}", _one_quarter),
        (r"(?P<y>\d{4})(?:[- ]|年)?q(?P<q>[1-4])", _one_quarter),
        (r"q(?P<q>[1-4])[- ]?(?P<y>\d{4})", _one_quarter),
        (rf"{_YEAR}(?P<h>[上下])半年{_END_BY}", _one_half),
        (rf"(?P<y>\d{{4}})(?:年(?:年?[底末]{_BY}|年?内|度)?)?", _one_year),
        (rf"(?P<y>\d{{4}})?年(?:[底末]{_BY}|内)", _one_year),
        (r"(?P<serial>\d{5})(?:\.\d+)?", _excel),
        (rf"\d{{1,2}}[-/.]\d{{1,2}}(?:[-/.](?:\d{{2}}|\d{{4}})(?:[ t]{_TIME})?)?", _ambiguous),
    )
)
