"""Questions about the bot itself."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "help.how",
        message("how things are done"),
        "help",
        (
            clue(
                0.85,
                "怎么用 怎么使用 如何使用 能做什么 会做什么 会什么 可以做什么 能干什么"
                " 能干嘛 有什么功能 使用说明 说明书 使用手册 手册 教程 帮助"
                " what_can_you_do how_does_this_work how_do_you_work how_to_use",
            ),
        ),
    ),
    Question("help.menu", message("the menu"), "menu", (clue(0.9, "菜单 menu"),)),
)
