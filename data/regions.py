"""The 34 province-level units by GB/T 2260 code."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from data.errors import CellError
from data.words import fold


class Region(NamedTuple):
    """A province-level unit; `code` has six digits and is what is stored."""

    code: str
    zh: str
    full: str
    en: str
    others: tuple[str, ...] = ()


_TABLE = """
11 北京 市 Beijing
12 天津 市 Tianjin
13 河北 省 Hebei
14 山西 省 Shanxi
15 内蒙古 自治区 Inner_Mongolia Nei_Mongol
21 辽宁 省 Liaoning
22 吉林 省 Jilin
23 黑龙江 省 Heilongjiang
31 上海 市 Shanghai
32 江苏 省 Jiangsu
33 浙江 省 Zhejiang
34 安徽 省 Anhui
35 福建 省 Fujian
36 江西 省 Jiangxi
37 山东 省 Shandong
41 河南 省 Henan
42 湖北 省 Hubei
43 湖南 省 Hunan
44 广东 省 Guangdong
45 广西 壮族自治区 Guangxi
46 海南 省 Hainan
50 重庆 市 Chongqing
51 四川 省 Sichuan
52 贵州 省 Guizhou
53 云南 省 Yunnan
54 西藏 自治区 Tibet Xizang
61 陕西 省 Shaanxi
62 甘肃 省 Gansu
63 青海 省 Qinghai
64 宁夏 回族自治区 Ningxia
65 新疆 维吾尔自治区 Xinjiang
71 台湾 省 Taiwan
81 香港 特别行政区 Hong_Kong
82 澳门 特别行政区 Macao Macau
"""


def _regions() -> dict[str, Region]:
    found = {}
    for line in _TABLE.split("\n"):
        if line:
            number, zh, suffix, en, *others = (word.replace("_", " ") for word in line.split())
            found[f"{number}0000"] = Region(f"{number}0000", zh, zh + suffix, en, tuple(others))
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
