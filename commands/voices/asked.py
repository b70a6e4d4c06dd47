"""What people ask about having their say in their own words."""

from commands.kit.questions import NUMBER, Asked, Question, clue
from locales import message


def _number(asked: Asked) -> str:
    return str(asked.number) if asked.number is not None else ""


ASKED = (
    Question(
        "voices.say",
        message("how to say what you need"),
        "say",
        (
            clue(0.5, "我要 我想 想要 怎么 怎样 如何 哪里 在哪 i want how where"),
            clue(
                0.75,
                "反映 投诉 举报 提意见 意见 建议 诉求 报修 求助 坏了 漏水 不亮 堵了 噪音"
                " report complain complaint suggest broken",
            ),
            clue(0.3, "问题 报 灯 楼道 电梯 路灯 匿名 不留姓名 problem anonymous anonymously"),
        ),
    ),
    Question(
        "voices.how",
        message("how it stands with what was said"),
        "voices",
        (
            clue(0.7, "诉求 反映的 投诉的 报修的 voice complaint"),
            clue(
                0.6,
                "到哪一步 到哪步 哪一步 进展 进度 办得怎么样 办了吗 办好了吗 处理了吗 怎么样了"
                " 解决了吗 progress status",
            ),
        ),
        {NUMBER: 0.3},
        args=_number,
    ),
)
