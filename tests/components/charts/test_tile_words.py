import pytest

from components.charts.tile_words import lines, size


@pytest.mark.parametrize(
    ("name", "columns", "expected"),
    [
        ("Shanghai", 7, ["Shanghai"]),
        ("Hong Kong", 7, ["Hong", "Kong"]),
        ("Heilongjiang", 7, ["Heilong-", "jiang"]),
        ("Inner Mongolia", 7, ["Inner", "Mongolia"]),
        ("Massachusetts", 7, ["Massachu-", "setts"]),
        ("Massachusetts", 12, ["Massa-", "chu-", "setts"]),
        ("New Hampshire", 12, ["New", "Hamp-", "shire"]),
        ("Île-de-France", 7, ["Île-de-", "France"]),
        ("Würzburg-Thüringen-Hessen-Baden", 7, ["Würzburg-", "Thürin-", "gen…"]),
        ("Bcdfghjklmnpqrs", 7, ["Bcdfghjklmn…"]),
        ("ßßßßßßßßßßßßßß", 7, ["ßßßßßßßßßßß…"]),
        ("内蒙古", 7, ["内蒙古"]),
        ("内蒙古", 12, ["内蒙", "古"]),
        ("新疆生产建设兵团总部机关", 7, ["新疆生产", "建设兵团", "总部机关"]),
        ("新疆生产建设兵团总部机关", 9, ["新疆生", "产建设", "兵团…"]),
        ("", 7, []),
    ],
)
def test_a_name_is_broken_where_readers_would(name: str, columns: int, expected: list[str]) -> None:
    assert lines(name, columns) == expected


@pytest.mark.parametrize(
    ("names", "expected"), [(["北京", "Beijing"], 13), (["Beijing", "Île"], 11), ([], 11)]
)
def test_chinese_letters_are_larger(names: list[str], expected: int) -> None:
    assert size(names) == expected
