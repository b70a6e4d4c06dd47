"""What people ask about notices in their own words."""

from commands.kit.questions import NUMBER, Asked, Question, clue, wanted
from locales import message

NOTICE = clue(0.5, "通知 公告 notice notices announcement announcements")
ANSWER = clue(
    0.5,
    "反馈 回复 回应 答复 确认 表态 回执 回信 回话 回音 没回 未回 回 吭声 answer answered"
    " missing reply replied"
    " respond responded confirm"
    " feedback",
)


def _number(asked: Asked) -> str:
    return "" if asked.number is None else str(asked.number)


QUESTIONS = (
    Question(
        "notices.missing",
        message("who has not answered"),
        "pending",
        (
            clue(0.75, "反馈情况 完成情况 反馈进度 没交 未交 progress"),
            clue(0.75, "催办 催一下 催一催 催催 催 提醒一下 提醒大家 remind"),
            clue(0.25, "谁 单位 哪些单位 哪些 哪家 哪几家 哪个单位 几家 who whom which"),
            clue(
                0.35,
                "还没有 还没 没有 没 未 还差 差 不 尚未 not hasn't haven't hasnt havent"
                " didn't without missing"
                " outstanding",
            ),
            ANSWER,
        ),
        {NUMBER: 0.1},
        args=_number,
    ),
    Question(
        "notices.owed",
        message("what waits for your answer"),
        "pending",
        (
            clue(0.25, "我们单位 本单位 我单位 我们 我 咱们 my i me our we us"),
            clue(0.45, "反馈 回复 确认 答复 回应 answer reply respond confirm"),
            clue(
                0.35,
                "有什么 有没有 有啥 哪些 要 需要 该 欠 漏 what anything which need owe have"
                " waiting pending",
            ),
        ),
    ),
    Question(
        "notices.list",
        message("the notices"),
        "notices",
        (
            NOTICE,
            clue(
                0.4,
                "最近 最新 近期 近来 新 有什么 有没有 有啥 有哪些 哪些 全部 所有 列表 历史"
                " 上次 看看 看 latest recent"
                " new last list all any show see what",
            ),
        ),
    ),
    Question(
        "notices.change",
        message("the notices, to change or recall one"),
        "notices",
        (
            clue(0.4, "撤回 修改 更改 改 取消 作废 recall change edit"),
            clue(0.4, "通知 反馈 notice answer"),
            clue(0.1, "刚才 上一条 刚刚 怎么 last"),
        ),
    ),
    Question(
        "notices.one",
        message("the notice"),
        "notice",
        (NOTICE,),
        {NUMBER: 0.5},
        wanted(NUMBER),
        _number,
    ),
    Question(
        "notices.write",
        message("how a notice is written"),
        "notice",
        (
            clue(0.35, "怎么 怎样 如何 我要 我想 想要 想 how want"),
            clue(0.3, "发布 发 写 起草 拟 send write post make"),
            clue(0.75, "群发 发消息 发公告 发通知 broadcast"),
            clue(0.4, "通知 公告 notice"),
        ),
    ),
    Question(
        "notices.scheduled",
        message("notices that go out by themselves"),
        "scheduled",
        (clue(0.6, "定时 自动发 每周自动 scheduled recurring automatic"), NOTICE),
    ),
    Question(
        "notices.numbers",
        message("how fast notices are answered"),
        "numbers",
        (
            clue(
                0.75, "反馈率 反馈快 快不快 反馈速度 多快 数据 统计 how_fast how_quickly statistics"
            ),
            clue(0.25, "反馈 通知 answer answered notice"),
        ),
    ),
)
