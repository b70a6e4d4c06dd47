"""What people ask about activities in their own words."""

from commands.kit.questions import (
    AHEAD,
    BYGONE,
    KIND,
    NUMBER,
    ORGANISATION,
    PAST,
    WHOLE_WEEK,
    WORDS,
    Asked,
    Question,
    clue,
    wanted,
)
from locales import message

ACTIVITY = "活动 安排 节目 志愿活动 activity activities event events"
WHAT = "有什么 有没有 有啥 有哪些 哪些 什么 啥 what what's whats any anything which"
HOW = "怎么 怎样 如何 我要 我想 想要 想 how want"


def _number(asked: Asked) -> str:
    return "" if asked.number is None else str(asked.number)


def _name_and_days(asked: Asked) -> str:
    name = asked.organisation.short_name if asked.organisation else ""
    return " ".join(part for part in (name, _days(asked), asked.kind) if part)


def _days_and_words(asked: Asked) -> str:
    name = asked.organisation.short_name if asked.organisation else ""
    return " ".join(part for part in (_days(asked), name, asked.words) if part)


def _days(asked: Asked) -> str:
    """As every command reads them, whatever the language that they were asked in."""
    span = asked.span
    if span is None or span.first == span.last:
        return f"{span.first:%Y-%m-%d}" if span else ""
    if (span.first.month, span.first.day, span.last.month) == (1, 1, 12):
        return f"{span.first.year}年"
    if span.first.day == 1 and span.last.month == span.first.month and span.kind == "month":
        return f"{span.first:%Y-%m}"
    return asked.when


QUESTIONS = (
    Question(
        "activities.coming",
        message("what is on"),
        "upcoming",
        (
            clue(
                0.45, f"{ACTIVITY} 干什么 做什么 做了 办了 on happening happens coming_up planned"
            ),
            clue(0.3, WHAT),
            clue(
                0.4,
                "近期 接下来 即将 预告 最近 马上 后面 upcoming coming soon next coming_up"
                " what's_on",
            ),
        ),
        {AHEAD: 0.5, BYGONE: 0.5, ORGANISATION: 0.05},
        args=_days_and_words,
    ),
    Question(
        "activities.coming_of",
        message("what is on"),
        "upcoming",
        (clue(0.4, f"{ACTIVITY} 干什么 做什么 on happening planned"), clue(0.2, WHAT)),
        {ORGANISATION: 0.2, WHOLE_WEEK: 0.4},
        wanted(f"{ORGANISATION} {WHOLE_WEEK}"),
        _days_and_words,
    ),
    Question(
        "activities.done",
        message("activities"),
        "activities",
        (
            clue(
                0.45,
                "做了 做过 干了 干过 办了 办过 搞了 搞过 开展 举办 组织 参加 做什么 干什么"
                " done did do held organised"
                " organized hold",
            ),
            clue(0.25, f"{ACTIVITY} 做过的"),
            clue(0.15, WHAT),
            clue(0.5, "多少活动 多少次活动 几次活动 活动有多少 how_many_activities"),
        ),
        {ORGANISATION: 0.5, PAST: 0.5, KIND: 0.5},
        args=_name_and_days,
    ),
    Question(
        "activities.mine",
        message("your activities, to change one"),
        "activities",
        (
            clue(
                0.4,
                "我的 我们的 我们单位 本单位 改 修改 更正 删除 发错 登记错 my our correct delete",
            ),
            clue(0.4, "活动 登记 照片 activity activities report photos"),
            clue(0.1, "了 一下 怎么 how"),
        ),
        args=lambda _: "我的",
    ),
    Question(
        "activities.when",
        message("when it is"),
        "upcoming",
        (
            clue(
                0.65,
                "什么时候 什么时间 啥时候 何时 哪天 哪一天 几号 几点 开始 举行 召开 when"
                " what_day what_time",
            ),
            clue(0.05, "下次 下一次 next_time next"),
        ),
        {WORDS: 0.35, ORGANISATION: 0.05},
        wanted(WORDS),
        _days_and_words,
    ),
    Question(
        "activities.gallery",
        message("the photos"),
        "gallery",
        (
            clue(0.75, "照片 相册 图片 相片 photo photos picture pictures album gallery"),
            clue(0.15, "看看 看 有 show see"),
        ),
        {PAST: 0.3},
        args=_days,
    ),
    Question(
        "activities.one",
        message("the activity"),
        "activity",
        (clue(0.5, "活动 activity"),),
        {NUMBER: 0.5},
        wanted(NUMBER),
        _number,
    ),
    Question(
        "activities.photos",
        message("the photos of the activity"),
        "photos",
        (clue(0.5, "照片 图片 相片 photo photos picture pictures"), clue(0.1, "活动 activity")),
        {NUMBER: 0.5},
        wanted(NUMBER),
        _number,
    ),
    Question(
        "activities.report",
        message("how an activity is reported"),
        "report",
        (
            clue(0.35, HOW),
            clue(0.35, "登记 上报 报上 填报 提交 录入 上传 报 report register submit record"),
            clue(0.35, "活动 activity activities event"),
            clue(0.45, "登记 上报 填报"),
            clue(0.9, "上传照片 传照片 交照片"),
        ),
    ),
    Question(
        "activities.announce",
        message("how an activity is announced"),
        "announce",
        (clue(0.35, HOW), clue(0.6, "预告 announce"), clue(0.1, "活动 activity event")),
    ),
    Question(
        "activities.review",
        message("what waits for review"),
        "review",
        (
            clue(0.75, "待审核 待审 审核 要审 review approve"),
            clue(0.15, "有什么 有没有 有哪些 还有 需要 要 等 what waits waiting"),
            clue(0.15, "活动 登记 activity report reports"),
        ),
    ),
    Question(
        "activities.monthly",
        message("the month in pictures"),
        "monthly",
        (clue(0.8, "月报 monthly"), clue(0.1, "做 发 看 send make show report")),
        {PAST: 0.15},
        args=_days,
    ),
    Question(
        "activities.tags",
        message("the tags"),
        "tags",
        (clue(0.75, "标签 tag tags"), clue(0.2, f"{WHAT} 管理 list")),
    ),
)
