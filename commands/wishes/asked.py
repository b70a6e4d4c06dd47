"""What people ask about wishes in their own words."""

from commands.kit.questions import Asked, Question, clue
from locales import message


def _mine(_asked: Asked) -> str:
    return "mine"


ASKED = (
    Question(
        "wishes.open",
        message("the open micro-wishes"),
        "wishes",
        (
            clue(0.8, "微心愿 心愿 爱心 献爱心 送温暖 micro-wish micro-wishes wishes wish"),
            clue(
                0.7,
                "我想帮忙 想帮忙 帮帮别人 帮助别人 捐 捐赠 捐点 想捐 我想捐 没人认领 无人认领"
                " help_somebody help_out donate",
            ),
            clue(0.2, "衣服 衣物 旧衣服 书 东西 clothes books things"),
            clue(0.2, "有什么 有哪些 哪些 什么 看看 怎么 哪里 想 what which where open how want"),
        ),
    ),
    Question(
        "wishes.mine",
        message("what I took on"),
        "wishes",
        (
            clue(0.5, "认领 认领了 took_on take_on taken_on claimed"),
            clue(0.5, "我 我的 我们 我们单位 i my we"),
            clue(0.1, "什么 哪些 心愿 微心愿 what which wishes"),
        ),
        args=_mine,
    ),
    Question(
        "wishes.how",
        message("how a wish is put up"),
        "wish",
        (
            clue(0.35, "怎么 怎样 如何 我要 我想 how want"),
            clue(0.5, "发心愿 提心愿 许愿 发布心愿 put_up_a_wish put_up"),
            clue(0.3, "心愿 微心愿 wish"),
        ),
    ),
)
