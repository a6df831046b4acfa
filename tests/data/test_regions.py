import numpy as np
import pytest

from data import regions
from data.campaign import Campaign
from data.filters import Filters, options, select
from data.provinces import REGIONS
from data.standing import stand
from data.summaries import regions as summaries
from tests.data.builder import campaign
from tests.data.conftest import Reads

SETTINGS = "campaign: {title: 水清岸绿, as_of: 2021-06-30}\n"
OWN = """\
id,name,name.en,short_name,aliases,row,column
north,北湾区,North Bay,北湾,北湾县,1,1
south,南岭区,South Ridge,,,2,1
"""


def read_regions(read: Reads, written: str, table: str = "") -> Campaign:
    """Read a campaign in which an item names each written region."""
    items = "id,title,lead,regions\n" + f'A,甲,x,"{written}"\n'
    return read({"campaign.yaml": SETTINGS, "items.csv": items} | ({"regions.csv": table} if table else {}))


def test_a_campaign_without_regions_has_34_with_codes_of_the_standard(read: Reads) -> None:
    found = read_regions(read, "北京")["regions"]
    assert len(found) == 34
    assert all(len(code) == 6 and code.endswith("0000") for code in found["id"])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((text, "110000") for text in ("11", "110000", "北京", "北京市", "Beijing", "BEIJING", "１１")),
        *(("Inner Mongolia", "150000"), ("Shanxi", "140000"), ("Shaanxi", "610000"), ("Macau", "820000")),
        *(("Xizang", "540000"), ("广西壮族自治区", "450000"), ("香港特别行政区", "810000")),
    ],
)
def test_a_province_is_found_by_code_and_by_every_name(read: Reads, written: str, code: str) -> None:
    found = read_regions(read, written)
    assert (found["items"]["regions"].tolist(), found.problems) == ([(code,)], ())


@pytest.mark.parametrize(
    ("written", "near"),
    [("12345", ""), ("火星", ""), ("16", ""), ("110100", ""), ("Jiangsuu", "Jiangsu"), ("内蒙", "内蒙古")],
)
def test_an_unknown_region_is_a_problem_with_a_near_one(read: Reads, written: str, near: str) -> None:
    found = read_regions(read, written)
    (problem,) = found.problems
    assert (problem.code, problem.values["near"]) == ("unknown_region", near)
    assert found["items"][["regions", "regions.text"]].iloc[0].tolist() == [(), written]


def test_own_regions_replace_those_of_china(read: Reads) -> None:
    found = read_regions(read, "north、北湾县、South Ridge、南岭区、北京", OWN)
    assert found["regions"]["id"].tolist() == ["north", "south"]
    assert found["items"]["regions"].tolist() == [("north", "south")]
    assert [problem.code for problem in found.problems] == ["unknown_region"]
    assert "省" not in found.problems[0].title("zh")


def test_own_regions_may_stand_in_yaml_and_be_named_by_every_table(read: Reads) -> None:
    found = read(
        {
            "campaign.yaml": SETTINGS
            + "regions: [{id: north, name: {zh: 北湾区, en: North Bay}}, {id: south, name: 南岭区}]\n"
            + "items: [{id: A, title: 甲, lead: x}]\n"
            + "organizations: [{id: x, name: x, region: North Bay}]\n"
            + "practices: [{id: P, title: 一张表, region: 南岭区}]\n"
            + "leads: [{id: L, received: 2021-06-01, region: south}]\n"
        }
    )
    assert found.problems == ()
    for table, position in (("organizations", 0), ("practices", 1), ("leads", 1)):
        assert found[table]["region"].cat.codes.tolist() == [position]
        assert found[table]["region"].cat.categories.tolist() == ["north", "south"]


def test_a_header_row_alone_replaces_nothing(read: Reads) -> None:
    assert len(read_regions(read, "北京", OWN.split("\n")[0] + "\n")["regions"]) == 34


def test_an_unknown_name_brings_the_nearest_of_the_own_regions(read: Reads) -> None:
    (problem,) = read_regions(read, "南领区", OWN).problems
    assert "南岭区" in problem.describe("zh")


def test_a_name_two_regions_share_is_ambiguous(read: Reads) -> None:
    (problem,) = read_regions(read, "北湾", OWN + "other,另区,,北湾,,3,3\n").problems
    assert problem.code == "ambiguous_reference"


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ("c,丙,,,,1,1\n", [("tile_taken", "row")]),
        ("c,丙,,,,3,\n", [("tile_without_place", "row")]),
        ("c,丙,,,,,\n", [("tile_without_place", "row")]),
        ("c,丙,,,,41,1\n", [("out_of_range", "row")]),
        ("c,丙,,,,1,0\n", [("out_of_range", "column")]),
        ("c,丙,,,,1.5,2\n", [("not_whole", "row")]),
        ("c,丙,,,,上,2\n", [("not_a_number", "row")]),
        ("north,丙,,,,3,3\n", [("duplicate_id", "id")]),
    ],
)
def test_a_tile_without_a_place_of_its_own_is_a_problem(
    read: Reads, rows: str, problems: list[tuple[str, str]]
) -> None:
    found = read_regions(read, "north", OWN + rows)
    assert [(problem.code, problem.column) for problem in found.problems] == problems


def test_who_has_the_place_is_said(read: Reads) -> None:
    (problem,) = read_regions(read, "north", OWN + "c,丙,,,,1,1\n").problems
    assert (problem.severity, problem.line) == ("warning", 4)
    assert all(part in problem.title("zh") for part in ("第 1 行", "第 1 列", "北湾区"))


def test_many_wrong_places_are_all_reported(read: Reads) -> None:
    table = "id,name,row,column\n" + "".join(f"r{n},地区{n},{n % 40 + 1},{n + 1}\n" for n in range(120))
    found = read_regions(read, "r1", table)
    assert [problem.code for problem in found.problems] == ["out_of_range"] * 80


def test_where_no_region_has_a_place_none_is_missed(read: Reads) -> None:
    found = read_regions(read, "a", "id,name\na,甲区\nb,乙区\n")
    assert found.problems == ()
    assert not regions.grid(found).given.any()


def placed(*places: tuple[float | None, float | None]) -> list[tuple[int, int]]:
    """Tell where the tiles of regions stand whose files give these rows and columns."""
    rows = [{"id": f"r{n}", "row": row, "column": column} for n, (row, column) in enumerate(places)]
    grid = regions.grid(campaign(regions=rows))
    return list(zip(grid.rows.tolist(), grid.columns.tolist(), strict=True))


def test_tiles_stand_where_the_files_say_without_empty_edges() -> None:
    assert placed((3, 5), (4, 7)) == [(0, 0), (1, 2)]


def test_tiles_nobody_placed_stand_below_the_others_in_their_order() -> None:
    assert placed((1, 1), (None, None), (2, 2), (1, 1), (2, None)) == [(0, 0), (3, 0), (1, 1), (3, 1), (4, 0)]


def test_tiles_fill_a_square_where_nobody_placed_any() -> None:
    assert placed(*[(None, None)] * 5) == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]
    assert max(column for _, column in placed(*[(None, None)] * 300)) == 11


def test_the_provinces_have_a_place_each() -> None:
    built = campaign()
    grid = regions.grid(built)
    assert grid.given.all()
    assert len(set(zip(grid.rows.tolist(), grid.columns.tolist(), strict=True))) == len(REGIONS)
    assert (grid.rows.max(), grid.columns.max()) == (7, 6)


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ({"name": "北湾区"}, ("北湾区", "北湾区")),
        ({"name": "北湾区", "short_name": "北湾"}, ("北湾", "北湾")),
        ({"name": "北湾区", "short_name": "北湾", "name.en": "North Bay"}, ("北湾", "North Bay")),
        ({"name": "北湾区", "name.en": "North Bay", "short_name.en": "NB"}, ("北湾区", "NB")),
        ({"name": "13812345678"}, ("138****5678", "138****5678")),
    ],
)
def test_a_region_is_named_as_short_as_its_reader_can_read(
    row: dict[str, str], labels: tuple[str, str]
) -> None:
    built = campaign(regions=[{"id": "a", **row}])
    assert tuple(regions.label(built, "a", lang) for lang in ("zh", "en")) == labels


@pytest.mark.parametrize("missing", ["", None, float("nan"), "999999"])
def test_a_missing_region_has_no_label(missing: object) -> None:
    assert regions.label(campaign(), missing, "zh") == ""


def test_own_regions_filter_and_are_counted_in_their_order() -> None:
    built = campaign(
        regions=[{"id": "z"}, {"id": "a"}, {"id": "m"}],
        items=[{"id": "i", "regions": ("a", "z")}, {"id": "j", "regions": ("a",)}, {"id": "k"}],
        practices=[{"region": "a"}],
    )
    assert options(built).regions == ("z", "a")
    standing = stand(built, built.settings.today())
    assert select(built, standing, Filters(regions=("z",))).tolist() == [True, False, False]
    assert select(built, standing, Filters(regions=("nowhere",))).tolist() == [False] * 3
    counted = summaries.of_items(built, np.ones(3, dtype=bool))
    assert (counted.values[:2].tolist(), np.isnan(counted.values[2]), counted.elsewhere) == ([1, 2], True, 1)
    assert summaries.naming(built, "practices", ("a",)).tolist() == [True]
    assert summaries.naming(built, "items", ("nowhere",)).tolist() == [False] * 3
