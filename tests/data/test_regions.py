import pytest

from data import regions
from data.errors import CellError


def test_there_are_34_regions_with_codes_of_the_standard() -> None:
    assert len(regions.REGIONS) == 34
    assert all(len(code) == 6 and code.endswith("0000") for code in regions.REGIONS)


@pytest.mark.parametrize(
    "written", ["11", "110000", "北京", "北京市", "Beijing", "BEIJING", " 北京 ", "１１"]
)
def test_a_region_is_found_by_code_and_by_every_name(written: str) -> None:
    assert regions.read(written) == "110000"


@pytest.mark.parametrize(
    ("written", "code"),
    [("Inner Mongolia", "150000"), ("Shanxi", "140000"), ("Shaanxi", "610000"), ("Macau", "820000"),
     ("Xizang", "540000"),
     ("广西壮族自治区", "450000"), ("新疆维吾尔自治区", "650000"), ("香港特别行政区", "810000")],
)  # fmt: skip
def test_regions_with_longer_or_similar_names(written: str, code: str) -> None:
    assert regions.read(written) == code


@pytest.mark.parametrize("written", ["", "12345", "火星", "16", "110100"])
def test_an_unknown_region_is_refused(written: str) -> None:
    with pytest.raises(CellError, match="unknown_region"):
        regions.read(written)


def test_every_label_reads_back_to_its_code() -> None:
    for code in regions.REGIONS:
        assert {regions.read(regions.label(code, lang)) for lang in ("zh", "en")} == {code}


@pytest.mark.parametrize("missing", ["", None, float("nan"), "999999"])
def test_a_missing_region_has_no_label(missing: object) -> None:
    assert regions.label(missing, "zh") == ""
