"""The table `campaign`: one row of settings, with the thresholds of the lights."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from data import figures
from data.columns import Date, Flag, Kind, Number, OrganizationRef, Prose, Row, Text, column
from data.words import Word


class Language(Word):
    """The language the content is written in."""

    ZH = "zh", "中文", "Chinese", "汉语", "zh-CN"
    EN = "en", "英文", "English", "en-GB", "en-US"


Days = Annotated[float, BeforeValidator(figures.read), Field(ge=0, le=3660), Kind.NUMBER]


class CampaignRow(Row):
    """The campaign as a whole."""

    title: Prose = column("活动名称", "Campaign", "名称", "title", "name", required=True)
    summary: Prose | None = column("简介", "Summary", "概述")
    language: Language | None = column(
        "内容语言",
        "Language of the content",
        help_zh="zh 或 en；缺省为 zh",
        help_en="zh or en; zh if left out",
    )
    host: OrganizationRef | None = column(
        "主办单位", "Host", help_zh="开展活动的单位", help_en="The organization that runs the campaign"
    )
    start: Date | None = column("开始日期", "Start")
    end: Date | None = column("结束日期", "End")
    as_of: Date | None = column(
        "数据日期",
        "As-of date",
        "截止日期",
        help_zh="灯和数字所对应的日期；缺省为当天",
        help_en="The day lights and figures speak for; today if left out",
    )
    time_zone: Text | None = column(
        "时区", "Time zone", help_zh="缺省为 Asia/Shanghai", help_en="Asia/Shanghai if left out"
    )
    simulated: Flag | None = column(
        "模拟数据",
        "Simulated",
        help_zh="是否为演示用的模拟数据",
        help_en="Whether the data are made up for demonstration",
    )
    declared_ministry: Number | None = column(
        "部党组重点事项总数",
        "Ministry items declared",
        help_zh="对外公布的总数",
        help_en="How many were announced",
    )
    declared_department: Number | None = column(
        "司局单位事项总数",
        "Department items declared",
        help_zh="对外公布的总数",
        help_en="How many were announced",
    )
    declared_local: Number | None = column(
        "地方高校事项总数",
        "Local items declared",
        help_zh="对外公布的总数",
        help_en="How many were announced",
    )
    due_soon_days: Days | None = column(
        "临期天数", "Due-soon days", help_zh="缺省 14 天", help_en="14 if left out"
    )
    milestone_grace_days: Days | None = column(
        "节点宽限天数", "Milestone grace days", help_zh="缺省 14 天", help_en="14 if left out"
    )
    behind_points: Days | None = column(
        "滞后百分点", "Points behind", help_zh="缺省 15 个百分点", help_en="15 percentage points if left out"
    )
    silent_days: Days | None = column(
        "未更新天数", "Silent days", help_zh="缺省 30 天", help_en="30 if left out"
    )
    projection_grace_days: Days | None = column(
        "预测宽限天数", "Projection grace days", help_zh="缺省 30 天", help_en="30 if left out"
    )
