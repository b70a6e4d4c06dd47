"""What people ask about places near them in their own words."""

from commands.kit.questions import ORGANISATION, WORDS, Asked, Question, clue
from locales import message

NEAR = clue(0.75, "附近 周边 周围 一刻钟 服务圈 nearby near nearest closest around_here")
WHERE = clue(
    0.3,
    "最近的 最近 哪里能 哪里可以 哪儿能 哪里有 哪儿有 在哪里 在哪儿 在哪 几点 开门 开着"
    " where what_time open",
)
FACILITIES = clue(
    0.5,
    "政务服务大厅 服务大厅 办事大厅 卫生服务站 卫生服务中心 卫生站 卫生室 诊所 医院 药店"
    " 老年食堂 食堂 助餐点 养老服务中心 日间照料 图书室 阅览室 警务室 派出所 法律援助 修鞋"
    " 修锁 理发 缝补 service_hall clinic hospital pharmacy canteen library",
)
BESIDES = clue(0.15, "有什么 有哪些 有没有 能 的 服务 services what is the")


def _said(asked: Asked) -> str:
    """The whole sentence: the command takes place, kind and words out of it."""
    return asked.said


QUESTIONS = (
    Question(
        "points.near",
        message("what is near"),
        "nearby",
        (NEAR, WHERE, FACILITIES, BESIDES),
        {ORGANISATION: 0.1},
        args=_said,
    ),
    Question(
        "points.near_for",
        message("what is near and offers it"),
        "nearby",
        (NEAR, WHERE, FACILITIES, BESIDES),
        {ORGANISATION: 0.1, WORDS: 0.05},
        args=_said,
    ),
    Question(
        "points.open",
        message("what is open now"),
        "nearby",
        (
            clue(0.7, "现在开着 还开着 正在开放 开着的 现在开门 open_now open_right_now"),
            clue(0.2, "现在 哪里 什么 哪些 what which where"),
        ),
        args=_said,
    ),
    Question(
        "points.list",
        message("the service points"),
        "points",
        (
            clue(0.75, "服务点 服务地图 地图 service_points service_point service_map map"),
            clue(0.2, "有哪些 哪些 列表 全部 所有 list all which"),
        ),
        {ORGANISATION: 0.2},
        args=lambda asked: asked.organisation.short_name if asked.organisation else "",
    ),
)
