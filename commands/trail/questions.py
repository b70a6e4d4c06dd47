"""What staff ask about changes."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "trail.show",
        message("who changed what"),
        "history",
        (
            clue(
                0.8,
                "变更记录 修改记录 改动记录 操作记录 历史记录 历史 日志 谁改了 谁改的 who_changed"
                " history",
            ),
            clue(0.1, "看 什么 记录 这条 show what"),
        ),
    ),
)
