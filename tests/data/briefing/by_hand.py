"""What the tests that recompute a briefing share: the files told in loops, and a briefing read back."""

import datetime as dt
from functools import cache

from data.briefing.content import Briefing, Chart, Listing, Paragraph, Subheading, Table, plain_text
from data.briefing.parts import Part
from tests.data.test_lights_recomputed import Row, Told, date, light, table, told

NOW, BEFORE, EARLIER = (dt.date(2021, 9, 30), dt.date(2021, 8, 31), dt.date(2021, 8, 1))
FINISHED = ("done", "closed")
NAMES = {"red": "红灯", "yellow": "黄灯", "grey": "无法判断", "green": "绿灯"}


@cache
def state(number: int, day: dt.date) -> Told:
    return told(table("items")[number], day)


@cache
def lamp(number: int, day: dt.date) -> str:
    return light(table("items")[number], day)


def each() -> range:
    return range(len(table("items")))


def day(on: dt.date | None) -> str:
    return f"{on.month}月{on.day}日" if on else ""


def number(value: float) -> str:
    """Write a figure as Chinese papers do."""
    value = (
        value if float(value).is_integer() else round(value, 2) if abs(value) >= 1 else float(f"{value:.2g}")
    )
    if abs(value) >= 10_000 and value % 100 == 0:
        return f"{value / 10_000:.2f}".rstrip("0").rstrip(".") + "万"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def moved(now: int, then: int) -> str:
    return "持平" if now == then else f"{'增加' if now > then else '减少'}{abs(now - then)}项"


def named(item: Row) -> str:
    return f"{item['事项']}（{item['牵头单位']}，{item['责任人']}）"


def ends(at: int) -> dt.date | None:
    """Name the deadline of an item that is judged by it."""
    now = state(at, NOW)
    open_ = now.status not in FINISHED and "continuing" not in (now.status, now.deadline)
    return now.deadline if open_ and isinstance(now.deadline, dt.date) else None


def silent_days(at: int) -> int:
    now, item = state(at, NOW), table("items")[at]
    since = now.last_update or date(item["开始日期"])
    return -1 if now.status in FINISHED or since is None else (NOW - since).days


def paragraph(briefing: Briefing, part: Part) -> str:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    return "".join(plain_text(block.text) for block in blocks if isinstance(block, Paragraph))


def rows(briefing: Briefing, part: Part, place: int = 0) -> list[list[str]]:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    found = [block for block in blocks if isinstance(block, Table)][place]
    return [[plain_text(cell) for cell in row] for row in found.rows]


def entries(briefing: Briefing, part: Part) -> dict[str, dict[str, str]]:
    """Read the lists of a section below their headings: each entry with its details."""
    under, found = "", dict[str, dict[str, str]]()
    for block in next(section.blocks for section in briefing.sections if section.part is part):
        if isinstance(block, Subheading):
            under = plain_text(block.text)
        if isinstance(block, Listing):
            found[under] = {
                plain_text(entry.text): "".join(map(plain_text, entry.details)) for entry in block.entries
            }
    return found


def charts(briefing: Briefing, part: Part) -> list[Chart]:
    blocks = next(section.blocks for section in briefing.sections if section.part is part)
    return [block for block in blocks if isinstance(block, Chart)]
