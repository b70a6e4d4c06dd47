"""What staff ask about messages that may not have arrived."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "deliveries.list",
        message("what may not have arrived"),
        "deliveries",
        (
            clue(
                0.8,
                "没送到 未送到 送没送到 送达 没收到 联系不上 发不出去 delivered undelivered"
                " arrived",
            ),
            clue(0.1, "谁 哪些 消息 通知 messages who which"),
        ),
    ),
)
