"""What staff ask about settings."""

from commands.kit.questions import Question, clue
from locales import message

QUESTIONS = (
    Question(
        "preferences.show",
        message("the settings"),
        "settings",
        (
            clue(0.8, "设置 安静时间 休息日 免打扰 settings quiet_hours days_off"),
            clue(0.1, "怎么 改 看 how change show"),
        ),
    ),
)
