"""A file that is handed over is read in memory, and gives what the same file on disk gives."""

import pytest

from data import reading
from data.campaign import Campaign
from tests.data.conftest import Reads
from tests.data.workbook import ITEMS, workbook, zipped

SETTINGS = "campaign: {title: 办实事, start: 2021-03-01, end: 2021-12-31}\n"
TABLE = "编号,事项,牵头单位\nA,甲,学生司\n"
FOLDER: dict[str, str | bytes] = {"campaign.yaml": SETTINGS, "items.csv": TABLE}


def _ids(campaign: Campaign) -> list[str]:
    assert campaign.problems == ()
    found: list[str] = campaign["items"]["id"].tolist()
    return found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("campaign.yaml", SETTINGS.encode() + "items: [{id: A, title: 甲, lead: 学生司}]".encode()),
        ("items.csv", TABLE.encode("gb18030")),
        ("C:\\文件\\items.CSV", TABLE.encode()),
        ("清单.XLSX", workbook(附件=ITEMS)),
        ("campaign.zip", zipped(FOLDER)),
    ],
)
def test_every_kind_of_file_may_be_handed_over(name: str, content: bytes) -> None:
    assert _ids(reading.read_content(name, content)) == ["A"]


@pytest.mark.parametrize(
    "files",
    [
        FOLDER,
        {f"办实事/{name}": content for name, content in FOLDER.items()},
        {**{f"办实事/{name}": content for name, content in FOLDER.items()}, "办实事/old/items.csv": "x"},
        {**FOLDER, "__MACOSX/._items.csv": "x", "._items.csv": "x", "~$清单.xlsx": "x", "读我.txt": "x"},
        {"办实事/清单.xlsx": workbook(附件=ITEMS)},
        {"campaign.yaml": SETTINGS, "清单.xlsx": workbook(附件=ITEMS)},
        {"2021年办实事.yaml": SETTINGS + "items: [{id: A, title: 甲, lead: 学生司}]"},
    ],
)
def test_an_archive_holds_a_folder_or_a_file(files: dict[str, str | bytes]) -> None:
    assert _ids(reading.read_content("campaign.zip", zipped(files))) == ["A"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_a_mark_of_their_encoding_are_read(encoding: str) -> None:
    name = "办实事/事项.csv".encode(encoding)
    packed = zipped({"x" * len(name): TABLE}).replace(b"x" * len(name), name)
    campaign = reading.read_content("campaign.zip", packed)
    assert campaign["items"]["id"].tolist() == ["A"]


def test_a_folder_in_an_archive_lends_its_name() -> None:
    packed = zipped({"办实事/items.csv": TABLE, "办实事/leads.csv": "编号,标题\n"})
    campaign = reading.read_content("a.zip", packed)
    assert campaign.settings.title == {"zh": "办实事"}


def test_the_version_tells_contents_apart() -> None:
    versions = {
        reading.read_content("items.csv", (TABLE + more).encode()).version for more in ("", "", "B,乙,x\n")
    }
    assert len(versions) == 2


def test_a_workbook_may_lie_in_a_folder(read: Reads) -> None:
    files = {"campaign.yaml": SETTINGS, "清单.xlsx": workbook(附件=ITEMS), "~$清单.xlsx": b"lock"}
    assert _ids(read(files)) == ["A"]


def test_a_table_in_a_csv_and_a_workbook_is_read_from_one(read: Reads) -> None:
    campaign = read({**FOLDER, "清单.xlsx": workbook(事项=[ITEMS[0], ("B", "乙", "学生司", "", "")])})
    assert campaign["items"]["id"].tolist() == ["A"]
    assert [(p.code, p.file, p.sheet) for p in campaign.problems] == [("table_twice", "清单.xlsx", "事项")]


def test_a_broken_workbook_does_not_blank_the_folder(read: Reads) -> None:
    campaign = read({**FOLDER, "进展.xlsx": b"PK"})
    assert [(p.code, p.file) for p in campaign.problems] == [("zip_damaged", "进展.xlsx")]


def test_a_table_may_bear_its_chinese_name(read: Reads) -> None:
    campaign = read({"campaign.yaml": SETTINGS, "事项.csv": TABLE})
    assert _ids(campaign) == ["A"]
