"""Whatever is edited, the difference names that edit and nothing else."""

from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from data.columns import Kind
from data.comparison import compare
from data.models import columns
from tests.data.builder import campaign

TABLES = (
    "organizations",
    "items",
    "measures",
    "milestones",
    "indicators",
    "documents",
    "events",
    "practices",
)
WORDS = st.text(alphabet="甲乙丙a1.-；*= ", min_size=1, max_size=6).map(str.strip).filter(bool)


def rows(table: str) -> list[dict[str, Any]]:
    required = {"item": "items1", "due": "2021-06-30"}
    needed = {name: cell for name, cell in required.items() if name in columns(table)}
    return [{"id": f"{table}{n}", **needed} for n in range(3)]


def edits(table: str) -> st.SearchStrategy[dict[str, Any]]:
    """Choose a text column of a table and another text for it."""
    texts = [name for name, column in columns(table).items() if column.kind is Kind.TEXT]
    return st.builds(lambda name, text: {name: text}, st.sampled_from(texts), WORDS)


@st.composite
def edited_tables(draw: st.DrawFn) -> tuple[str, int, dict[str, Any]]:
    table = draw(st.sampled_from(TABLES))
    return table, draw(st.integers(0, 2)), draw(edits(table))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(edited_tables())
def test_an_edit_of_a_field_is_the_whole_difference(edit: tuple[str, int, dict[str, Any]]) -> None:
    table, row, cells = edit
    before: dict[str, Any] = {name: rows(name) for name in TABLES}
    after = before | {table: [line | (cells if n == row else {}) for n, line in enumerate(before[table])]}
    changes = compare(campaign(**before), campaign(**after)).changes
    ((name, text),) = cells.items()
    assert changes[["table", "after", "column", "new"]].to_numpy().tolist() == [[table, row, name, text]]
