"""Strategies for whole campaigns as somebody might write them in YAML, derived from the models.

Left out is what a form cannot hold by its nature:

- NUL, which is in no text file, and U+FFFE and U+FFFF, which are in no XML
- several texts of which one holds a separator itself: only a YAML list tells them apart
- an extra field named after a table, which YAML takes for rows of it
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from hypothesis import strategies as st

from data.columns import Column, Kind
from data.models import TABLES, columns
from data.readers import headers
from data.readers.lists import SEPARATORS
from data.wording import LANGUAGES
from data.words import Status
from tests.hostile import HOSTILE

NASTY = (
    *("no", "yes", "~", "null", "012", "1.10", "1e5", "0x1f", "2021-06-30", "6/7", "１２３"),
    *("=1+1", "'=1", "''=1", "TRUE", "#N/A", "#REF!", "事项", "Item", "注：说明", "13812345678"),
    *("-", "--", "- a", "? a", ": a", "a: b", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a", "[a", "a:"),
    *("\ta", "a\tb", "a\r\nb", "a\rb", "a\n\n b", "a\n  b\nc", "a \nb", "a\u2028b", "a\x85b", "a\x1fb"),
    *('"', "'", '"a', 'a"b', "a\\nb", "_x0041_", "_x000D_", "🎉", "👨‍👩‍👧", "中\u3000文"),
    *("很长的文字" * 400, "x" * 5000, "<a>&b;", "e\u0301", "，", "\ufeffa", "{a"),
)  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff"), max_size=20),
)
PART = TEXT.filter(lambda text: not SEPARATORS.search(text))
KEYS = ("a", "b", "012", "no", "-x", "甲-1", "Ａ_1", "2021")
KEY = st.one_of(st.sampled_from(KEYS), st.sampled_from(("", "two words")))
HEADERS = ("=1", "a;b", "表头", "x.y", "title.fr", "Ref. No.", "no", "012", "'-a", "备注二", "a,b", "row 2")

CELLS: Mapping[Kind, st.SearchStrategy[Any]] = {
    Kind.KEY: KEY,
    Kind.TEXT: TEXT,
    Kind.TEXTS: st.lists(PART, max_size=3),
    Kind.LINK: st.sampled_from(("https://example.com/a?b=1&c=2#d", "HTTP://例子.中国", "javascript:x")),
    Kind.FLAG: st.sampled_from(("yes", "no", "是", "否", "maybe")),
    Kind.NUMBER: st.one_of(
        st.sampled_from(("0", "45", "1,595", "1595万", "12.5%", "-0.5", "150.0", "1_0")),
        st.sampled_from(("保密", "NA", "null", "很多")),
        st.floats(allow_nan=False, allow_infinity=False).map(repr),
        st.integers(0, 100).map(str),
    ),
    Kind.DATE: st.one_of(
        st.dates().map(str),
        st.sampled_from(("2021-06-30", "2021年6月底前", "6月底前", "2021-06", "2021年上半年", "6月上旬")),
        st.sampled_from(("2021", "长期", "continuing", "6/7", "2021-02-30", "1900-02-29", "44377")),
        st.just("Exempt under Section 26"),
    ),
    Kind.REFERENCE: st.one_of(KEY, st.just("甲、乙"), st.just("a；b"), PART),
    Kind.REFERENCES: st.lists(st.one_of(KEY, PART), max_size=3),
}  # fmt: skip


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    """Generate a campaign as the content of one YAML file."""
    own = [table for table in TABLES if table not in ("campaign", "items", "organizations")]
    tables = ["organizations", "items", *draw(st.lists(st.sampled_from(own), unique=True, max_size=4))]
    content: dict[str, Any] = {"campaign": draw(_row("campaign"))}
    for table in tables:
        if draw(st.booleans()) or table == "items":
            content[table] = draw(st.lists(_row(table), max_size=3))
    return content


def written(content: Mapping[str, Any]) -> bytes:
    """Write it by a hand that is not the product's."""
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()


def _row(table: str) -> st.SearchStrategy[dict[str, Any]]:
    own = columns(table).values()
    needed = {column.name: _cell(column) for column in own if column.required}
    others = {column.name: _cell(column) for column in own if not column.required}
    others |= {f"{column.name}.{lang}": TEXT for column in own if column.translatable for lang in LANGUAGES}
    others |= {header: TEXT for header in HEADERS if not headers.find(table, header)}
    return st.fixed_dictionaries(needed, optional=others)


def _cell(column: Column) -> st.SearchStrategy[Any]:
    if not column.words:
        return CELLS[column.kind]
    words = [text for word in column.words for text in (word.value, word.zh, word.en)]
    return st.sampled_from([*words, "", *(["琥珀", "=1"] if column.words is Status else ["琥珀"])])
