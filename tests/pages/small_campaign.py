"""A campaign of two departments with an item of each kind that the overview tells apart."""

from data.campaign import Campaign
from tests.data.builder import Cells, campaign

ORGANIZATIONS: list[Cells] = [
    {"id": "moe", "name": "教育部", "name.en": "Ministry", "kind": "ministry"},
    {
        "id": "xs",
        "name": "高校学生司",
        "name.en": "Department of College Students",
        "short_name": "学生司",
        "short_name.en": "College Students",
        "kind": "department",
        "parent": "moe",
    },
    {"id": "gj", "name": "高等教育司", "name.en": "Higher Education", "kind": "department"},
    {"id": "jx", "name": "基础教育司", "name.en": "Basic Education"},
]
ITEMS: list[Cells] = [
    {
        "id": "late",
        "title": "逾期事项",
        "title.en": "Late item",
        "lead": "xs",
        "support": ("gj",),
        "owner": "王立",
        "level": "department",
        "status": "in_progress",
        "deadline": "2021-06-20",
    },
    {
        "id": "soon",
        "title": "临期事项",
        "title.en": "Item due soon",
        "lead": "xs",
        "deadline": "2021-07-10",
        "status": "in_progress",
        "reported": "2021-06-25",
    },
    {
        "id": "silent",
        "title": "沉默事项",
        "title.en": "Silent item",
        "lead": "gj",
        "deadline": "2021-09-30",
        "status": "in_progress",
        "reported": "2021-04-30",
    },
    {
        "id": "done",
        "title": "办结事项",
        "title.en": "Done item",
        "lead": "gj",
        "deadline": "2021-06-30",
        "status": "in_progress",
    },
    {"id": "unknown", "title": "不明事项", "title.en": "Unknown item"},
]
UPDATES: list[Cells] = [
    {"item": "late", "date": "2021-06-28", "text": "推进", "progress": 60.0},
    {"item": "done", "date": "2021-06-28", "status": "done", "text": "完成"},
]
INDICATORS: list[Cells] = [
    {
        "id": "fairs",
        "item": "late",
        "title": "招聘会",
        "title.en": "Job fairs",
        "unit": "场",
        "unit.en": "fairs",
        "target": 120.0,
        "target_date": "2021-12-31",
    },
    {
        "id": "talks",
        "item": "late",
        "title": "宣讲",
        "title.en": "Briefings",
        "unit": "场",
        "unit.en": "sessions",
    },
]
READINGS: list[Cells] = [
    {"indicator": "fairs", "date": "2021-05-31", "value": 40.0},
    {"indicator": "fairs", "date": "2021-06-25", "value": 49.0, "source": "月报"},
    {"indicator": "talks", "date": "2021-06-25", "value": 100.0, "qualifier": "over"},
]


def small_campaign() -> Campaign:
    return campaign(
        as_of="2021-06-30",
        declared={"department": 135},
        organizations=ORGANIZATIONS,
        groups=[{"name": "工作组", "name.en": "Working Group", "members": ("xs",)}],
        items=ITEMS,
        updates=UPDATES,
        indicators=INDICATORS,
        readings=READINGS,
        documents=[{"title": "就业通知", "title.en": "Employment notice", "issued": "2021-06-15"}],
    )
