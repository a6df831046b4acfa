"""Who takes part: organizations, and the groups that steer the campaign."""

from __future__ import annotations

from data.columns import (
    GroupRef,
    Key,
    OrganizationRef,
    OrganizationRefs,
    Prose,
    RegionRef,
    Row,
    Text,
    Texts,
    column,
)
from data.words import GroupKind, OrganizationKind


class Organization(Row):
    """A department, unit, province, school or university."""

    id: Key = column("单位编号", "Organization ID", "编号", "id", required=True)
    name: Prose = column("单位名称", "Organization", "名称", "单位", "name", required=True)
    short_name: Prose | None = column("简称", "Short name")
    aliases: Texts | None = column(
        "别名", "Aliases", help_zh="文件里出现过的其他写法", help_en="Other spellings found in files"
    )
    kind: OrganizationKind | None = column("单位类别", "Kind of organization", "类别", "kind")
    parent: OrganizationRef | None = column("上级单位", "Parent organization", "parent")
    region: RegionRef | None = column("所在地区", "Region", "地区", "省份")
    contact: Text | None = column(
        "联系人", "Contact", help_zh="工作联系人", help_en="Whom to ask", internal=True
    )


class Group(Row):
    """A leading group or working group, with head and members."""

    id: Key = column("机构编号", "Group ID", "编号", "id", required=True)
    name: Prose = column("工作机构", "Group", "名称", "机构名称", "name", required=True)
    kind: GroupKind | None = column("机构类别", "Kind of group", "类别", "kind")
    parent: GroupRef | None = column("上级机构", "Parent group", "parent")
    head: Text | None = column("组长", "Head", "负责人")
    head_title: Prose | None = column("组长职务", "Head's post", "职务")
    members: OrganizationRefs | None = column("成员单位", "Members", "组成单位")
    coordinates: Prose | None = column(
        "统筹内容", "Coordinates", "职责", help_zh="负责统筹什么", help_en="What the group coordinates"
    )
