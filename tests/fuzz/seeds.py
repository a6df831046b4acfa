"""Sound files to break: those of the bundled campaigns, workbooks and archives made of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.data.workbook import workbook, zipped

CAMPAIGNS = Path(__file__).parents[2] / "data/campaigns"
ROWS = 12
"""How many rows of a large table are kept: a fault shows in ten rows as in ten thousand."""

Files = dict[str, bytes]


def files() -> Files:
    """Gather the files of the campaigns, large tables cut short, and a few in other forms."""
    found: Files = {}
    for folder in sorted(path for path in CAMPAIGNS.iterdir() if path.is_dir()):
        for path in sorted(folder.iterdir()):
            lines = path.read_bytes().splitlines(keepends=True)
            kept = lines[: ROWS + 1] if path.suffix == ".csv" else lines
            found[f"{folder.name}/{path.name}"] = b"".join(kept)
    items = found["simulated/items.csv"].decode("utf-8-sig")
    found["gb/items.csv"] = items.encode("gb18030")
    found["utf16/items.csv"] = items.encode("utf-16")
    found["tab/items.csv"] = items.replace(",", "\t").encode()
    found["small/campaign.yaml"] = SMALL.encode()
    return found


def workbooks(sound: Files) -> Files:
    """Make workbooks: all tables of a campaign, and one sheet with everything offices do to it."""
    tables = {
        name.removeprefix("simulated/").removesuffix(".csv"): _rows(content)
        for name, content in sound.items()
        if name.startswith("simulated/") and name.endswith(".csv")
    }
    settings = [("活动名称", "办实事"), ("开始日期", "2021-03-01"), ("结束日期", "2021-12-31")]
    return {
        "all.xlsx": workbook(**{"活动": settings, **tables}),
        "items.xlsx": workbook(附件=tables["items"]),
        "office.xlsx": workbook(_as_offices_do, 附件=[(), (), *tables["items"]]),
    }


def archives(sound: Files, books: Files) -> Files:
    """Pack folders, and a workbook."""
    return {
        "moe.zip": zipped({name: content for name, content in sound.items() if name.startswith("moe")}),
        "book.zip": zipped({"items.xlsx": books["items.xlsx"]}),
        "small.zip": zipped({"campaign.yaml": SMALL, "事项.csv": "编号,事项\nA,甲\n"}),
    }


def _rows(content: bytes) -> Sequence[Sequence[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def _as_offices_do(book: Workbook, sheet: Worksheet) -> None:
    """Add a title, merged cells, formats, formulas, errors, a note, a hidden sheet."""
    sheet.merge_range("A1:H1", "重点事项清单")
    sheet.merge_range("E2:F2", "责任单位")
    sheet.merge_range("E5:E8", "高校学生司")
    for row, (value, shown) in enumerate(
        ((44377, "yyyy-mm-dd"), (0.45, "0%"), (0.5, "hh:mm"), (1.5, "[h]:mm"))
    ):
        sheet.write_number(4 + row, 8, value, book.add_format({"num_format": shown}))
    sheet.write_formula("J5", "=NA()", None, "#N/A")
    sheet.write_formula("J6", "=1+1", None, "")
    sheet.write_rich_string("K5", "甲", book.add_format({"bold": True}), "乙", "丙")
    sheet.write("A20", "注：由各司填报")
    book.add_worksheet("隐藏").hide()


SMALL = """\
campaign: {title: {zh: 办实事, en: Practical help}, start: 2021-03-01, end: 2021-12-31, as_of: 2021-06-30}
organizations:
  - {id: xs, name: 高校学生司, aliases: [学生司]}
items:
  - id: A
    title: 甲
    lead: [学生司, 财务司]
    deadline: 6月底前
    status: 推进中
    progress: 45%
    measures: [{id: m, title: 做, deadline: 2021年三季度}]
    indicators: [{id: i, title: 人数, unit: 万人, target: 1,595, readings: [{date: 2021-05, value: 12.5}]}]
  - {id: B, title: 乙, parent: A, deadline: 长期, 说不清: 别的}
updates:
  - {item: A, date: 2021-05-01, text: 进展, status: 推进中, progress: 30}
"""
