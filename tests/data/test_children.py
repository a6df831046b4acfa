from data import children
from tests.data.builder import campaign


def test_each_row_finds_its_own_in_the_order_of_the_file() -> None:
    shown = campaign(
        items=[{"id": "a"}, {"id": "b"}, {"id": "c"}],
        milestones=[{"item": "b", "due": "2021-01-01"}, {"item": "a"}, {"item": "b"}],
    )
    found = [children.of(shown, "milestones", "item", item).tolist() for item in range(3)]
    assert found == [[1], [0, 2], []]


def test_an_empty_table_has_no_rows_for_anyone() -> None:
    assert children.of(campaign(items=[{"id": "a"}]), "milestones", "item", 0).tolist() == []
