"""What happened around the items: documents, events, practices and problem leads."""

from __future__ import annotations

from data.columns import (
    Date,
    DocumentRefs,
    GroupRef,
    ItemRef,
    ItemRefs,
    Key,
    Link,
    Number,
    OrganizationRef,
    OrganizationRefs,
    Percent,
    Prose,
    RegionRef,
    RegionRefs,
    Row,
    Text,
    column,
)
from data.words import DocumentKind, EventKind


class Document(Row):
    """A policy or plan issued; may implement another, or an item."""

    id: Key = column("文件编号", "Document ID", "编号", "id", required=True)
    title: Prose = column("文件", "Document", "文件名称", "标题", "title", required=True)
    number: Text | None = column("文号", "Document number")
    kind: DocumentKind | None = column("文件类别", "Kind of document", "类别", "kind")
    issuers: OrganizationRefs | None = column("印发单位", "Issued by", "发文单位", "发文机关")
    issued: Date | None = column("印发日期", "Issued on", "发文日期", "日期", "date")
    implements: DocumentRefs | None = column("落实的文件", "Implements", "依据", "上位文件")
    items: ItemRefs | None = column("相关事项", "Items", "事项")
    summary: Prose | None = column("摘要", "Summary", "主要内容")
    url: Link | None = column("原文链接", "Link to the text", "url")


class Event(Row):
    """A meeting, training, fair, launch, briefing or site visit."""

    id: Key = column("活动编号", "Event ID", "编号", "id", required=True)
    title: Prose = column("活动安排", "Event", "活动名称", "标题", "title", required=True)
    kind: EventKind | None = column("活动类别", "Kind of event", "类别", "kind")
    date: Date | None = column("日期", "Date", "时间")
    organizations: OrganizationRefs | None = column("组织单位", "Organizations", "单位", "主办单位")
    group: GroupRef | None = column("工作机构", "Group")
    regions: RegionRefs | None = column("地区", "Regions", "省份")
    place: Prose | None = column("地点", "Place")
    items: ItemRefs | None = column("相关事项", "Items", "事项")
    summary: Prose | None = column("摘要", "Summary", "主要内容")


class Practice(Row):
    """What a province or school did that others may copy."""

    id: Key = column("经验编号", "Practice ID", "编号", "id", required=True)
    title: Prose = column("地方经验", "Practice", "经验名称", "标题", "title", required=True)
    organization: OrganizationRef | None = column("单位", "Organization")
    region: RegionRef | None = column("地区", "Region", "省份")
    date: Date | None = column("日期", "Date", "时间")
    items: ItemRefs | None = column("相关事项", "Items", "事项")
    summary: Prose | None = column("做法", "What was done", "摘要", "主要内容", "summary")


class Lead(Row):
    """An urgent trouble raised by the public: received, assigned, resolved, rated."""

    id: Key = column("线索编号", "Lead ID", "编号", "id", required=True)
    received: Date = column("收到日期", "Received", "受理日期", "日期", required=True)
    category: Prose | None = column("类别", "Category", "问题类别")
    text: Prose | None = column("问题线索", "Problem lead", "内容", "诉求", internal=True)
    region: RegionRef | None = column("地区", "Region", "省份")
    item: ItemRef | None = column("对应事项", "Item", "事项", "事项编号")
    organization: OrganizationRef | None = column("承办单位", "Assigned to", "单位")
    assigned: Date | None = column("交办日期", "Assigned")
    due: Date | None = column("办理时限", "Due", "时限")
    resolved: Date | None = column("办结日期", "Resolved")
    satisfaction: Percent | None = column(
        "满意度", "Satisfaction", "评价", help_zh="百分数，0 至 100", help_en="Percent, 0 to 100"
    )
    times: Number | None = column(
        "反映次数",
        "Times raised",
        help_zh="同一问题被反映的次数",
        help_en="How often the same trouble was raised",
    )
