"""Files made of nothing by hypothesis: texts, tables and documents no office would write."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from data.models import TABLES, columns
from data.words import Status

_WORDS = st.sampled_from(
    (
        *("2021-06-30", "6月底前", "长期", "6/7", "45%", "1,595", "0.5", "nan", "是", "北京", "110000"),
        *("A", "B", "学生司", "", *(word for status in Status for word in (status.value, status.zh))),
    )
)
_CELLS = st.one_of(_WORDS, st.text(max_size=12), st.integers().map(str), st.floats().map(str))
_HEADERS = st.one_of(
    st.sampled_from([header for c in columns("items").values() for header in (c.name, c.zh, c.en)]),
    st.text(max_size=6),
)
_ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32", "latin-1"])


def texts(count: int, number: int) -> list[bytes]:
    """Invent texts in any encoding, and plain bytes."""
    written = st.builds(lambda text, name: text.encode(name, "replace"), st.text(), _ENCODINGS)
    return _drawn(st.one_of(written, st.binary(max_size=300)), count, number)


def tables(count: int, number: int) -> list[bytes]:
    """Invent CSV tables with headers that are partly known."""
    rows = st.tuples(st.lists(_HEADERS, max_size=8), st.lists(st.lists(_CELLS, max_size=9), max_size=8))

    def written(table: tuple[list[str], list[list[str]]], delimiter: str, encoding: str) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL, escapechar="\\")
        writer.writerows([["title", *table[0]], *table[1]])
        return text.getvalue().encode(encoding, "replace")

    return _drawn(st.builds(written, rows, st.sampled_from(",;\t|"), _ENCODINGS), count, number)


def documents(count: int, number: int) -> list[bytes]:
    """Invent YAML documents with tables, columns and values that are partly known."""
    names = st.one_of(_HEADERS, st.sampled_from([*TABLES, "measures", "readings"]))
    leaves = st.one_of(_CELLS, st.none(), st.booleans(), st.integers(), st.dates())
    deep: st.SearchStrategy[Any] = st.recursive(
        leaves,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=5)),
        max_leaves=12,
    )
    rows = st.lists(st.dictionaries(names, deep, max_size=6), max_size=5)
    tops = st.one_of(st.sampled_from([*TABLES]), st.text(max_size=5))
    campaigns = st.dictionaries(tops, st.one_of(rows, deep))

    def written(campaign: Any, flow: bool | None) -> bytes:
        text = yaml.safe_dump(campaign, allow_unicode=True, default_flow_style=flow)
        return text.encode("utf-8", "replace")

    return _drawn(st.builds(written, campaigns, st.sampled_from([None, True, False])), count, number)


def _drawn(strategy: st.SearchStrategy[bytes], count: int, number: int) -> list[bytes]:
    """Draw examples that depend on the number alone."""
    found: list[bytes] = []

    def keep(content: bytes) -> None:
        found.append(content)

    decorated: Callable[[], None] = given(strategy)(keep)
    settled = settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )(decorated)
    if count:
        seed(number)(settled)()
    return found
