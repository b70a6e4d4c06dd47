"""What people ask about columns and guides in their own words."""

from commands.kit.questions import WORDS, Asked, Question, clue, wanted
from locales import message


def _thing(asked: Asked) -> str:
    return asked.words


ASKED = (
    Question(
        "columns.guide",
        message("how something is done"),
        "guide",
        (
            clue(
                0.74,
                "怎么办 怎么办理 如何办 如何办理 怎样办 怎么申请 如何申请 怎么领 怎么领取"
                " 要带什么 带什么 需要什么材料 要什么材料 什么材料 什么手续 办理流程 办事指南"
                " 去哪里办 到哪里办 在哪里办 去哪办 到哪办 在哪办 哪里办 哪办 哪儿办"
                " how_do_i_get how_can_i_get how_to_get how_do_i_apply how_to_apply"
                " how_can_i_apply where_do_i_get what_do_i_need_for what_papers",
            ),
        ),
        {WORDS: 0.06},
        wanted(WORDS),
        args=_thing,
    ),
    Question(
        "columns.list",
        message("the columns"),
        "columns",
        (clue(0.85, "栏目 便民指南 政务公开 智慧党建 columns"),),
    ),
    Question(
        "columns.publish",
        message("how an article is published"),
        "publish",
        (
            clue(0.35, "怎么 怎样 如何 我要 我想 how want"),
            clue(0.35, "发 发布 写 publish post write"),
            clue(0.4, "文章 栏目 article"),
        ),
    ),
)
