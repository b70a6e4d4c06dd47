"""Words that ask to look for something."""

from commands.kit.questions import ORGANISATION, WORDS, Asked, Question, clue, wanted
from locales import message


def _words(asked: Asked) -> str:
    name = asked.organisation.short_name if asked.organisation else ""
    return " ".join(part for part in (name, asked.words) if part)


QUESTIONS = (
    Question(
        "search.find",
        message("a search"),
        "find",
        (
            clue(
                0.7,
                "查找 搜索 查查 查一查 查一下 找找 找一下 找 搜 查 find search look_for look_up",
            ),
        ),
        {WORDS: 0.3, ORGANISATION: 0.05},
        wanted(WORDS),
        _words,
    ),
)
