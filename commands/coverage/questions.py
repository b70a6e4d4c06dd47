"""What staff ask about who is left out."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "coverage.show",
        message("who is covered"),
        "coverage",
        (
            clue(
                0.8, "全覆盖 没有联络员 没联络员 缺联络员 没走访 没结对 coverage without_a_liaison"
            ),
            clue(0.15, "哪些 哪家 单位 谁 which who organisations"),
        ),
    ),
)
