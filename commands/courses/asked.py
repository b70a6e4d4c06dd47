"""What people ask about courses in their own words."""

from commands.kit.questions import Question, clue
from locales import message

ASKED = (
    Question(
        "courses.list",
        message("the courses, and how far you are"),
        "courses",
        (
            clue(0.8, "党课 在线党课 微党课 党员学习 上课 听课 course courses lesson lessons"),
            clue(
                0.25,
                "有什么 有哪些 哪些 什么 学到哪 学到哪了 学到 进度 学习 学完 上课 在哪 怎么"
                " which what how_far progress learn learning where",
            ),
        ),
    ),
)
