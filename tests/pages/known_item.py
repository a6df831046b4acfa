"""A campaign in which everything is known about one item, and some things lie ahead of its day."""

from data.campaign import Campaign
from tests.data.builder import campaign

LINKS = {"source": "清单", "source_url": "https://example.org/list"}
KNOWN = (
    "就业服务",
    "1-01 · 部党组重点事项 · 就业",
    "红灯",
    "首轮",
    "就业难",
    "都就业",
    "每周调度",
    "学生司",
    "高等教育司",
    "王立",
    "推进中",
    "2021年9月30日（剩余 92 天）",
    "河北",
    "最初时限为2021年6月30日",
    "推迟 92 天",
    "完成进度 **40%**",
    "序时进度 **66.2%**",
    "落后序时进度 **26.2** 个百分点",
    "建平台",
    "学生司 · 李明",
    "完成] 2021年3月5日，晚 4 天",
    "逾期 41 天",
    "还有 92 天",
    "截至2021年5月28日]]\n\n***500个***",
    "目标：900个（2021年8月31日）",
    "超过100场",
    "按目标轨迹",
    "按目前进度，预计",
    "暂不公开",
    "完成进度：20% → 40%",
    "完成时限：2021年6月30日 → 2021年9月30日",
    "通知](https://example.org/d1)",
    "教学5号",
    "落实的文件：总体方案",
    "启动会",
    "江苏",
    "收到\n\n   ***2***",
    "办理中\n\n   ***1***",
    "已办结\n\n   ***1***",
    "10 天",
    "上级",
    "下级",
    "清单](https://example.org/list)",
)
LATER = ("以后的事", "以后的文件", "以后的线索", "9999", "9,999")


def known_item() -> Campaign:
    readings = [
        {"indicator": "posts", "date": f"2021-0{month}-28", "value": 100.0 * month, **LINKS}
        for month in range(1, 6)
    ]
    return campaign(
        as_of="2021-06-30",
        organizations=[
            {"id": "xs", "name": "高校学生司", "short_name": "学生司", "short_name.en": "College Students"},
            {"id": "gj", "name": "高等教育司", "name.en": "Higher Education"},
        ],
        items=[
            {
                "id": "k1",
                "code": "1-01",
                "title": "就业服务",
                "title.en": "Career services",
                "level": "ministry",
                "theme": "就业",
                "problem": "就业难",
                "commitment": "都就业",
                "lead": "xs",
                "support": ("gj",),
                "owner": "王立",
                "parent": "p1",
                "start": "2021-01-01",
                "status": "in_progress",
                "note": "每周调度",
                "deadline": ("2021-06-01", "2021-06-30", "month"),
                "deadline.text": "6月底前",
                "regions": ("130000",),
                **LINKS,
            },
            {"id": "p1", "title": "上级"},
            {"id": "c1", "title": "下级", "parent": "k1", "status": "done"},
        ],
        measures=[
            {
                "item": "k1",
                "title": "建平台",
                "organization": "xs",
                "owner": "李明",
                "deadline": "2021-05-31",
                "status": "done",
            }
        ],
        milestones=[
            {"item": "k1", "title": "上线", "due": "2021-03-01", "done_on": "2021-03-05"},
            {"item": "k1", "title": "首轮", "due": "2021-05-20"},
            {"item": "k1", "title": "总结", "due": "2021-09-30", "done_on": "2021-07-05"},
        ],
        updates=[
            {"item": "k1", "date": "2021-03-01", "text": "推进", "progress": 20.0, "organization": "xs"},
            {"item": "k1", "date": "2021-05-01", "text": "顺延", "progress": 40.0, "deadline": "2021-09-30"},
            {"item": "k1", "date": "2021-07-02", "text": "以后的事", "status": "done"},
        ],
        indicators=[
            {
                "id": "posts",
                "item": "k1",
                "title": "岗位",
                "unit": "个",
                "baseline": 0.0,
                "baseline_date": "2021-01-01",
                "target": 900.0,
                "target_date": "2021-08-31",
            },
            {"id": "talks", "item": "k1", "title": "宣讲", "unit": "场", "unit.en": "sessions"},
        ],
        readings=[
            *readings,
            {"indicator": "posts", "date": "2021-06-28", "value": None, "value.text": "暂不公开"},
            {"indicator": "posts", "date": "2021-07-28", "value": 9999.0},
            {"indicator": "talks", "date": "2021-06-01", "value": 100.0, "qualifier": "over"},
        ],
        documents=[
            {
                "id": "d1",
                "title": "通知",
                "number": "教学5号",
                "kind": "notice",
                "issuers": ("xs",),
                "issued": "2021-03-15",
                "implements": ("d2",),
                "items": ("k1",),
                "url": "https://example.org/d1",
            },
            {"id": "d2", "title": "总体方案"},
            {"id": "d3", "title": "以后的文件", "issued": "2021-07-15", "items": ("k1",)},
        ],
        events=[{"title": "启动会", "kind": "launch", "date": "2021-05-10", "items": ("k1",)}],
        practices=[{"title": "推送岗位", "region": "320000", "items": ("k1",)}],
        leads=[
            {"item": "k1", "received": "2021-05-01", "resolved": "2021-05-11", "text": "电话13812345678"},
            {"item": "k1", "received": "2021-06-01", "resolved": "2021-07-11", "text": "档案慢"},
            {"item": "k1", "received": "2021-07-01", "text": "以后的线索"},
        ],
    )
