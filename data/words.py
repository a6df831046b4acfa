"""Fixed words a cell may hold, each with its Chinese and English label and the spellings readers accept."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Self


def fold(text: str) -> str:
    """Fold a word for comparison: full-width to half-width, no case, no blanks, `_` or `-`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).replace("_", "").replace("-", "")


NOBODY = frozenset(
    fold(word)
    for word in (
        *("nan", "n/a", "none", "null", "nil", "tbc", "tbd", "#n/a", "-", "--", "—", "——", "/"),
        *("无", "暂无", "待定"),
    )
)
"""How offices and programs write that nobody is named."""


class Word(StrEnum):
    """A value of a closed list; members are declared as `id, 中文, English, *other spellings`."""

    zh: str
    en: str
    spellings: frozenset[str]

    def __new__(cls, value: str, zh: str = "", en: str = "", *others: str) -> Self:
        """Declare a value with its labels and other spellings."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        member.en = en
        member.spellings = frozenset(fold(word) for word in (value, zh, en, *others))
        return member

    def label(self, lang: str) -> str:
        """Name the value in the reader's language."""
        return self.zh if lang == "zh" else self.en

    @classmethod
    def choices(cls) -> list[Self]:
        """List the values that may be written."""
        return [member for member in cls if member.value != "unrecognised"]

    @classmethod
    def read(cls, text: object) -> Self:
        """Find the value a written word stands for; raises ValueError if there is none."""
        folded = fold(str(text))
        for member in cls:
            if folded in member.spellings:
                return member
        raise ValueError(f"{text!r} is none of {[member.value for member in cls]}")


class Level(Word):
    """Whose list an item stands on."""

    MINISTRY = "ministry", "部党组重点事项", "Ministry item", "部级", "部党组", "重点事项"
    DEPARTMENT = "department", "司局单位事项", "Department item", "司局", "司局级", "单位", "单位事项"
    LOCAL = "local", "地方高校事项", "Local item", "地方", "高校", "地方事项", "高校事项"


class Status(Word):
    """What the office reports about an item, a measure or a milestone."""

    NOT_STARTED = "not_started", "未启动", "Not started", "未开始", "尚未启动", "未开展"
    IN_PROGRESS = "in_progress", "推进中", "In progress", "进行中", "正在推进", "实施中", "ongoing"
    DONE = "done", "已办结", "Done", "办结", "已完成", "完成", "completed", "complete"
    CLOSED = "closed", "已销号", "Closed", "销号"
    CONTINUING = "continuing", "长期坚持", "Continuing", "长期", "常态化", "持续推进"
    SUSPENDED = "suspended", "暂缓", "Suspended", "暂停", "on hold", "paused"
    NOT_REPORTED = "not_reported", "未报告", "Not reported", "未填报"
    # Kept beside the words as written, so that a status nobody knows stays visible.
    UNRECOGNISED = "unrecognised", "无法识别", "Unrecognised"


FINISHED = (Status.DONE, Status.CLOSED)


class Light(Word):
    """What the rules compute from an item; never typed in. Worst first."""

    RED = "red", "红灯", "Red"
    YELLOW = "yellow", "黄灯", "Yellow"
    GREY = "grey", "无法判断", "Cannot be judged"
    GREEN = "green", "绿灯", "Green"
    BLUE = "blue", "办结", "Done"


class OrganizationKind(Word):
    """What kind of organization it is."""

    MINISTRY = "ministry", "部委", "Ministry", "部"
    DEPARTMENT = "department", "司局", "Department", "司", "厅"
    UNIT = "unit", "直属单位", "Affiliated unit", "单位"
    PROVINCE = "province", "省级部门", "Province", "省", "地方"
    UNIVERSITY = "university", "高校", "University", "大学", "学院"
    SCHOOL = "school", "学校", "School", "中小学"
    PARTY = "party", "党的组织", "Party body", "党组织"
    OTHER = "other", "其他", "Other"


class GroupKind(Word):
    """What kind of group it is."""

    LEADING = "leading", "领导小组", "Leading group"
    WORKING = "working", "工作组", "Working group", "专班", "工作专班"
    OTHER = "other", "其他机构", "Other group", "其他"


class Direction(Word):
    """Whether more or less of an indicator is better."""

    MORE = "more", "越多越好", "More is better", "正向", "up", "increase"
    LESS = "less", "越少越好", "Less is better", "逆向", "down", "decrease"


class Combination(Word):
    """How readings of regions make the reading of the whole."""

    SUM = "sum", "求和", "Sum", "合计", "total"
    AVERAGE = "average", "平均", "Average", "均值", "mean"


class Qualifier(Word):
    """How exactly a source states a figure."""

    EXACT = "exact", "等于", "Exactly", "=", "整"
    OVER = "over", "超过", "More than", ">", "逾", "多"
    AT_LEAST = "at_least", "不少于", "At least", ">=", "以上"
    ABOUT = "about", "约", "About", "~", "近", "左右"
    UNDER = "under", "不足", "Less than", "<", "以下"


class DocumentKind(Word):
    """What kind of document it is."""

    PLAN = "plan", "方案", "Plan", "工作方案", "总体方案"
    LIST = "list", "清单", "List", "工作清单"
    NOTICE = "notice", "通知", "Notice"
    OPINION = "opinion", "意见", "Opinion"
    RULES = "rules", "规定办法", "Rules", "办法", "规定", "规范"
    DIVISION = "division", "分工", "Division of work", "分工方案"
    OTHER = "other", "其他文件", "Other document", "其他"


class EventKind(Word):
    """What kind of event it is."""

    MEETING = "meeting", "会议", "Meeting", "调度会", "推进会", "党组会"
    TRAINING = "training", "培训", "Training", "读书班", "培训班"
    FAIR = "fair", "招聘活动", "Fair", "招聘会"
    LAUNCH = "launch", "启动上线", "Launch", "启动", "上线", "开通"
    BRIEFING = "briefing", "宣讲", "Briefing session", "宣讲会"
    VISIT = "visit", "调研", "Site visit", "实地调研"
    OTHER = "other", "其他活动", "Other event", "其他"


class Precision(Word):
    """How precisely a date is written."""

    DAY = "day", "日", "Day"
    MONTH = "month", "月", "Month"
    QUARTER = "quarter", "季度", "Quarter"
    HALF = "half", "半年", "Half-year"
    YEAR = "year", "年", "Year"
    CONTINUING = "continuing", "长期", "Continuing"


class DateOrder(Word):
    """Which figure of `01/02/2021` is the day."""

    DAY_FIRST = "day first", "日在前", "Day first", "dmy", "d/m/y"
    MONTH_FIRST = "month first", "月在前", "Month first", "mdy", "m/d/y"


def label(kind: type[Word], value: object, lang: str) -> str:
    """Name a stored value of a closed list in the reader's language; empty for a missing one."""
    return kind(value).label(lang) if isinstance(value, str) and value else ""
