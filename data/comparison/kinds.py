"""What can have become of a row, of one of its fields, or of an item's light."""

from __future__ import annotations

from data.words import Word


class Kind(Word):
    """A kind of change; what a meeting wants to hear first stands first."""

    TURNED_RED = "turned_red", "转为红灯", "Turned red"
    LIGHT_CHANGED = "light_changed", "灯变化", "Light changed"
    DEADLINE_MOVED = "deadline_moved", "时限调整", "Deadline moved"
    STATUS_CHANGED = "status_changed", "状态变化", "Status changed"
    LEAD_CHANGED = "lead_changed", "牵头单位变更", "Lead changed"
    ADDED = "added", "新增", "Added"
    REMOVED = "removed", "删除", "Removed"
    CHANGED = "changed", "内容修改", "Changed"
    ID_CHANGED = "id_changed", "编号变更", "ID changed"


_BY_COLUMN = {
    "deadline": Kind.DEADLINE_MOVED,
    "due": Kind.DEADLINE_MOVED,
    "status": Kind.STATUS_CHANGED,
    "lead": Kind.LEAD_CHANGED,
    "id": Kind.ID_CHANGED,
    "light": Kind.LIGHT_CHANGED,
}


def of_column(column: str) -> Kind:
    """Name the kind of change that another value of a column is."""
    return _BY_COLUMN.get(column, Kind.CHANGED)
