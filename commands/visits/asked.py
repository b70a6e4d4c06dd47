"""What staff ask about visits in their own words."""

from commands.kit.questions import ORGANISATION, Asked, Question, clue
from locales import message


def _name(asked: Asked) -> str:
    return asked.organisation.short_name if asked.organisation else ""


ASKED = (
    Question(
        "visits.list",
        message("the visits"),
        "visits",
        (
            clue(0.6, "走访记录 走访 承诺 visits visited promised promises"),
            clue(0.2, "记录 哪些 什么 谁 有没有 还有 list which what who open 没兑现 没办"),
        ),
        {ORGANISATION: 0.3},
        args=_name,
    ),
    Question(
        "visits.note",
        message("how a visit is noted"),
        "visit",
        (
            clue(0.35, "怎么 怎样 如何 我要 我想 how want"),
            clue(0.35, "记 登记 写 note write record"),
            clue(0.4, "走访 visit"),
        ),
    ),
)
