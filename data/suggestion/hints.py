"""Words by which headers of other offices tell what a column holds."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from data.readers import headers
from data.words import Status, fold

# By field of an item; how much of a header they make up tells how well they fit.
WORDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "no", "number", "ref", "reference", "project number", "编号", "序号", "项目编号"),
    "title": (
        *(
            "title",
            "name",
            "project",
            "project name",
            "programme",
            "commitment",
            "commitment text",
            "promise",
        ),
        *("task", "action", "initiative", "deliverable", "priority", "goal", "recommendation", "text"),
        *(
            "任务",
            "事项",
            "工作任务",
            "重点任务",
            "重点工作",
            "主要任务",
            "工作内容",
            "项目名称",
            "名称",
            "举措",
        ),
    ),
    "lead": (
        *("lead", "reporting lead", "lead department", "department", "ministry", "agency", "organisation"),
        *("organization", "owner department", "minister", "responsible body", "lead title", "office", "body"),
        *("牵头", "牵头单位", "责任单位", "牵头责任单位", "责任部门", "主办单位", "承办单位", "牵头部门"),
    ),
    "support": (
        *("support", "supporting", "partners", "all ministers", "other ministers", "involved", "partner"),
        *(
            "ministers involved",
            "other departments",
            "协同",
            "配合",
            "协办",
            "参与",
            "配合单位",
            "协同责任单位",
        ),
    ),
    "owner": (
        *(
            "owner",
            "senior responsible owner",
            "sro",
            "responsible",
            "responsible minister",
            "minister",
            "lead name",
        ),
        *("contact", "责任人", "负责人", "责任领导", "牵头领导", "负责领导", "分管领导"),
    ),
    "status": (
        "status",
        "state",
        "progress status",
        "stage",
        "状态",
        "完成情况",
        "办理状态",
        "进展状态",
        "进展情况",
    ),
    "deadline": (
        *("end", "end date", "due", "due date", "deadline", "target date", "completion", "completion date"),
        *("finish", "complete by", "完成时限", "时限", "期限", "截止", "完成时间", "办结时限"),
    ),
    "start": ("start", "start date", "begin", "date", "launched", "announced", "启动", "开始", "开始时间"),
    "theme": (
        *("theme", "category", "report category", "chapter", "sector", "area", "pillar", "section", "topic"),
        *("policy area", "主题", "部分", "领域", "类别", "板块", "章节"),
    ),
    "commitment": (
        *("description", "aims", "description aims", "objective", "summary", "details", "detail", "outcome"),
        *("目标", "承诺", "工作目标", "内容", "主要内容"),
    ),
    "note": (
        *("note", "notes", "comment", "comments", "remarks", "narrative", "schedule comment", "update"),
        *("备注", "说明", "进展情况", "推进情况"),
    ),
    "progress": ("progress", "percent complete", "completion rate", "进度", "完成率", "完成进度"),
    "source_url": ("url", "link", "website", "web page", "source", "来源", "网址", "链接", "来源链接"),
}

STATUSES: Mapping[str, Status] = {
    fold(word): status
    for status, words in {
        Status.NOT_STARTED: (
            "not yet started",
            "planned",
            "to do",
            "pending",
            "announced",
            "未开工",
            "待启动",
        ),
        Status.IN_PROGRESS: (
            *("on track", "underway", "under way", "active", "started", "delayed", "at risk", "in delivery"),
            *(
                "in the works",
                "on schedule",
                "behind schedule",
                "正常推进",
                "序时推进",
                "滞后",
                "有序推进",
                "在建",
            ),
        ),
        Status.DONE: (
            "delivered",
            "achieved",
            "met",
            "implemented",
            "kept",
            "fulfilled",
            "已落实",
            "达标",
            "完工",
        ),
        Status.CLOSED: ("closed out", "finalised", "已结项"),
        Status.CONTINUING: ("recurring", "continuous", "permanent", "长期任务"),
        Status.SUSPENDED: (
            "stopped",
            "cancelled",
            "canceled",
            "abandoned",
            "broken",
            "stalled",
            "停滞",
            "取消",
        ),
    }.items()
    for word in words
}
"""What words of other offices, folded, may say about a status; reading alone guesses none of them."""

_NUMBER = re.compile(r"#|\bno\.?$", re.IGNORECASE)


def score(field: str, header: str) -> float:
    """Measure how well a header fits a field, from 0 (not at all) to 1 (it is the field's own)."""
    if headers.find("items", header) == field:
        return 1
    if field == "id" and _NUMBER.search(header):
        return 0.6
    said = _words(header.split("\n")[0].split("(")[0])
    return max((_fit(words, said) for words in WORDS[field]), default=0)


def known(texts: Iterable[str]) -> int:
    """Count how many texts look like headers of different fields."""
    found = set()
    for text in texts:
        best = max(WORDS, key=lambda field: score(field, text))
        if text and len(text) < 200 and score(best, text) >= 0.5:
            found.add(best)
    return len(found)


def _fit(words: str, said: str) -> float:
    """Tell how much of a header its hint makes up."""
    hint = _words(words)
    if not said or not hint:
        return 0
    # Chinese does not part its words.
    if re.search(r"[\u4e00-\u9fff]", hint):
        return len(hint) / len(said) if hint in said else 0
    told, meant = said.split(), hint.split()
    # The words must follow each other: `end date` is not `date of the end`.
    there = any(told[place : place + len(meant)] == meant for place in range(len(told)))
    return len(meant) / len(told) if there else 0


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """Write a header as plain words: `projectName`, `project_name` and `Project name` are the same."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    words = re.sub(r"[^\w]|_", " ", spaced).casefold().split()
    return " ".join(words) if words else fold(text)
