"""Figures: indicators and their dated readings."""

from __future__ import annotations

from data.columns import Date, IndicatorRef, ItemRef, Key, Number, Prose, RegionRef, Row, column
from data.words import Combination, Direction, Qualifier


class Indicator(Row):
    """A figure with unit, baseline and target."""

    id: Key = column("指标编号", "Indicator ID", "编号", "id", required=True)
    item: ItemRef = column("所属事项", "Item", "事项", "事项编号", required=True)
    title: Prose = column("指标", "Indicator", "指标名称", "title", required=True)
    unit: Prose | None = column("单位", "Unit", "计量单位")
    direction: Direction | None = column(
        "方向", "Direction", help_zh="缺省为越多越好", help_en="More is better if left out"
    )
    combination: Combination | None = column(
        "合计方式",
        "Combination",
        help_zh="分地区数据合成总数的方式；缺省为求和",
        help_en="How regions make the whole; sum if left out",
    )
    baseline: Number | None = column("基期值", "Baseline", "基数")
    baseline_date: Date | None = column("基期日期", "Baseline date", "基期")
    target: Number | None = column("目标值", "Target", "目标")
    target_date: Date | None = column("目标日期", "Target date", "目标时限")


class Reading(Row):
    """One dated value of an indicator, of the whole or of a region."""

    indicator: IndicatorRef = column("所属指标", "Indicator", "指标", "指标编号", required=True)
    date: Date = column("数据日期", "Date", "日期", "时间", required=True)
    region: RegionRef | None = column("地区", "Region", "省份")
    value: Number | None = column("数值", "Value", "数据", "值")
    qualifier: Qualifier | None = column(
        "限定", "Qualifier", help_zh="如“超过”“约”", help_en='Such as "more than" or "about"'
    )
    note: Prose | None = column("备注", "Note", "说明", internal=True)
