"""What people ask about what is kept of them."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "privacy.mine",
        message("what is kept about you"),
        "mydata",
        (
            clue(0.8, "我的数据 我的信息 我的资料 我的隐私 存了我什么 my_data about_me"),
            clue(0.1, "看看 查看 有哪些 什么 导出 what show keep"),
        ),
    ),
    Question(
        "privacy.forget",
        message("how it is deleted"),
        "forget",
        (
            clue(0.45, "删除 删掉 清除 注销 忘记 delete remove erase forget"),
            clue(0.45, "我的数据 我的信息 我的资料 个人信息 账号 my_data my_account me"),
        ),
    ),
)
