"""The regions of a campaign that gives none of its own: the 34 province-level units of China."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Region(NamedTuple):
    """A province-level unit by its six-digit code of GB/T 2260.

    `row` and `column` place its tile on a schematic of the country, both from 1 at the upper left.
    """

    code: str
    zh: str
    full: str
    en: str
    row: int
    column: int
    others: tuple[str, ...] = ()


_TABLE = """
11 3 5 北京 市 Beijing
12 3 6 天津 市 Tianjin
13 4 5 河北 省 Hebei
14 4 4 山西 省 Shanxi
15 3 4 内蒙古 自治区 Inner_Mongolia Nei_Mongol
21 3 7 辽宁 省 Liaoning
22 2 7 吉林 省 Jilin
23 1 7 黑龙江 省 Heilongjiang
31 5 7 上海 市 Shanghai
32 5 6 江苏 省 Jiangsu
33 6 6 浙江 省 Zhejiang
34 5 5 安徽 省 Anhui
35 7 6 福建 省 Fujian
36 6 5 江西 省 Jiangxi
37 4 6 山东 省 Shandong
41 5 4 河南 省 Henan
42 6 4 湖北 省 Hubei
43 7 4 湖南 省 Hunan
44 7 5 广东 省 Guangdong
45 7 3 广西 壮族自治区 Guangxi
46 8 4 海南 省 Hainan
50 5 3 重庆 市 Chongqing
51 5 2 四川 省 Sichuan
52 6 3 贵州 省 Guizhou
53 6 2 云南 省 Yunnan
54 5 1 西藏 自治区 Tibet Xizang
61 4 3 陕西 省 Shaanxi
62 4 2 甘肃 省 Gansu
63 4 1 青海 省 Qinghai
64 3 3 宁夏 回族自治区 Ningxia
65 3 1 新疆 维吾尔自治区 Xinjiang
71 7 7 台湾 省 Taiwan
81 8 6 香港 特别行政区 Hong_Kong
82 8 5 澳门 特别行政区 Macao Macau
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
