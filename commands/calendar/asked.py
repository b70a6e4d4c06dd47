"""What people ask about the calendar in their own words."""

from commands.kit.questions import WHOLE_MONTH, WHOLE_WEEK, Asked, Question, clue, wanted
from locales import message

ON = clue(
    0.35,
    "活动 安排 节目 日程 日历 会议 干什么 做什么 activity activities event events on happening"
    " happens planned calendar meetings schedule",
)
WHAT = clue(0.3, "有什么 有没有 有啥 有哪些 哪些 什么 啥 what what's whats any anything which")


def _when(asked: Asked) -> str:
    """As it was written: the command reads the same words."""
    return asked.when


ASKED = (
    Question(
        "calendar.now",
        message("the calendar"),
        "week",
        (clue(0.8, "日程 日程表 日历 calendar"), clue(0.1, "看看 看 的 show the")),
    ),
    Question(
        "calendar.week",
        message("what is on that week"),
        "week",
        (ON, WHAT),
        {WHOLE_WEEK: 0.6},
        wanted(WHOLE_WEEK),
        _when,
    ),
    Question(
        "calendar.month",
        message("what is on that month"),
        "month",
        (ON, WHAT),
        {WHOLE_MONTH: 0.6},
        wanted(WHOLE_MONTH),
        _when,
    ),
    Question(
        "calendar.mine",
        message("what you signed up for"),
        "signups",
        (
            clue(0.75, "报名 报了名 报过名 报了 的名 signed_up sign_up sign-ups signups"),
            clue(0.15, "取消报名 取消 退出 不去了 cancel"),
            clue(0.2, "我 我们 我的 my i"),
            clue(0.2, "什么 哪些 有什么 啥 了什么 哪些活动 活动 what which did have for"),
        ),
    ),
)
