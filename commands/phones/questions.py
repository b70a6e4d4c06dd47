"""What people ask about their own number."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "phones.own",
        message("your own phone number"),
        "phone",
        (
            clue(0.5, "我的电话 我的号码 我的手机 我电话 my_phone my_number"),
            clue(0.35, "留 换 改 收回 删除 登记 更新 换了 leave change take_back give"),
        ),
    ),
)
