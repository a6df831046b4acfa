"""The typefaces of official papers (GB/T 9704), and what stands in for one that is not installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BODY, TITLE, HEADING, SECOND, FIGURES = "body", "title", "heading", "second", "figures"
"""Roles: running text 仿宋, the title 小标宋, headings 黑体 and 楷体, and whatever is Latin."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface by name."""

    name: str
    others: tuple[str, ...]
    """What stands in for it, the best first; the last ones are free."""


CHINESE: Mapping[str, Typeface] = {
    BODY: Typeface("仿宋_GB2312", ("仿宋", "FangSong", "STFangsong", "FZFangSong-Z02S", "Noto Serif CJK SC")),
    TITLE: Typeface(
        "方正小标宋简体", ("FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体", "Noto Serif CJK SC")
    ),
    HEADING: Typeface("黑体", ("SimHei", "STHeiti", "PingFang SC", "Noto Sans CJK SC")),
    SECOND: Typeface("楷体_GB2312", ("楷体", "KaiTi", "STKaiti", "AR PL UKai CN", "Noto Serif CJK SC")),
    FIGURES: Typeface("Times New Roman", ("Liberation Serif", "Nimbus Roman", "DejaVu Serif")),
}  # fmt: skip
ENGLISH: Mapping[str, Typeface] = {
    role: Typeface("Arial", ("Liberation Sans", "Helvetica", "DejaVu Sans"))
    for role in (BODY, TITLE, HEADING, SECOND, FIGURES)
}


def of(lang: str) -> Mapping[str, Typeface]:
    """Choose the typefaces of a language."""
    return CHINESE if lang == "zh" else ENGLISH
