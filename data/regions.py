"""The 34 province-level units by GB/T 2260 code, each with its place on a tile grid."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from data.errors import CellError
from data.words import fold


class Region(NamedTuple):
    """A province-level unit; `code` has six digits and is what is stored.

    `row` and `column` place its tile on a schematic of the country, both from 0 at the upper left.
    """

    code: str
    zh: str
    full: str
    en: str
    row: int
    column: int
    others: tuple[str, ...] = ()


_TABLE = """
11 2 4 北京 市 Beijing
12 2 5 天津 市 Tianjin
13 3 4 河北 省 Hebei
14 3 3 山西 省 Shanxi
15 2 3 内蒙古 自治区 Inner_Mongolia Nei_Mongol
21 2 6 辽宁 省 Liaoning
22 1 6 吉林 省 Jilin
23 0 6 黑龙江 省 Heilongjiang
31 4 6 上海 市 Shanghai
32 4 5 江苏 省 Jiangsu
33 5 5 浙江 省 Zhejiang
34 4 4 安徽 省 Anhui
35 6 5 福建 省 Fujian
36 5 4 江西 省 Jiangxi
37 3 5 山东 省 Shandong
41 4 3 河南 省 Henan
42 5 3 湖北 省 Hubei
43 6 3 湖南 省 Hunan
44 6 4 广东 省 Guangdong
45 6 2 广西 壮族自治区 Guangxi
46 7 3 海南 省 Hainan
50 4 2 重庆 市 Chongqing
51 4 1 四川 省 Sichuan
52 5 2 贵州 省 Guizhou
53 5 1 云南 省 Yunnan
54 4 0 西藏 自治区 Tibet Xizang
61 3 2 陕西 省 Shaanxi
62 3 1 甘肃 省 Gansu
63 3 0 青海 省 Qinghai
64 2 2 宁夏 回族自治区 Ningxia
65 2 0 新疆 维吾尔自治区 Xinjiang
71 6 6 台湾 省 Taiwan
81 7 5 香港 特别行政区 Hong_Kong
82 7 4 澳门 特别行政区 Macao Macau
"""


def _regions() -> dict[str, Region]:
    found = {}
    for line in _TABLE.split("\n"):
        if line:
            number, row, column, zh, suffix, en, *others = (w.replace("_", " ") for w in line.split())
            code = f"{number}0000"
            found[code] = Region(code, zh, zh + suffix, en, int(row), int(column), tuple(others))
    return found


REGIONS = MappingProxyType(_regions())
"""Every region by its code, in the order of the standard."""

_SPELLINGS = {
    fold(word): region.code
    for region in REGIONS.values()
    for word in (region.code, region.code[:2], region.zh, region.full, region.en, *region.others)
}


def read(text: object) -> str:
    """Find the code of a region written as code or name. Raises CellError."""
    code = _SPELLINGS.get(fold(str(text)))
    if code is None:
        raise CellError("unknown_region")
    return code


def label(code: object, lang: str) -> str:
    """Name a region in the reader's language; empty for a missing one."""
    region = REGIONS.get(code) if isinstance(code, str) else None
    if region is None:
        return ""
    return region.zh if lang == "zh" else region.en


def names(lang: str) -> list[str]:
    """List the names of all regions, for a suggestion."""
    return [label(code, lang) for code in REGIONS]
