"""What is promised and how it goes: items with their measures, milestones and updates."""

from __future__ import annotations

from data.columns import (
    Date,
    Flag,
    ItemRef,
    Key,
    OrganizationRef,
    OrganizationRefs,
    Percent,
    Prose,
    RegionRefs,
    Row,
    Text,
    column,
)
from data.words import Level, Status


class Item(Row):
    """One entry of the key-item list."""

    id: Key = column("事项编号", "Item ID", "编号", "id", "序号")
    code: Text | None = column(
        "清单编号",
        "Code",
        "代码",
        "code",
        help_zh="印发的清单上的编号",
        help_en="Number on the printed list",
    )
    title: Prose = column(
        "事项",
        "Item",
        "事项名称",
        "重点事项",
        "任务",
        "工作任务",
        "项目",
        "名称",
        "title",
        "name",
        required=True,
    )
    level: Level | None = column("层级", "Level", "事项层级", "类别")
    theme: Prose | None = column("主题", "Theme", "领域", "板块", "部分")
    problem: Prose | None = column(
        "解决的问题",
        "Problem addressed",
        "问题",
        "急难愁盼问题",
        help_zh="群众遇到的困难",
        help_en="The trouble people have",
    )
    commitment: Prose | None = column(
        "承诺", "Commitment", "目标", "工作目标", "内容", help_zh="承诺做到什么", help_en="What is promised"
    )
    lead: OrganizationRef | None = column(
        "牵头单位",
        "Lead",
        "牵头责任单位",
        "责任单位",
        "主责单位",
        "牵头部门",
        "lead department",
        "department",
    )
    support: OrganizationRefs | None = column(
        "配合单位", "Support", "协同责任单位", "参与单位", "配合部门", "supporting departments"
    )
    owner: Text | None = column("责任人", "Owner", "负责人", "牵头负责领导", "responsible")
    parent: ItemRef | None = column("上级事项", "Parent item", "parent")
    start: Date | None = column("开始日期", "Start", "启动时间", "开始时间", "start date")
    deadline: Date | None = column(
        "完成时限",
        "Deadline",
        "截止日期",
        "完成时间",
        "时限",
        "办结时限",
        "due",
        "due date",
        "end date",
        help_zh="最初确定的时限；调整写在进展里",
        help_en="As first set; changes are written as updates",
    )
    status: Status | None = column("状态", "Status", "办理状态")
    progress: Percent | None = column(
        "完成进度", "Progress", "进度", "完成率", help_zh="百分数，0 至 100", help_en="Percent, 0 to 100"
    )
    reported: Date | None = column(
        "填报日期",
        "Reported on",
        help_zh="状态和进度是哪一天的",
        help_en="The day status and progress speak for",
    )
    regions: RegionRefs | None = column("涉及地区", "Regions", "地区", "省份", "region")
    note: Prose | None = column("备注", "Note", "说明", internal=True)
    internal: Flag | None = column(
        "内部事项",
        "Internal",
        "内部",
        "是否内部",
        "internal item",
        help_zh="是否只给内部人员看；设了查看权限（access.yaml）时起作用",
        help_en="Whether only insiders may see it; counts where access.yaml states who may see what",
    )


class Measure(Row):
    """A concrete step of an item: what, who, by when."""

    id: Key = column("举措编号", "Measure ID", "编号", "id", required=True)
    item: ItemRef = column("所属事项", "Item", "事项", "事项编号", required=True)
    title: Prose = column("举措", "Measure", "工作举措", "具体措施", "title", required=True)
    organization: OrganizationRef | None = column("负责单位", "Organization", "责任单位", "单位")
    owner: Text | None = column("责任人", "Owner", "负责人")
    deadline: Date | None = column("完成时限", "Deadline", "截止日期", "完成时间", "时限")
    status: Status | None = column("状态", "Status")


class Milestone(Row):
    """A dated checkpoint of an item."""

    id: Key = column("节点编号", "Milestone ID", "编号", "id", required=True)
    item: ItemRef = column("所属事项", "Item", "事项", "事项编号", required=True)
    title: Prose = column("节点", "Milestone", "节点名称", "title", required=True)
    due: Date = column("计划日期", "Due", "计划时间", "时间", "date", required=True)
    done_on: Date | None = column("完成日期", "Done on", "实际完成日期")


class Update(Row):
    """A dated report on an item; may change status, progress or deadline."""

    item: ItemRef = column("所属事项", "Item", "事项", "事项编号", required=True)
    date: Date = column("进展日期", "Date", "日期", "填报日期", required=True)
    text: Prose | None = column("进展", "Update", "进展情况", "工作进展", "内容")
    status: Status | None = column("状态", "Status")
    progress: Percent | None = column("完成进度", "Progress", "进度", "完成率")
    deadline: Date | None = column("调整后时限", "New deadline", "完成时限", "时限")
    organization: OrganizationRef | None = column("填报单位", "Reported by", "单位")
